package app.quen.order.internal;

import static app.quen.order.internal.Amounts.problem;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.Source;
import app.quen.fact.Outbox;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.StoredValues;
import app.quen.field.Unwritable;
import app.quen.order.OrderConflict;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.OrderView;
import app.quen.order.internal.OrderRows.Stored;
import app.quen.order.internal.OrderRules.Checked;
import app.quen.order.internal.OrderRules.Frame;
import app.quen.order.internal.OrderRules.Place;
import app.quen.order.internal.OrderWriter.Row;
import app.quen.rollup.Rollups;
import app.quen.secret.Sealing;
import app.quen.secret.SecretFields;
import app.quen.secret.Vault;
import app.quen.setting.Settings;
import app.quen.source.Sources;
import app.quen.trash.EmptyTrash;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The orders of the workspace that is entered, one at a time; many go through {@link OrderBatch}.
 * Whoever writes an order holds the row of its customer first, then that of the order.
 */
@ApplicationScoped
public class Orders {

  static final String RECORD = "order";

  @Inject Access access;
  @Inject OrderWriter writer;
  @Inject Outbox outbox;
  @Inject Fields fields;
  @Inject StoredValues storedValues;
  @Inject Vault vault;
  @Inject SecretFields secrets;
  @Inject Settings settings;
  @Inject Rollups rollups;
  @Inject EmptyTrash trash;
  @Inject Sources sources;
  @Inject Policy policy;
  @Inject HeldOrders held;

  /** As the database keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  static OrderId newId() {
    return new OrderId(UuidCreator.getTimeOrderedEpoch());
  }

  Place here() {
    return new Place(settings.current(), fields.forWriting(RECORD));
  }

  public OrderView show(OrderId id) {
    Sight sight = policy.of(RECORD);
    held.require(id, sight.rows("o"));
    return SeenOrder.of(held.one(id).order(), sight);
  }

  public JsonArray history(OrderId id) {
    Sight sight = policy.of(RECORD);
    held.require(id, sight.rows("o"));
    List<JsonObject> entries =
        OrderChanges.array(held.one(id).history()).getValuesAs(JsonObject.class);
    List<Vault.Told> told =
        entries.stream().map(entry -> new Vault.Told(id.value(), entry)).toList();
    JsonArray opened = OrderShape.JSON.createArrayBuilder(vault.openChanges(RECORD, told)).build();
    return SeenOrder.history(opened, sight);
  }

  /** What was written, for who wrote it. */
  private OrderView seen(OrderView order) {
    return SeenOrder.of(order, policy.of(RECORD));
  }

  static List<Problem> against(Set<String> keys, Sight sight) {
    return Unwritable.among(keys, sight);
  }

  public OrderView place(OrderDraft draft, Source by) {
    refuse(against(SeenOrder.keys(draft), policy.of(RECORD)));
    Place place = here();
    Source source = origin(by, draft.sourceId());
    Set<UUID> customers = held.lockCustomers(one(draft.customerId()));
    Checked checked =
        OrderRules.check(
            draft, Frame.ofNew(newId(), access.actor(), now(), sourceId(source)), place, null);
    List<Problem> problems = new ArrayList<>(checked.problems());
    problems.addAll(against(checked.order(), customers));
    refuse(problems);
    OrderView order = checked.order();
    refuse(claimed(place, null, order));
    JsonArray changes = OrderChanges.between(null, order);
    String history = remembered(null, "OrderPlaced", order, source, changes);
    JsonObject kept = values(order, null, place.fields());
    unique(order, () -> writer.insert(List.of(new Row(order, history, null, kept))));
    tell("OrderPlaced", order, source, changes);
    rollups.refresh(customers);
    return seen(order);
  }

  /** The same, from one of the workspace's sources: the one that is named, else the usual one. */
  Source origin(Source source, @Nullable UUID named) {
    return source.of(
        sources.resolve(source.sourceKind(), named == null ? source.sourceId() : named));
  }

  static UUID sourceId(Source origin) {
    return Objects.requireNonNull(origin.sourceId());
  }

