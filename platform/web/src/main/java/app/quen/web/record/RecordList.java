package app.quen.web.record;

import app.quen.record.RecordQuery;
import app.quen.web.Page;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which records are meant, and in which order. */
public class RecordList {

  @QueryParam("filter")
  @Parameter(
      description =
          "Repeatable: <key>:<op>:<value>; op is eq, ne, in (comma list), lt, lte, gt, gte,"
              + " contains, empty or notempty. Members can be me, times now, now-P7D or now+PT4H.",
      example = "[\"customerId:eq:0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11\"]")
  public List<String> filters = List.of();

  @QueryParam("sort")
  @Parameter(
      description = "A key that the list can be sorted by; with - before it: descending.",
      example = "-createdAt")
  public @Nullable String sort;

  @QueryParam("trashed")
  @Parameter(
      description = "What is in the trash instead of the rest.",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public @Nullable String trashed;

  @QueryParam("limit")
  public @Nullable String limit;

  @QueryParam("cursor")
  public @Nullable String cursor;

  public RecordQuery query() {
    return RecordQuery.read(filters, sort, Page.flag("trashed", trashed));
  }

  public int size() {
    return Page.limit(limit);
  }
}
