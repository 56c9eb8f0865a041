package app.quen.web.export;

import app.quen.access.Permitted;
import app.quen.exporting.CancelExport;
import app.quen.exporting.ListExports;
import app.quen.exporting.OpenExport;
import app.quen.exporting.ShowExport;
import app.quen.exporting.StartExport;
import app.quen.idempotency.Answer;
import app.quen.web.FileAnswer;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Exchange;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/exports")
@ApplicationScoped
@Tag(name = "Exports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExportJobResource {

  @Inject private StartExport startExport;
  @Inject private ShowExport showExport;
  @Inject private ListExports listExports;
  @Inject private CancelExport cancelExport;
  @Inject private OpenExport openExport;
  @Inject private Once once;
  @Inject private HttpServletRequest request;

  @POST
  @Permitted("customer:export")
  @Recorded("ExportStarted")
  @Confirmed
  @Operation(
      summary = "Have a file made",
      description =
          "By a job, of all records that the query means; kept for a day and shown only to who"
              + " asked. No text in it is taken for a formula. Of orders it needs order:export, of"
              + " other records their read permission.")
  @APIResponseSchema(
      value = ExportJson.class,
      responseCode = "201",
      responseDescription = "The job is on its way.")
  public Response startExport(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, ExportJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var made = ExportJson.of(startExport.start(body.toPlan(language())), language());
          return new Answer(201, "/api/v1/exports/" + made.id(), null, Once.text(made));
        });
  }

  @GET
  @Permitted("customer:export")
  @Operation(summary = "What the caller has asked for, the last first")
  @APIResponse(responseCode = "200", description = "At most fifty.")
  public ExportJson.ListJson listExports() {
    return new ExportJson.ListJson(
        listExports.list().stream().map(view -> ExportJson.of(view, language())).toList());
  }

  @GET
  @Path("{id}")
  @Permitted("customer:export")
  @Operation(summary = "One export and how far it is")
  @APIResponse(responseCode = "200", description = "As it is now.")
  public ExportJson getExport(@PathParam("id") UUID id) {
    return ExportJson.of(showExport.show(id), language());
  }

  @DELETE
  @Path("{id}")
  @Permitted("customer:export")
  @Recorded(value = "ExportCancelled", record = "export")
  @Operation(summary = "Stop an export, or delete its file before its time")
  @APIResponse(responseCode = "200", description = "As it is now.")
  public ExportJson cancelExport(@PathParam("id") UUID id) {
    return ExportJson.of(cancelExport.cancel(id), language());
  }

  @GET
  @Path("{id}/file")
  @Produces({"text/csv", MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  @Permitted("customer:export")
  @Recorded(value = "ExportDownloaded", record = "export")
  @Operation(summary = "The file", description = "Of a completed export, for a day.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response downloadExport(@PathParam("id") UUID id) {
    return FileAnswer.of(openExport.open(id));
  }

  private String language() {
    return Exchange.of(request).language();
  }
}
