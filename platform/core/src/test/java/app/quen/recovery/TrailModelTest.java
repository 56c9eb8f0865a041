package app.quen.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.audit.AuditEntry;
import app.quen.audit.VerifyTrail;
import app.quen.bulk.BulkView;
import app.quen.customer.CustomerView;
import app.quen.customer.RestoreCustomer;
import app.quen.customer.Source;
import app.quen.customer.TrashCustomer;
import app.quen.field.Invalid;
import app.quen.history.HistoryEntry;
import app.quen.history.ShowHistory;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Any sequence of edits, bulk edits, undoings and recoveries ends where the trail says, and the
 * history of each customer says the same; in two workspaces at once.
 */
class TrailModelTest {

  private static final List<String> PATCHES =
      List.of(
          "{\"name\":\"Trần Thị Hoa\"}",
          "{\"name\":\"Lê Nam\",\"occupation\":\"Thợ\"}",
          "{\"occupation\":null}",
          "{\"stage\":\"regular\"}",
          "{\"fields\":{\"workspace.note\":\"thích trà\"}}",
          "{\"fields\":{\"workspace.note\":null},\"stage\":\"prospect\"}",
          "{\"tags\":[\"VIP\"]}");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static World world;
  private static RecoveryWorld shops;

  @BeforeContainer
  static void open() {
    world = World.open();
    shops = new RecoveryWorld(world);
  }

  @AfterContainer
  static void close() {
    world.close();
  }

  enum Kind {
    REGISTER,
    EDIT,
    BULK,
    UNDO,
    TRASH,
    RECOVER
  }

  /**
   * @param other whether it is done in the other workspace
   * @param which and {@code what}: choose among what is there
   */
  record Step(Kind kind, boolean other, int which, int what) {}

  @Provide
  Arbitrary<List<Step>> lives() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(2, Kind.REGISTER),
            Tuple.of(5, Kind.EDIT),
            Tuple.of(2, Kind.BULK),
            Tuple.of(2, Kind.UNDO),
            Tuple.of(1, Kind.TRASH),
            Tuple.of(4, Kind.RECOVER));
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(kinds, Arbitraries.of(true, false), any, any)
        .as(Step::new)
        .list()
        .ofMinSize(6)
        .ofMaxSize(18);
  }

  @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
  void anySequenceEndsWhereTheTrailSays(@ForAll("lives") List<Step> steps) {
    var one = new Shop(shops.shop("one" + NUMBER.incrementAndGet()));
    var other = new Shop(shops.shop("other" + NUMBER.get()));
    for (Step step : steps) {
      (step.other() ? other : one).take(step);
    }
    one.check();
    other.check();
  }

  private static final class Shop {

    private final Tenant tenant;
    private final List<CustomerView> customers = new ArrayList<>();
    private final List<BulkView> runs = new ArrayList<>();

    Shop(Tenant tenant) {
      this.tenant = tenant;
      customers.add(shops.register(tenant, "Nguyễn Văn An"));
    }

    void take(Step step) {
      CustomerView one = customers.get(step.which() % customers.size());
      String patch = PATCHES.get(step.what() % PATCHES.size());
      try {
        switch (step.kind()) {
          case REGISTER -> customers.add(shops.register(tenant, "Khách " + customers.size()));
          case EDIT -> shops.revise(tenant, one.id(), patch);
          case BULK -> bulk(patch);
          case UNDO -> undo(step);
          case TRASH -> move(one);
          case RECOVER -> recover(step);
        }
      } catch (Invalid refused) {
        // such as who lies in the trash: then nothing may have happened
      }
    }

    private void bulk(String patch) {
      runs.add(
          shops.bulk(tenant, customers.stream().map(each -> each.id().value()).toList(), patch));
    }

    private void undo(Step step) {
      if (!runs.isEmpty()) {
        shops.undo(tenant, runs.remove(step.what() % runs.size()));
      }
    }

    private void move(CustomerView one) {
      boolean away = shops.show(tenant, one.id()).deletedAt() == null;
      shops.as(
          tenant,
          () ->
              away
                  ? world.bean(TrashCustomer.class).trash(one.id(), Source.FORM)
                  : world.bean(RestoreCustomer.class).restore(one.id(), Source.FORM));
    }

    private void recover(Step step) {
      List<AuditEntry> told =
          shops.trail(tenant).stream()
              .filter(entry -> entry.act().equals("CustomerRevised"))
              .toList();
      if (!told.isEmpty()) {
        AuditEntry entry = told.get(step.what() % told.size());
        CustomerView one =
            customers.stream()
                .filter(each -> each.id().value().equals(entry.recordId()))
                .findFirst()
                .orElseThrow();
        shops.recover(tenant, one.id(), entry.sequence(), Set.of());
      }
    }

    void check() {
      Ledger ledger = Ledger.of(shops.trail(tenant));
      assertThat(ledger.size()).isEqualTo(customers.size());
      for (CustomerView each : customers) {
        CustomerView is = shops.show(tenant, each.id());
        var id = each.id().value();
        assertThat(text(ledger.value(id, "name"))).isEqualTo(is.name());
        assertThat(text(ledger.value(id, "occupation"))).isEqualTo(is.occupation());
        assertThat(text(ledger.value(id, "stage"))).isEqualTo(is.stage());
        assertThat(ledger.value(id, "workspace.note"))
            .isEqualTo(is.fields().getOrDefault("workspace.note", JsonValue.NULL));
        assertThat(ledger.value(id, "deletedAt").equals(JsonValue.NULL))
            .isEqualTo(is.deletedAt() == null);
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(history(each)).isEqualTo(ledger.told(id)));
      }
      assertThat(shops.as(tenant, () -> world.bean(VerifyTrail.class).verify()).breaks()).isEmpty();
    }

    private List<Ledger.Told> history(CustomerView customer) {
      return shops
          .as(tenant, () -> world.bean(ShowHistory.class).show(customer.id(), 1_000, null))
          .items()
          .reversed()
          .stream()
          .map(entry -> new Ledger.Told(entry.type(), pairs(entry.changes())))
          .toList();
    }

    private static String pairs(List<HistoryEntry.Change> changes) {
      return changes.stream()
          .map(change -> change.field() + ":" + change.before() + ">" + change.after())
          .toList()
          .toString();
    }

    private static @Nullable String text(JsonValue value) {
      return value instanceof JsonString string ? string.getString() : null;
    }
  }
}
