package app.quen.web.interaction;

import app.quen.access.Permitted;
import app.quen.web.FileAnswer;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import app.quen.web.record.RecordFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/interactions/export")
@ApplicationScoped
@Tag(name = "Interactions")
public class InteractionExportResource {

  @Inject private RecordFiles files;

  @GET
  @Produces({"text/csv", FileAnswer.XLSX, MediaType.APPLICATION_JSON})
  @Permitted("customer:export")
  @Recorded("InteractionsExported")
  @Confirmed
  @Operation(
      summary = "Export interactions",
      description = "All that the query means, streamed as a file; needs interaction:read too.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = FileAnswer.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response exportInteractions(@BeanParam RecordFiles.Wanted wanted) {
    return files.of("interaction", wanted);
  }
}
