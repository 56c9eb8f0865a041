package app.quen.web.source;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.source.DeclareSource;
import app.quen.source.ListSources;
import app.quen.source.ReviseSource;
import app.quen.source.ShowSource;
import app.quen.source.SourceDraft;
import app.quen.source.SourceView;
import app.quen.text.Text;
import app.quen.web.TextJson;
import app.quen.web.audit.Recorded;
import app.quen.web.json.Written;
import app.quen.web.request.Once;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

@Path("/sources")
@ApplicationScoped
@Tag(name = "Sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SourceResource {

  @Inject private ListSources listSources;
  @Inject private ShowSource showSource;
  @Inject private DeclareSource declareSource;
  @Inject private ReviseSource reviseSource;
  @Inject private Once once;

  @GET
  @Permitted("source:read")
  @Operation(summary = "The workspace's sources")
  @APIResponse(responseCode = "200", description = "All sources, retired ones too, by kind.")
  public SourceJson.ListJson listSources() {
    return new SourceJson.ListJson(listSources.list().stream().map(SourceJson::of).toList());
  }

  @POST
  @Permitted("source:manage")
  @Recorded("SourceDeclared")
  @Operation(summary = "Declare a source")
  @APIResponseSchema(
      value = SourceJson.class,
      responseCode = "201",
      responseDescription = "The new source.")
  public Response declareSource(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, SourceJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var source =
              declareSource.declare(
                  new SourceDraft(
                      body.name(),
                      body.kind(),
                      text(body.purpose()),
                      body.confidence(),
                      null,
                      body.apiKeyId()));
          return new Answer(
              201,
              "/api/v1/sources/" + source.id(),
              Version.tag(source.version()),
              Written.json(SourceJson.of(source)));
        });
  }

  @GET
  @Path("{id}")
  @Permitted("source:read")
  @Operation(summary = "One source")
  @APIResponseSchema(
      value = SourceJson.class,
      responseCode = "200",
      responseDescription = "The source.")
  public Response getSource(@PathParam("id") UUID id) {
    return answer(showSource.show(id));
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("source:manage")
  @Recorded(value = "SourceRevised", record = "source")
  @Operation(summary = "Change, retire or take back a source")
  @APIResponseSchema(
      value = SourceJson.class,
      responseCode = "200",
      responseDescription = "The source as it is now.")
  public Response reviseSource(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SourceJson.PatchJson.class)))
          JsonObject body) {
    var patch = Written.read(body, SourceJson.PatchJson.class);
    var change =
        new SourceDraft(
            patch.name(),
            null,
            text(patch.purpose()),
            patch.confidence(),
            patch.active(),
            patch.apiKeyId());
    var freeKey = body.containsKey("apiKeyId") && body.isNull("apiKeyId");
    return answer(reviseSource.revise(id, change, freeKey, Version.of(ifMatch)));
  }

  private static Response answer(SourceView source) {
    return Response.ok(SourceJson.of(source)).header("ETag", Version.tag(source.version())).build();
  }

  private static @Nullable Text text(@Nullable TextJson text) {
    return text == null ? null : new Text(text.vi(), text.en());
  }
}
