package app.quen.web.importing;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.importing.CancelImport;
import app.quen.importing.CheckImport;
import app.quen.importing.ExportRejectedRows;
import app.quen.importing.ImportView;
import app.quen.importing.ListImports;
import app.quen.importing.ListRejectedRows;
import app.quen.importing.MapImport;
import app.quen.importing.PauseImport;
import app.quen.importing.ResumeImport;
import app.quen.importing.ShowImport;
import app.quen.importing.StartImport;
import app.quen.importing.UploadImport;
import app.quen.web.Attachment;
import app.quen.web.FileAnswer;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.request.Exchange;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.HexFormat;
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

@Path("/imports")
@ApplicationScoped
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportResource {

  @Inject private UploadImport uploadImport;
  @Inject private ListImports listImports;
  @Inject private ShowImport showImport;
  @Inject private MapImport mapImport;
  @Inject private CheckImport checkImport;
  @Inject private StartImport startImport;
  @Inject private PauseImport pauseImport;
  @Inject private ResumeImport resumeImport;
  @Inject private CancelImport cancelImport;
  @Inject private ListRejectedRows listRejectedRows;
  @Inject private ExportRejectedRows exportRejectedRows;
  @Inject private Once once;
  @Inject private HttpServletRequest request;

  @POST
  @Consumes({"text/csv", FileAnswer.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Permitted("import:run")
  @Recorded("ImportUploaded")
  @Operation(
      summary = "Upload a spreadsheet",
      description =
          "The body is the file. The answer shows what was detected and suggests a mapping;"
              + " nothing is imported yet.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = FileAnswer.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "201",
      responseDescription = "The upload, with its preview.")
  public Response uploadImport(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @QueryParam("record")
          @DefaultValue("customer")
          @Schema(
              enumeration = {"customer", "order", "interaction", "feedback", "task"},
              defaultValue = "customer")
          String record,
      @QueryParam("fileName") @Parameter(required = true, example = "khach-hang.csv")
          @Nullable String fileName,
      InputStream body) {
    if (fileName == null || fileName.isBlank()) {
      throw Page.badParameter("fileName", "Thiếu fileName.", "fileName is missing.");
    }
    return uploadImport.upload(
        record,
        fileName,
        body,
        (sha256, add) ->
            once.answer(
                idempotencyKey,
                record + "\n" + fileName + "\n" + HexFormat.of().formatHex(sha256),
                () -> {
                  var added = json(add.get());
                  var location = "/api/v1/imports/" + added.id();
                  return new Answer(201, location, null, Once.text(added));
                }));
  }

  @GET
  @Permitted("import:run")
  @Operation(summary = "The workspace's imports")
  @APIResponseSchema(
      value = ImportJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page, newest first.")
  public Response listImports(
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = listImports.list(Page.limit(limit), cursor);
    var items = page.items().stream().map(this::json).toList();
    return Page.of(new ImportJson.PageJson(items, page.nextCursor()), page.nextCursor(), uri);
  }

  @GET
  @Path("{id}")
  @Permitted("import:run")
  @Operation(summary = "One import and how far it is")
  @APIResponse(responseCode = "200", description = "The import.")
  public ImportJson getImport(@PathParam("id") UUID id) {
    return json(showImport.show(id));
  }

  @PUT
  @Path("{id}/mapping")
  @Permitted("import:run")
  @Recorded(value = "ImportMapped", record = "import")
  @Operation(
      summary = "Say how the file is read and where its columns go",
      description = "Remembered for the next file with the same headings.")
  @APIResponse(responseCode = "200", description = "The import as it is now.")
  public ImportJson mapImport(@PathParam("id") UUID id, MappingJson body) {
    return json(mapImport.map(id, body.toMapping()));
  }

  @POST
  @Path("{id}/check")
  @Permitted("import:run")
  @Recorded(value = "ImportChecked", record = "import")
  @Operation(
      summary = "Dry run",
      description = "A job that says what would happen and changes nothing.")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The dry run is on its way.")
  public Response checkImport(@PathParam("id") UUID id) {
    return Response.accepted(json(checkImport.check(id))).build();
  }

  @POST
  @Path("{id}/start")
  @Permitted("import:run")
  @Recorded(value = "ImportStarted", record = "import")
  @Operation(summary = "Start the import")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The job is on its way.")
  public Response startImport(@PathParam("id") UUID id) {
    return Response.accepted(json(startImport.start(id))).build();
  }

  @POST
  @Path("{id}/pause")
  @Permitted("import:run")
  @Recorded(value = "ImportPaused", record = "import")
  @Operation(summary = "Pause the import", description = "After the batch that is being written.")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The import as it is now.")
  public Response pauseImport(@PathParam("id") UUID id) {
    return Response.accepted(json(pauseImport.pause(id))).build();
  }

  @POST
  @Path("{id}/resume")
  @Permitted("import:run")
  @Recorded(value = "ImportResumed", record = "import")
  @Operation(summary = "Resume a paused import")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The job goes on where it stopped.")
  public Response resumeImport(@PathParam("id") UUID id) {
    return Response.accepted(json(resumeImport.resume(id))).build();
  }

  @POST
  @Path("{id}/cancel")
  @Permitted("import:run")
  @Recorded(value = "ImportCancelled", record = "import")
  @Operation(
      summary = "Cancel the import",
      description = "What was imported stays; the rest is not touched.")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The import as it is now.")
  public Response cancelImport(@PathParam("id") UUID id) {
    return Response.accepted(json(cancelImport.cancel(id))).build();
  }

  @GET
  @Path("{id}/rejected")
  @Permitted("import:run")
  @Operation(summary = "The rows that were not taken, and why")
  @APIResponseSchema(
      value = RejectedRowsJson.class,
      responseCode = "200",
      responseDescription = "A page, in the order of the file.")
  public Response listRejectedRows(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = listRejectedRows.list(id, Page.limit(limit), cursor);
    return Page.of(RejectedRowsJson.of(page, language()), page.nextCursor(), uri);
  }

  @GET
  @Path("{id}/rejected.csv")
  @Produces({"text/csv", MediaType.APPLICATION_JSON})
  @Permitted("import:run")
  @Recorded(value = "RejectedRowsDownloaded", record = "import")
  @Operation(
      summary = "The rows that were not taken, as a file",
      description = "The file's own columns and the reason; importable again once corrected.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response downloadRejectedRows(@PathParam("id") UUID id) {
    var of = showImport.show(id); // 404 before the answer begins
    var language = language();
    StreamingOutput rows = out -> exportRejectedRows.export(id, language, out);
    return Response.ok(rows, "text/csv;charset=utf-8")
        .header("Content-Disposition", Attachment.of("rejected-" + stem(of.fileName()) + ".csv"))
        .build();
  }

  private static String stem(String fileName) {
    var dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  private ImportJson json(ImportView view) {
    return ImportJson.of(view, language());
  }

  private String language() {
    return Exchange.of(request).language();
  }
}
