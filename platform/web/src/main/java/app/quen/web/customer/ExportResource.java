package app.quen.web.customer;

import app.quen.access.Permitted;
import app.quen.exporting.ExportFile;
import app.quen.web.FileAnswer;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers/export")
@ApplicationScoped
@Tag(name = "Customers")
public class ExportResource {

  @Inject private ExportFile exportFile;
  @Inject private HttpServletRequest request;

  @GET
  @Produces({"text/csv", FileAnswer.XLSX, MediaType.APPLICATION_JSON})
  @Permitted("customer:export")
  @Recorded("CustomersExported")
  @Confirmed
  @Operation(
      summary = "Export customers",
      description = "The same customers as the list, all of them, streamed as a file.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = FileAnswer.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response exportCustomers(
      @QueryParam("format")
          @DefaultValue("csv")
          @Schema(
              enumeration = {"csv", "xlsx"},
              defaultValue = "csv")
          String format,
      @BeanParam CustomerQuery query,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("columns")
          @Parameter(
              description = "Field keys, separated by commas. Absent: all.",
              example = "name,phones,telecom.contract")
          @Nullable String columns) {
    var file =
        exportFile.export(
            query.toQuery(sort),
            FileAnswer.format(format),
            FileAnswer.columns(columns),
            language());
    return FileAnswer.of(file);
  }

  private String language() {
    return Exchange.of(request).language();
  }
}
