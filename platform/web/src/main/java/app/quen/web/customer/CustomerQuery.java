package app.quen.web.customer;

import app.quen.web.Page;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which customers are meant: the same for the list, its count and its export. */
public class CustomerQuery {

  @QueryParam("q")
  @Parameter(
      description = "Free text; accents, tone placement and đ/d make no difference.",
      example = "tran hoa")
  public @Nullable String q;

  @QueryParam("filter")
  @Parameter(
      description =
          "Repeatable: <field key>:<op>:<value>; op is eq, ne, in (comma list), lt, lte, gt, gte,"
              + " contains, empty or notempty.",
      example = "[\"stage:eq:regular\"]")
  public List<String> filters = List.of();

  @QueryParam("archived")
  @Parameter(
      description = "Archived customers instead of the others.",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public @Nullable String archived;

  app.quen.customer.CustomerQuery toQuery(@Nullable String sort) {
    return app.quen.customer.CustomerQuery.read(q, filters, sort, Page.flag("archived", archived));
  }
}