  public OrderView revise(OrderId id, JsonObject patch, int expectedVersion, Source source) {
    UUID asked = patch.get("customerId") == null ? null : OrderDraft.read(only(patch)).customerId();
    Place place = here();
    Stored stored = held.lock(id, one(asked));
    OrderView before = stored.order();
    if (before.version() != expectedVersion) {
      Sight sight = policy.of(RECORD);
      throw new OrderConflict(
          seen(before),
          changedSince(stored, expectedVersion).stream().filter(sight::reads).toList());
    }
    refuse(inTrash(before));
    refuse(against(SeenOrder.keys(patch), policy.of(RECORD)));
    JsonValue content = OrderShape.JSON.createMergePatch(patch).apply(OrderShape.content(before));
    OrderDraft draft = OrderDraft.read(content.asJsonObject());
    Checked checked =
        OrderRules.check(draft, Frame.next(before, access.actor(), now()), place, before);
    OrderView after = checked.order();
    List<Problem> problems = new ArrayList<>(checked.problems());
    Set<UUID> customers = held.lockCustomers(both(before.customerId(), after.customerId()));
    problems.addAll(against(after, customers));
    if (!after.kind().equals(before.kind())) {
      problems.add(
          problem(
              "lines",
              "other-kind",
              "Đơn bán không thể đổi thành đơn trả hàng, và ngược lại.",
              "A sale cannot become a return, nor the other way round."));
    }
    refuse(problems);
    JsonArray changes = OrderChanges.between(before, after);
    if (changes.isEmpty() && before.lines().equals(after.lines())) {
      return seen(before);
    }
    refuse(claimed(place, before, after));
    unique(after, () -> write("OrderRevised", stored, after, source));
    return seen(after);
  }

  public OrderView pay(OrderId id, OrderDraft.Payment draft, Source source) {
    Stored stored = held.lock(id, Set.of());
    OrderView before = stored.order();
    List<Problem> problems = inTrash(before);
    OrderView.Payment payment = OrderRules.payment(draft, "", now(), problems);
    if (before.state().equals("cancelled") && payment.amount().signum() > 0) {
      problems.add(
          problem(
              "state",
              "cancelled",
              "Đơn đã hủy không nhận thanh toán.",
              "A cancelled order takes no payments."));
    }
    refuse(problems);
    List<OrderView.Payment> payments =
        Stream.concat(before.payments().stream(), Stream.of(payment)).toList();
    BigDecimal due = before.total().subtract(before.returned());
    boolean whole = OrderRules.sum(payments).compareTo(due) >= 0;
    OrderView after =
        new Revision(before, access.actor(), now())
            .payments(payments)
            .state(before.state().equals("placed") && whole ? "paid" : before.state())
            .order();
    write("OrderRevised", stored, after, source);
    return seen(after);
  }

  public OrderView takeBack(OrderId id, OrderDraft.Return draft, Source source) {
    Stored stored = held.lock(id, Set.of());
    OrderView before = stored.order();
    refuse(inTrash(before));
    Returning.Result result = Returning.of(before, draft, now());
    refuse(result.problems());
    boolean whole =
        result.lines().stream()
            .allMatch(line -> line.returnedQuantity().compareTo(line.quantity()) == 0);
    OrderView after =
        new Revision(before, access.actor(), now())
            .lines(result.lines(), before.lineCount(), before.total())
            .returns(Stream.concat(before.returns().stream(), Stream.of(result.goods())).toList())
            .state(whole ? "returned" : before.state())
            .order();
    write("OrderRevised", stored, after, source);
    return seen(after);
  }

  public OrderView trash(OrderId id, Source source) {
    return move(id, true, "OrderTrashed", source);
  }

  public OrderView restore(OrderId id, Source source) {
    return move(id, false, "OrderRestored", source);
  }

  private OrderView move(OrderId id, boolean deleted, String fact, Source source) {
    Stored stored = held.lock(id, Set.of());
    OrderView before = stored.order();
    if ((before.deletedAt() != null) == deleted) {
      return seen(before);
    }
    if (deleted) {
      trash.emptyLater();
    }
    OrderView after = new Revision(before, access.actor(), now()).deleted(deleted).order();
    write(fact, stored, after, source);
    return seen(after);
  }

