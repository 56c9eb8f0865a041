package app.quen.order.internal;

import static app.quen.order.internal.Amounts.problem;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.customer.RunMemory;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Problem;
import app.quen.order.OrderDraft;
import app.quen.order.OrderView;
import app.quen.order.PlaceManyOrders.Known;
import app.quen.order.PlaceManyOrders.Manner;
import app.quen.order.PlaceManyOrders.Outcome;
import app.quen.order.PlaceManyOrders.Unknown;
import app.quen.order.internal.OrderRows.Stored;
import app.quen.order.internal.OrderRules.Checked;
import app.quen.order.internal.OrderRules.Frame;
import app.quen.order.internal.OrderRules.Place;
import app.quen.order.internal.OrderWriter.Row;
import app.quen.rollup.Rollups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many orders with few statements. Does to each what {@link Orders} does to one. */
@ApplicationScoped
public class OrderBatch {

  @Inject Work work;
  @Inject Access access;
  @Inject Orders orders;
  @Inject HeldOrders held;
  @Inject OrderRows rows;
  @Inject OrderWriter writer;
  @Inject Outbox outbox;
  @Inject Rollups rollups;
  @Inject RunMemory runs;
  @Inject Policy policy;

  public List<Outcome> place(List<OrderDraft> parts, Manner manner, Source source) {
    if (manner.known() == Known.REPLACE) {
      access.require("order:update");
    }
    return new Writing(manner, source).place(parts);
  }

  /** One batch on its way. */
  private final class Writing {

    private final Manner manner;
    private final Source source;
    private final Place place = orders.here();
    private final Instant now = Orders.now();
    private final List<Row> made = new ArrayList<>();
    private final List<Outbox.Entry> placed = new ArrayList<>();
    private final List<Outbox.Entry> revised = new ArrayList<>();
    private final Set<UUID> touched = new HashSet<>();
    private final Set<UUID> found = new HashSet<>();
    private Set<UUID> changeable = Set.of();

    Writing(Manner manner, Source source) {
      this.manner = manner;
      this.source = orders.origin(source, null);
    }

    List<Outcome> place(List<OrderDraft> parts) {
      Map<String, Stored> known = locked(parts);
      changeable = held.changeable(known.values());
      List<Outcome> outcomes = new ArrayList<>(parts.size());
      for (OrderDraft part : parts) {
        outcomes.add(take(part, known.get(OrderRules.key(Objects.requireNonNull(part.number())))));
      }
      writer.insert(made);
      Map<UUID, Integer> marks = new HashMap<>();
      made.forEach(row -> marks.put(row.order().id().value(), row.order().version()));
      found.forEach(id -> marks.put(id, RunMemory.FOUND));
      runs.made(source, Orders.RECORD, marks);
      outbox.recordAll("OrderPlaced", Orders.RECORD, placed);
      outbox.recordAll("OrderRevised", Orders.RECORD, revised);
      rollups.refresh(touched);
      return outcomes;
    }

    private Outcome take(OrderDraft part, @Nullable Stored known) {
      if (known == null) {
        return manner.unknown() == Unknown.SKIP ? leftOut() : make(part);
      }
      OrderView before = known.order();
      if (!changeable.contains(before.id().value())) {
        return refused(Orders.taken(before.number()));
      }
      if (before.deletedAt() != null) {
        return refused(
            problem(
                "number",
                "in-trash",
                "Đơn “" + before.number() + "” đang ở thùng rác; hãy khôi phục trước.",
                "The order “" + before.number() + "” is in the trash; restore it first."));
      }
      boolean ours = manner.importId().equals(known.importId());
      if (!ours && manner.known() == Known.SKIP) {
        return leftOut();
      }
      if (part.customerId() != null
          && before.customerId() != null
          && !part.customerId().equals(before.customerId())) {
        return refused(
            problem(
                "number",
                "other-customer",
                "Đơn “" + before.number() + "” là của khách hàng khác.",
                "The order “" + before.number() + "” is another customer's."));
      }
      return ours ? extend(part, known) : replace(part, known);
    }

