package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.database.Work;
import app.quen.exporting.internal.OrderColumns;
import app.quen.exporting.internal.Table;
import app.quen.exporting.internal.Tables;
import app.quen.order.ExportOrders;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the orders that a query means out as a file: a row for each line, as an import takes it.
 */
@ApplicationScoped
public class OrderFile {

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Settings settings;
  @Inject ExportOrders orders;
  @Inject ShowCustomer customers;
  @Inject OrderColumns columns;

  /**
   * @param language of headings and choices: vi or en
   */
  @Permitted("order:export")
  public CustomerFile export(OrderQuery query, ExportFile.Format format, String language) {
    List<OrderColumns.Column> all = work.transact(() -> columns.all());
    WorkspaceSettings here = settings.current();
    String name =
        "%s-%s-%s.%s"
            .formatted(
                language.startsWith("vi") ? "don-hang" : "orders",
                tenants.current().slug(),
                here.today(),
                format.ending());
    return new CustomerFile(
        name, format.mediaType(), out -> write(query, format, all, language, here.timeZone(), out));
  }

  private void write(
      OrderQuery query,
      ExportFile.Format format,
      List<OrderColumns.Column> all,
      String language,
      ZoneId zone,
      OutputStream out) {
    try (Table table = Tables.open(format, out, language, zone)) {
      table.headings(all.stream().map(column -> column.field().label().in(language)).toList());
      orders.export(query, page -> write(table, all, page));
    }
  }

  private void write(Table table, List<OrderColumns.Column> all, List<OrderView> page) {
    Map<UUID, CustomerView> buyers = new HashMap<>();
    for (OrderView order : page) {
      CustomerView buyer = order.customerId() == null ? null : buyer(order.customerId(), buyers);
      JsonObject json = order.json();
      boolean first = true;
      for (JsonObject line : OrderColumns.lines(order)) {
        for (OrderColumns.Column column : all) {
          table.cell(column.cell(), column.value(json, line, first, buyer));
        }
        table.endRow();
        first = false;
      }
    }
  }

  private @Nullable CustomerView buyer(UUID id, Map<UUID, CustomerView> known) {
    return known.computeIfAbsent(
        id,
        k -> {
          try {
            return customers.show(new CustomerId(k));
          } catch (NoSuchCustomer gone) {
            return null;
          }
        });
  }
}
