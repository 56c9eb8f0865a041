package app.quen.web.audit;

import app.quen.access.Permitted;
import app.quen.audit.ExportTrail;
import app.quen.audit.SearchTrail;
import app.quen.web.Attachment;
import app.quen.web.Page;
import app.quen.web.credential.Confirmed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/audit")
@ApplicationScoped
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  private static final String LINES = "application/x-ndjson";

  @Inject private SearchTrail searchTrail;
  @Inject private ExportTrail exportTrail;

  @GET
  @Permitted("audit:read")
  @Recorded(value = "TrailSearched", searches = true)
  @Operation(
      summary = "Who did what, when and from where",
      description =
          "Changes, searches, exports, sign-ins and refused attempts. Who does not see every value"
              + " of the records is told of the changes what they see, and no searched texts.")
  @APIResponseSchema(
      value = AuditEntryJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page of the trail, newest first.")
  public Response listAuditEntries(
      @BeanParam AuditFilter filter,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var found = searchTrail.search(filter.toQuery(), AuditFilter.before(cursor), Page.limit(limit));
    var page = AuditEntryJson.PageJson.of(found);
    return Page.of(page, page.nextCursor(), uri);
  }

  @GET
  @Path("export")
  @Produces({LINES, MediaType.APPLICATION_JSON})
  @Permitted("audit:read")
  @Confirmed
  @Operation(
      summary = "The whole trail, to be checked by somebody else",
      description =
          "One JSON object a line: what it is, with the public key; each entry; each checkpoint."
              + " docs/audit.md describes them and has a script that checks them. Only for who"
              + " sees every value of the records.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
  public Response exportAuditTrail() {
    StreamingOutput content = exportTrail.export()::writeTo;
    return Response.ok(content, LINES)
        .header("Content-Disposition", Attachment.of("trail.ndjson"))
        .header("Cache-Control", "no-store")
        .build();
  }
}