    private Outcome make(OrderDraft part) {
      List<Problem> against = Orders.against(SeenOrder.keys(part), policy.of(Orders.RECORD));
      if (!against.isEmpty()) {
        return new Outcome(null, false, against);
      }
      Checked checked =
          OrderRules.check(
              part,
              Frame.ofNew(Orders.newId(), access.actor(), now, Orders.sourceId(source)),
              place,
              null);
      if (!checked.problems().isEmpty()) {
        return new Outcome(null, false, checked.problems());
      }
      OrderView order = checked.order();
      List<Problem> problems = claimed(null, order);
      if (!problems.isEmpty()) {
        return new Outcome(null, false, problems);
      }
      JsonArray changes = OrderChanges.between(null, order);
      String history = orders.remembered(null, "OrderPlaced", order, source, changes);
      made.add(
          new Row(order, history, manner.importId(), orders.values(order, null, place.fields())));
      placed.add(fact(order, changes));
      touch(order);
      return new Outcome(order.id(), true, List.of());
    }

    /** Adds the part's lines to what an earlier chunk brought of the same order. */
    private Outcome extend(OrderDraft part, Stored known) {
      OrderView before = known.order();
      Checked checked =
          OrderRules.check(
              onlyLines(part, before), Frame.next(before, access.actor(), now), place, null);
      List<Problem> problems = new ArrayList<>(checked.problems());
      List<OrderView.Line> added = new ArrayList<>();
      BigDecimal total = before.total();
      int count = before.lineCount();
      for (OrderView.Line line : checked.order().lines()) {
        added.add(at(line, ++count));
        total = total.add(line.total());
      }
      if (!checked.order().kind().equals(before.kind())) {
        problems.add(otherKind());
      } else if (count > OrderRules.MOST_LINES) {
        problems.add(
            problem(
                "lines",
                "too-many",
                "Tối đa " + OrderRules.MOST_LINES + " dòng hàng cho một đơn.",
                OrderRules.MOST_LINES + " lines at most for an order."));
      }
      if (!problems.isEmpty()) {
        return new Outcome(null, false, problems);
      }
      Instant placedAt = part.placedAt();
      boolean earlier = placedAt != null && placedAt.isBefore(before.placedAt());
      OrderView after =
          new Revision(before, access.actor(), now)
              .lines(added, count, total)
              .placedAt(earlier ? placedAt : before.placedAt())
              .order();
      write(known, after, known.values());
      writer.insertLines(List.of(after), before.lineCount());
      runs.goesOn(source, Orders.RECORD, before.id().value(), before.version(), after.version());
      return new Outcome(before.id(), madeHere(known), List.of());
    }

    private Outcome replace(OrderDraft part, Stored known) {
      List<Problem> against = Orders.against(SeenOrder.keys(part), policy.of(Orders.RECORD));
      if (!against.isEmpty()) {
        return new Outcome(null, false, against);
      }
      Stored whole = rows.stored(List.of(known.order().id().value()), true).getFirst();
      OrderView before = whole.order();
      JsonObject content = OrderShape.content(before);
      OrderDraft was = OrderDraft.read(content);
      OrderDraft draft =
          new OrderDraft(
              was.number(),
              or(part.customerId(), was.customerId()),
              or(part.placedAt(), was.placedAt()),
              or(part.state(), was.state()),
              or(part.channel(), was.channel()),
              or(part.store(), was.store()),
              or(part.currency(), was.currency()),
              part.lines(),
              or(part.discount(), was.discount()),
              or(part.shipping(), was.shipping()),
              or(part.tax(), was.tax()),
              was.payments(),
              or(part.note(), was.note()),
              or(part.sourceId(), was.sourceId()),
              merged(was.fields(), part.fields()));
      Checked checked =
          OrderRules.check(draft, Frame.next(before, access.actor(), now), place, before);
      List<Problem> problems = new ArrayList<>(checked.problems());
      OrderView after = checked.order();
      if (!after.kind().equals(before.kind())) {
        problems.add(otherKind());
      }
      if (problems.isEmpty()) {
        problems.addAll(claimed(before, after));
      }
      if (!problems.isEmpty()) {
        return new Outcome(null, false, problems);
      }
      write(whole, after, orders.values(after, whole.values(), place.fields()));
      writer.replaceLines(after);
      found.add(before.id().value());
      return new Outcome(before.id(), false, List.of());
    }

