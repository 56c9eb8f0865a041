package app.quen.exporting.internal;

import app.quen.customer.CustomerQuery;
import app.quen.exporting.CustomerFile;
import app.quen.exporting.ExportFile;
import app.quen.exporting.ExportRecordFile;
import app.quen.exporting.OrderFile;
import app.quen.exporting.StartExport.Plan;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.order.OrderQuery;
import app.quen.record.RecordQuery;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file that a plan means, by the use case of its kind of record. */
@ApplicationScoped
class PlannedFiles {

  @Inject ExportFile customers;
  @Inject OrderFile orders;
  @Inject ExportRecordFile records;

  /**
   * @throws Invalid if it cannot be meant
   */
  CustomerFile file(Plan plan) {
    JsonObject query = plan.query();
    // the same form for all records: it is read, and refused, in one place
    CustomerQuery.ofJson(query);
    List<String> filters =
        query.containsKey("filters")
            ? query.getJsonArray("filters").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList()
            : List.of();
    return switch (plan.record()) {
      case "customer" ->
          customers.export(
              CustomerQuery.ofJson(query), plan.format(), plan.columns(), plan.language());
      case "order" ->
          orders.export(
              OrderQuery.read(text(query, "q"), filters, text(query, "sort"), false),
              plan.format(),
              plan.language());
      case "interaction", "feedback", "task" ->
          records.export(
              plan.record(),
              RecordQuery.read(filters, text(query, "sort"), false),
              plan.format(),
              plan.columns(),
              plan.language());
      default ->
          throw new Invalid(
              List.of(
                  new Problem(
                      "record",
                      "not-a-choice",
                      new Text(
                          "Loại bản ghi là customer, order, interaction, feedback hoặc task.",
                          "The record is customer, order, interaction, feedback or task."))));
    };
  }

  private static @Nullable String text(JsonObject query, String name) {
    return query.get(name) instanceof JsonString text ? text.getString() : null;
  }
}
