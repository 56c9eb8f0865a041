package app.quen.web.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.DeleteAttachment;
import app.quen.attachment.OpenAttachment;
import app.quen.web.Attachment;
import app.quen.web.audit.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/attachments/{id}")
@ApplicationScoped
@Tag(name = "Attachments")
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentResource {

  @Inject private OpenAttachment openAttachment;
  @Inject private DeleteAttachment deleteAttachment;

  @GET
  @Path("content")
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  @Permitted("customer:read")
  @Recorded(value = "FileDownloaded", record = "attachment")
  @Operation(
      summary = "The file",
      description = "Needs the permission to read the record that it is at.")
  @APIResponse(
      responseCode = "200",
      description = "The bytes; the name is in Content-Disposition.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response downloadAttachment(@PathParam("id") UUID id) {
    var file = openAttachment.open(id);
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, file.mediaType())
        .header("Content-Disposition", Attachment.of(file.name()))
        .header("Content-Length", file.size())
        // what somebody uploaded is shown by no browser as a page of ours
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .header("Cache-Control", "private, no-store")
        .build();
  }

  @DELETE
  @Permitted("customer:read")
  @Recorded(value = "FileDeleted", record = "attachment")
  @Operation(
      summary = "Delete a file",
      description = "For good. Needs the permission to update the record that it is at.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void deleteAttachment(@PathParam("id") UUID id) {
    deleteAttachment.delete(id);
  }
}