    private void write(Stored known, OrderView after, JsonObject values) {
      JsonArray changes = OrderChanges.between(known.order(), after);
      String history = orders.remembered(known.history(), "OrderRevised", after, source, changes);
      writer.update(new Row(after, history, manner.importId(), values));
      revised.add(fact(after, changes));
      touch(known.order());
      touch(after);
    }

    /** Nothing is asked where the file and the order have no values of fields. */
    private List<Problem> claimed(@Nullable OrderView before, OrderView after) {
      boolean none = after.fields().isEmpty() && (before == null || before.fields().isEmpty());
      return none ? List.of() : orders.claimed(place, before, after);
    }

    private void touch(OrderView order) {
      if (order.customerId() != null) {
        touched.add(order.customerId());
      }
    }

    private Outbox.Entry fact(OrderView order, JsonArray changes) {
      return new Outbox.Entry(
          order.id().value(), OrderChanges.payload(order, source, changes).toString());
    }

    /** Whether this import made the order, and did not find it. */
    private boolean madeHere(Stored known) {
      return OrderChanges.array(known.history())
          .getJsonObject(0)
          .getJsonObject("source")
          .getString("id", "")
          .equals(manner.importId().toString());
    }
  }

  /** Those that are known, by the keys of their numbers; with the locks of their customers. */
  private Map<String, Stored> locked(List<OrderDraft> parts) {
    List<String> keys =
        parts.stream().map(part -> OrderRules.key(Objects.requireNonNull(part.number()))).toList();
    Set<UUID> customers = new HashSet<>();
    parts.stream().map(OrderDraft::customerId).filter(Objects::nonNull).forEach(customers::add);
    Set<UUID> ids = new HashSet<>();
    if (!keys.isEmpty()) {
      work.sql()
          .createQuery("SELECT id, customer_id FROM sales_order WHERE number_key IN (<keys>)")
          .bindList("keys", keys)
          .map(
              (row, context) -> {
                UUID customer = row.getObject(2, UUID.class);
                if (customer != null) {
                  customers.add(customer);
                }
                return ids.add(row.getObject(1, UUID.class));
              })
          .forEach(added -> {});
    }
    held.lockCustomers(customers);
    Map<String, Stored> known = new HashMap<>();
    if (!ids.isEmpty()) {
      work.sql()
          .createQuery("SELECT id FROM sales_order WHERE id IN (<ids>) ORDER BY id FOR UPDATE")
          .bindList("ids", List.copyOf(ids))
          .mapTo(UUID.class)
          .list();
      for (Stored stored : rows.stored(ids, false)) {
        known.put(OrderRules.key(stored.order().number()), stored);
      }
    }
    return known;
  }

  /** The rest of the order was said by its first part. */
  private static OrderDraft onlyLines(OrderDraft part, OrderView before) {
    return new OrderDraft(
        part.number(),
        part.customerId(),
        part.placedAt(),
        null,
        null,
        null,
        null,
        part.lines(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        before.fields());
  }

  private static OrderView.Line at(OrderView.Line line, int position) {
    return new OrderView.Line(
        position,
        line.sku(),
        line.name(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.tax(),
        line.total(),
        line.returnedQuantity());
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
    return said == null ? known : said;
  }

  private static JsonObject merged(JsonObject known, JsonObject said) {
    var json = OrderShape.JSON.createObjectBuilder(known);
    said.forEach(json::add);
    return json.build();
  }

  private static Outcome leftOut() {
    return new Outcome(null, false, List.of());
  }

  private static Outcome refused(Problem problem) {
    return new Outcome(null, false, List.of(problem));
  }

  private static Problem otherKind() {
    return problem(
        "lines",
        "mixed",
        "Số đơn này vừa có hàng bán vừa có hàng trả; hãy ghi phần trả bằng một số riêng.",
        "This number has both goods sold and goods given back; give the return a number of its"
            + " own.");
  }
}
