package app.quen.web.record;

import app.quen.exporting.ExportRecordFile;
import app.quen.record.RecordQuery;
import app.quen.web.FileAnswer;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The same records as the lists, as files. */
@ApplicationScoped
public class RecordFiles {

  @Inject private ExportRecordFile exportRecordFile;
  @Inject private HttpServletRequest request;

  /** What file is wanted, of which records. */
  public static class Wanted {

    @QueryParam("format")
    @DefaultValue("csv")
    @Schema(
        enumeration = {"csv", "xlsx"},
        defaultValue = "csv")
    public String format = "csv";

    @QueryParam("filter")
    @Parameter(description = "As in the list.", example = "[\"at:gte:now-P30D\"]")
    public List<String> filters = List.of();

    @QueryParam("sort")
    public @Nullable String sort;

    @QueryParam("columns")
    @Parameter(
        description = "Field keys, separated by commas. Absent: all.",
        example = "at,channel,subject,customer.phones")
    public @Nullable String columns;
  }

  public Response of(String recordType, Wanted wanted) {
    var query = RecordQuery.read(wanted.filters, wanted.sort, false);
    var columns = FileAnswer.columns(wanted.columns);
    var language = Exchange.of(request).language();
    var file =
        exportRecordFile.export(
            recordType, query, FileAnswer.format(wanted.format), columns, language);
    return FileAnswer.of(file);
  }
}
