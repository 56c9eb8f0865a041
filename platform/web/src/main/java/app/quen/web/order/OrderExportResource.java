package app.quen.web.order;

import app.quen.access.Permitted;
import app.quen.exporting.OrderFile;
import app.quen.order.OrderQuery;
import app.quen.web.FileAnswer;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/orders/export")
@ApplicationScoped
@Tag(name = "Orders")
public class OrderExportResource {

  @Inject private OrderFile orderFile;
  @Inject private HttpServletRequest request;

  @GET
  @Produces({"text/csv", FileAnswer.XLSX, MediaType.APPLICATION_JSON})
  @Permitted("order:export")
  @Recorded("OrdersExported")
  @Confirmed
  @Operation(
      summary = "Export orders",
      description =
          "The same orders as the list, all of them, a row for each line, streamed as a file that"
              + " can be imported again.")
  @APIResponse(
      responseCode = "200",
      description = "The file; its name is in Content-Disposition.",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = FileAnswer.XLSX,
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public Response exportOrders(
      @QueryParam("format")
          @DefaultValue("csv")
          @Schema(
              enumeration = {"csv", "xlsx"},
              defaultValue = "csv")
          String format,
      @QueryParam("number") @Nullable String number,
      @QueryParam("filter") List<String> filters,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("trash") @Schema(type = SchemaType.BOOLEAN, defaultValue = "false")
          @Nullable String trash) {
    var query = OrderQuery.read(number, filters, sort, Page.flag("trash", trash));
    var file = orderFile.export(query, FileAnswer.format(format), Exchange.of(request).language());
    return FileAnswer.of(file);
  }
}
