package app.quen.web.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.AddAttachment;
import app.quen.attachment.ListAttachments;
import app.quen.idempotency.Answer;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/{records: customers|orders|interactions|feedback|tasks}/{id}/attachments")
@ApplicationScoped
@Tag(name = "Attachments")
@Produces(MediaType.APPLICATION_JSON)
public class RecordFilesResource {

  @Inject private AddAttachment addAttachment;
  @Inject private ListAttachments listAttachments;
  @Inject private Once once;

  @GET
  @Permitted("customer:read")
  @Operation(
      summary = "The files at a record",
      description = "Needs the permission to read the record.")
  @APIResponse(responseCode = "200", description = "The first first; at most a hundred.")
  public AttachmentJson.ListJson listAttachments(
      @PathParam("records") @Parameter(example = "customers") String records,
      @PathParam("id") UUID id) {
    return new AttachmentJson.ListJson(
        listAttachments.list(record(records), id).stream().map(AttachmentJson::of).toList());
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Permitted("customer:read")
  @Recorded("FileAdded")
  @Operation(
      summary = "Put a file at a record",
      description =
          "The body is the file, at most 25 MB: PDF, picture, audio, video, Word, Excel,"
              + " PowerPoint without macros, or plain text; told by the content, which the name"
              + " must fit. The same file under the same name is there once, however often it is"
              + " sent. Needs the permission to update the record.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponseSchema(
      value = AttachmentJson.class,
      responseCode = "201",
      responseDescription = "The attachment.")
  public Response addAttachment(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @PathParam("records") @Parameter(example = "customers") String records,
      @PathParam("id") UUID id,
      @QueryParam("fileName") @Parameter(required = true, example = "hop-dong.pdf")
          @Nullable String fileName,
      InputStream body) {
    if (fileName == null || fileName.isBlank()) {
      throw Page.badParameter("fileName", "Thiếu fileName.", "fileName is missing.");
    }
    return addAttachment.add(
        record(records),
        id,
        fileName,
        body,
        (sha256, add) ->
            once.answer(
                idempotencyKey,
                fileName + "\n" + sha256,
                () -> {
                  var added = AttachmentJson.of(add.get());
                  var location = "/api/v1/attachments/" + added.id() + "/content";
                  return new Answer(201, location, null, Once.text(added));
                }));
  }

  private static String record(String records) {
    return records.equals("feedback") ? records : records.substring(0, records.length() - 1);
  }
}