  private void write(String fact, Stored stored, OrderView after, Source source) {
    Catalogue catalogue = fields.catalogue(RECORD);
    OrderView before = stored.order();
    JsonArray changes = OrderChanges.between(before, after);
    writer.update(
        new Row(
            after,
            remembered(stored.history(), fact, after, source, changes),
            stored.importId(),
            values(after, stored.values(), catalogue)));
    if (!before.lines().equals(after.lines())) {
      writer.replaceLines(after);
    }
    if (!before.payments().equals(after.payments())) {
      writer.replacePayments(after);
    }
    tell(fact, after, source, changes);
    rollups.refresh(both(before.customerId(), after.customerId()));
  }

  /**
   * What is to be stored: the values of fields that are not visible now stay.
   *
   * @param stored null for a new order
   */
  JsonObject values(OrderView after, @Nullable JsonObject stored, Catalogue catalogue) {
    Sealing sealing = new Sealing(after.id().value(), after.customerId(), stored, after.fields());
    return storedValues.kept(RECORD, catalogue, List.of(sealing)).getFirst();
  }

  /** What only the database has against the values; takes them where there is nothing. */
  List<Problem> claimed(Place place, @Nullable OrderView before, OrderView after) {
    JsonObject known = before == null ? JsonValue.EMPTY_JSON_OBJECT : before.fields();
    var claim = new StoredValues.Claim(after.id().value(), known, after.fields());
    return storedValues.claim(RECORD, place.fields(), List.of(claim)).getFirst();
  }

  String remembered(
      @Nullable String history, String type, OrderView order, Source source, JsonArray changes) {
    JsonObject told = OrderShape.JSON.createObjectBuilder().add("changes", changes).build();
    JsonArray sealed =
        vault
            .sealChanges(RECORD, order.id().value(), order.customerId(), secrets.of(RECORD), told)
            .getJsonArray("changes");
    return OrderChanges.remembered(
        history, type, order, access.actor(), order.updatedAt(), source, sealed);
  }

  private void tell(String type, OrderView order, Source source, JsonArray changes) {
    outbox.record(type, RECORD, order.id().value(), OrderChanges.payload(order, source, changes));
  }

  private List<Problem> against(OrderView order, Set<UUID> customers) {
    UUID customer = order.customerId();
    return customer == null || customers.contains(customer)
        ? List.of()
        : List.of(
            problem(
                "customerId",
                "unknown",
                "Không có khách hàng này trong không gian làm việc.",
                "There is no such customer in this workspace."));
  }

  private static List<Problem> inTrash(OrderView order) {
    List<Problem> problems = new ArrayList<>();
    if (order.deletedAt() != null) {
      problems.add(
          problem(
              "deletedAt",
              "in-trash",
              "Đơn hàng đang ở thùng rác; hãy khôi phục trước.",
              "The order is in the trash; restore it first."));
    }
    return problems;
  }

  static Problem taken(String number) {
    return problem(
        "number",
        "taken",
        "Đã có đơn hàng mang số “" + number + "” (có thể đang ở thùng rác).",
        "There is an order with the number “" + number + "” already, maybe in the trash.");
  }

  private static void unique(OrderView order, Runnable write) {
    try {
      write.run();
    } catch (UnableToExecuteStatementException e) {
      String message = String.valueOf(e.getCause() == null ? null : e.getCause().getMessage());
      if (message.contains("Duplicate entry") && message.contains("sales_order_number")) {
        throw new Invalid(List.of(taken(order.number())));
      }
      throw e;
    }
  }

  private static List<String> changedSince(Stored stored, int version) {
    Set<String> changed = new LinkedHashSet<>();
    for (JsonObject entry : OrderChanges.array(stored.history()).getValuesAs(JsonObject.class)) {
      if (entry.getInt("version", 0) > version) {
        entry
            .getJsonArray("changes")
            .getValuesAs(JsonObject.class)
            .forEach(change -> changed.add(change.getString("field")));
      }
    }
    return List.copyOf(changed);
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private static JsonObject only(JsonObject patch) {
    return OrderShape.JSON
        .createObjectBuilder()
        .add("customerId", Objects.requireNonNull(patch.get("customerId")))
        .build();
  }

  private static Set<UUID> one(@Nullable UUID id) {
    return id == null ? Set.of() : Set.of(id);
  }

  private static Set<UUID> both(@Nullable UUID one, @Nullable UUID other) {
    return Stream.of(one(one), one(other)).flatMap(Set::stream).collect(Collectors.toSet());
  }
}
