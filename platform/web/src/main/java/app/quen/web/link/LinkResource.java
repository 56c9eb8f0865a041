package app.quen.web.link;

import app.quen.access.Permitted;
import app.quen.link.LinkView;
import app.quen.link.ReviseLink;
import app.quen.link.ShowLink;
import app.quen.link.UnlinkCustomers;
import app.quen.web.json.Written;
import app.quen.web.request.Origin;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/links")
@ApplicationScoped
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource {

  @Inject private ShowLink showLink;
  @Inject private ReviseLink reviseLink;
  @Inject private UnlinkCustomers unlinkCustomers;
  @Inject private Origin origin;

  @GET
  @Path("{id}")
  @Permitted("customer:read")
  @Operation(summary = "One link", description = "As the customer sees it from whom it reads.")
  @APIResponseSchema(
      value = LinkJson.class,
      responseCode = "200",
      responseDescription = "The link.")
  public Response getLink(@PathParam("id") UUID id) {
    return answer(showLink.show(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("customer:update")
  @Operation(summary = "Change since when and until when a link holds, and its note")
  @APIResponseSchema(
      value = LinkJson.class,
      responseCode = "200",
      responseDescription = "The link as it is now.")
  public Response reviseLink(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = LinkJson.PatchJson.class)))
          JsonObject body) {
    var patch = Written.read(body, LinkJson.PatchJson.class);
    var known = showLink.show(id);
    var change =
        new ReviseLink.Change(
            body.containsKey("since") ? patch.since() : known.since(),
            body.containsKey("until") ? patch.until() : known.until(),
            body.containsKey("note") ? patch.note() : known.note());
    return answer(reviseLink.revise(id, change, Version.of(ifMatch), origin.source()));
  }

  private static Response answer(LinkView link) {
    return Response.ok(LinkJson.of(link)).header("ETag", Version.tag(link.version())).build();
  }

  @DELETE
  @Path("{id}")
  @Permitted("customer:update")
  @Operation(
      summary = "Take a link back that was wrong",
      description = "One that has ended gets an until instead.")
  @APIResponse(responseCode = "204", description = "The two are not linked so any more.")
  public void unlinkCustomers(@PathParam("id") UUID id) {
    unlinkCustomers.unlink(id, origin.source());
  }
}
