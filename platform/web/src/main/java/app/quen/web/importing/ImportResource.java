package app.quen.web.importing;

import app.quen.access.Permitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

@Path("/imports")
@ApplicationScoped
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @POST
  @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Permitted("import:run")
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
        @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "201",
      responseDescription = "The upload, with its preview.")
  public Response uploadImport(
      @QueryParam("fileName") @Parameter(required = true, example = "khach-hang.csv")
          @Nullable String fileName,
      InputStream body) {
    throw new NotSupportedException();
  }

  @GET
  @Permitted("import:run")
  @Operation(summary = "The workspace's imports")
  @APIResponse(responseCode = "200", description = "A page, newest first.")
  public ImportJson.PageJson listImports(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    throw new NotSupportedException();
  }

  @GET
  @Path("{id}")
  @Permitted("import:run")
  @Operation(summary = "One import and how far it is")
  @APIResponse(responseCode = "200", description = "The import.")
  public ImportJson getImport(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @PUT
  @Path("{id}/mapping")
  @Permitted("import:run")
  @Operation(
      summary = "Say how the file is read and where its columns go",
      description = "Remembered for the next file with the same headings.")
  @APIResponse(responseCode = "200", description = "The import as it is now.")
  public ImportJson mapImport(@PathParam("id") UUID id, MappingJson body) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/check")
  @Permitted("import:run")
  @Operation(
      summary = "Dry run",
      description = "A job that says what would happen and changes nothing.")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The dry run is on its way.")
  public Response checkImport(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/start")
  @Permitted("import:run")
  @Operation(summary = "Start the import")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The job is on its way.")
  public Response startImport(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/pause")
  @Permitted("import:run")
  @Operation(summary = "Pause the import", description = "After the batch that is being written.")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The import as it is now.")
  public Response pauseImport(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/resume")
  @Permitted("import:run")
  @Operation(summary = "Resume a paused import")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The job goes on where it stopped.")
  public Response resumeImport(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @POST
  @Path("{id}/cancel")
  @Permitted("import:run")
  @Operation(
      summary = "Cancel the import",
      description = "What was imported stays; the rest is not touched.")
  @APIResponseSchema(
      value = ImportJson.class,
      responseCode = "202",
      responseDescription = "The import as it is now.")
  public Response cancelImport(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }

  @GET
  @Path("{id}/rejected")
  @Permitted("import:run")
  @Operation(summary = "The rows that were not taken, and why")
  @APIResponse(responseCode = "200", description = "A page, in the order of the file.")
  public RejectedRowsJson listRejectedRows(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    throw new NotSupportedException();
  }

  @GET
  @Path("{id}/rejected.csv")
  @Produces({"text/csv", MediaType.APPLICATION_JSON})
  @Permitted("import:run")
  @Operation(
      summary = "The rows that were not taken, as a file",
      description = "The file's own columns and the reason; importable again once corrected.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response downloadRejectedRows(@PathParam("id") UUID id) {
    throw new NotSupportedException();
  }
}
