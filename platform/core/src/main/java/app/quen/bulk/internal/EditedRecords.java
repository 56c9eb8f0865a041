package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.bulk.internal.RecordEdits.Page;
import app.quen.customer.Source;
import app.quen.order.FindOrders;
import app.quen.order.NoSuchOrder;
import app.quen.order.OrderId;
import app.quen.order.OrderPage;
import app.quen.order.OrderQuery;
import app.quen.order.ReviseOrder;
import app.quen.order.ShowOrder;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds, reads and changes records by the name of their kind. */
@ApplicationScoped
class EditedRecords {

  private static final String ORDER = "order";

  @Inject Access access;
  @Inject Records records;
  @Inject @Any Instance<RecordDeclaration> declared;
  @Inject FindOrders findOrders;
  @Inject ShowOrder showOrder;
  @Inject ReviseOrder reviseOrder;

  private RecordType type(String record) {
    return declared.stream()
        .map(RecordDeclaration::type)
        .filter(type -> type.name().equals(record))
        .findFirst()
        .orElseThrow(
            () ->
                Plans.refused(
                    "record",
                    "not-a-choice",
                    "Loại bản ghi là customer, order, interaction, feedback hoặc task.",
                    "The record is customer, order, interaction, feedback or task."));
  }

  Page find(String record, JsonObject query, @Nullable String cursor, int limit) {
    access.require(record + ":read");
    List<String> filters = new ArrayList<>();
    if (query.get("filters") instanceof JsonArray written) {
      written.getValuesAs(JsonString.class).forEach(filter -> filters.add(filter.getString()));
    }
    String sort = query.getString("sort", null);
    if (record.equals(ORDER)) {
      OrderQuery orders = OrderQuery.read(query.getString("q", null), filters, sort, false);
      OrderPage page = findOrders.find(orders, cursor, limit);
      return new Page(
          page.items().stream().map(order -> order.id().value()).toList(), page.nextCursor());
    }
    RecordPage page =
        records.list(type(record), RecordQuery.read(filters, sort, false), cursor, limit);
    return new Page(page.items().stream().map(RecordView::id).toList(), page.nextCursor());
  }

  Map<UUID, JsonObject> show(String record, Collection<UUID> ids) {
    access.require(record + ":read");
    Map<UUID, JsonObject> found = new HashMap<>();
    if (!record.equals(ORDER)) {
      records.show(type(record), ids).forEach(view -> found.put(view.id(), view.json()));
      return found;
    }
    for (UUID id : ids) {
      try {
        found.put(id, showOrder.show(new OrderId(id)).json());
      } catch (NoSuchOrder gone) {
        // said of those that are not found
      }
    }
    return found;
  }

  String name(String record, JsonObject json) {
    String title = record.equals(ORDER) ? "number" : type(record).title();
    return json.getString(title, "");
  }

  /** The caller may update such records. */
  void revise(String record, UUID id, JsonObject patch, int version, Source source) {
    if (record.equals(ORDER)) {
      reviseOrder.revise(new OrderId(id), patch, version, source);
    } else {
      records.revise(type(record), id, patch, version, source);
    }
  }
}
