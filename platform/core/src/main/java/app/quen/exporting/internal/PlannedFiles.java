package app.quen.exporting.internal;

import app.quen.customer.CustomerQuery;
import app.quen.customer.FindCustomers;
import app.quen.exporting.CustomerFile;
import app.quen.exporting.ExportFile;
import app.quen.exporting.ExportRecordFile;
import app.quen.exporting.OrderFile;
import app.quen.exporting.StartExport.Plan;
import app.quen.feedback.ListFeedback;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.interaction.ListInteractions;
import app.quen.order.FindOrders;
import app.quen.order.OrderQuery;
import app.quen.record.RecordQuery;
import app.quen.task.ListTasks;
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
  @Inject FindCustomers findCustomers;
  @Inject FindOrders findOrders;
  @Inject ListInteractions listInteractions;
  @Inject ListFeedback listFeedback;
  @Inject ListTasks listTasks;

  /**
   * @throws Invalid if it cannot be meant
   */
  CustomerFile file(Plan plan) {
    // the same form for all records: it is read, and refused, in one place
    CustomerQuery query = CustomerQuery.ofJson(plan.query());
    return switch (plan.record()) {
      case "customer" -> customers.export(query, plan.format(), plan.columns(), plan.language());
      case "order" -> orders.export(ofOrders(plan.query()), plan.format(), plan.language());
      case "interaction", "feedback", "task" ->
          records.export(
              plan.record(),
              ofRecords(plan.query()),
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

  /**
   * Reads one record, so that the query is tried.
   *
   * @throws Invalid if it asks for what there is not
   */
  void tryOut(Plan plan) {
    switch (plan.record()) {
      case "customer" -> findCustomers.find(CustomerQuery.ofJson(plan.query()), null, 1);
      case "order" -> findOrders.find(ofOrders(plan.query()), null, 1);
      case "interaction" -> listInteractions.list(ofRecords(plan.query()), null, 1);
      case "feedback" -> listFeedback.list(ofRecords(plan.query()), null, 1);
      default -> listTasks.list(ofRecords(plan.query()), null, 1);
    }
  }

  private static OrderQuery ofOrders(JsonObject query) {
    return OrderQuery.read(text(query, "q"), filters(query), text(query, "sort"), false);
  }

  private static RecordQuery ofRecords(JsonObject query) {
    return RecordQuery.read(filters(query), text(query, "sort"), false);
  }

  private static List<String> filters(JsonObject query) {
    return query.containsKey("filters")
        ? query.getJsonArray("filters").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList()
        : List.of();
  }

  private static @Nullable String text(JsonObject query, String name) {
    return query.get(name) instanceof JsonString text ? text.getString() : null;
  }
}
