package app.quen.field;

import static app.quen.field.FieldWorld.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.field.FieldWork.Kind;
import app.quen.field.FieldWork.State;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class FieldWorkTest {

  static FieldWorld shop;
  Tenant a;
  Tenant b;

  @BeforeAll
  static void open() {
    shop = new FieldWorld(World.open());
  }

  @AfterAll
  static void close() {
    shop.world.close();
  }

  @BeforeEach
  void makeTenants() {
    a = shop.world.another("a");
    b = shop.world.another("b");
  }

  @Test
  void inASmallWorkspaceAFieldCanBeFilteredByAtOnceAndTakenOutAgain() {
    shop.add(a, "{'type': 'datetime', 'label': 'Hẹn', 'key': 'due', 'searchable': true}");
    shop.add(a, "{'type': 'percent', 'label': 'Giảm', 'key': 'off', 'searchable': true}");
    shop.add(a, "{'type': 'address', 'label': 'Kho', 'key': 'store', 'searchable': true}");
    shop.register(
        a,
        "{'name': 'An', 'fields': {'workspace.due': '2026-03-05T07:30:00Z', 'workspace.off': 12.5,"
            + " 'workspace.store': {'line': '12 Lê Lợi', 'province': 'Huế'}}}");
    shop.register(a, "{'name': 'Bình', 'fields': {'workspace.off': 7}}");

    assertThat(shop.found(a, "workspace.due:lt:05/03/2026 15:00")).containsExactly("An");
    assertThat(shop.found(a, "workspace.due:gte:2026-03-05T07:30:01Z")).isEmpty();
    assertThat(shop.found(a, "workspace.off:gt:10%")).containsExactly("An");
    assertThat(shop.found(a, "workspace.store:contains:lê lợi")).containsExactly("An");
    assertThat(shop.found(a, "workspace.due:empty:")).containsExactly("Bình");
    assertThat(refused(() -> shop.found(a, "workspace.off:contains:1")))
        .containsExactly("filter.workspace.off unsuited-operator");

    shop.revise(a, "workspace.off", "{'searchable': false}");
    assertThat(refused(() -> shop.found(a, "workspace.off:gt:10")))
        .containsExactly("filter.workspace.off not-searchable");
    shop.revise(a, "workspace.off", "{'searchable': true}");
    assertThat(shop.found(a, "workspace.off:gt:10")).containsExactly("An");
  }

  @Test
  void inALargeWorkspaceAJobMakesAFieldSearchableWhileOthersWrite() throws Exception {
    fill(a, 60_000, "workspace.no");
    CustomerView an = shop.register(a, "{'name': 'An'}");
    shop.add(a, "{'type': 'text', 'label': 'Ghi chú', 'key': 'note'}");
    var stop = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        int n = i;
        writers.add(
            threads.submit(
                () -> {
                  int written = 0;
                  while (!stop.get()) {
                    shop.register(
                        a,
                        "{'name': 'K%d', 'fields': {'workspace.note': 'n%d'}}"
                            .formatted(n, written++));
                  }
                  return written;
                }));
      }
      FieldState added =
          shop.add(a, "{'type': 'integer', 'label': 'Số', 'key': 'no', 'searchable': true}");
      assertThat(added.field().column()).isNull();
      await()
          .atMost(120, SECONDS)
          .until(() -> shop.field(a, "workspace.no").field().column() != null);
      stop.set(true);
      for (var writer : writers) {
        assertThat(writer.get()).isPositive();
      }
    }
    FieldWork work = shop.field(a, "workspace.no").work();
    assertThat(work.kind()).isEqualTo(Kind.INDEX);
    assertThat(work.state()).isEqualTo(State.DONE);
    shop.revise(a, an, "{'fields': {'workspace.no': 77777777}}");
    assertThat(shop.found(a, "workspace.no:eq:77777777")).containsExactly("An");
  }

  @Test
  void whatWouldNotFitAnotherTypeIsShownBeforeAndKeptAsideAfter() {
    shop.add(a, "{'type': 'text', 'label': 'Sinh', 'key': 'born', 'searchable': true}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.born': '5/3/1990'}}");
    CustomerView binh =
        shop.register(a, "{'name': 'Bình', 'fields': {'workspace.born': 'năm Ngọ'}}");
    shop.register(a, "{'name': 'Chi'}");
    shop.add(b, "{'type': 'text', 'label': 'Sinh', 'key': 'born'}");
    CustomerView other = shop.register(b, "{'name': 'X', 'fields': {'workspace.born': 'năm Ngọ'}}");

    shop.convert(a, "workspace.born", "{'type': 'date'}", true);
    FieldWork preview = done(a, "workspace.born");
    assertThat(preview.fits()).isEqualTo(1);
    assertThat(preview.misfits()).isEqualTo(1);
    assertThat(preview.samples())
        .extracting(FieldWork.Sample::value)
        .containsExactly("\"năm Ngọ\"");
    assertThat(shop.field(a, "workspace.born").field().type()).isEqualTo(FieldType.TEXT);

    FieldState converted = shop.convert(a, "workspace.born", "{'type': 'date'}", false);
    assertThat(converted.field().type()).isEqualTo(FieldType.DATE);
    assertThat(shop.show(a, an).fields().getString("workspace.born")).isEqualTo("1990-03-05");
    assertThat(done(a, "workspace.born").misfits()).isEqualTo(1);

    assertThat(shop.show(a, an).fields().getString("workspace.born")).isEqualTo("1990-03-05");
    assertThat(shop.show(a, binh).fields()).isEmpty();
    await()
        .atMost(30, SECONDS)
        .until(() -> shop.field(a, "workspace.born").field().column() != null);
    assertThat(shop.found(a, "workspace.born:lt:2000-01-01")).containsExactly("An");
    Misfit.Page aside =
        shop.in(
            a,
            () -> shop.world.bean(ListMisfits.class).list("customer", "workspace.born", null, 10));
    assertThat(aside.items())
        .extracting(misfit -> misfit.recordId() + " " + misfit.value() + " " + misfit.reason())
        .containsExactly(binh.id() + " \"năm Ngọ\" type");
    assertThat(shop.show(b, other).fields().getString("workspace.born")).isEqualTo("năm Ngọ");
    // saving a record loses nothing of what is kept aside
    shop.revise(a, binh, "{'name': 'Bình An'}");
    assertThat(stored(a, binh)).contains("năm Ngọ");
  }

  @Test
  void valuesAreMovedWhileOthersWriteAndNoneIsLost() throws Exception {
    shop.add(a, "{'type': 'text', 'label': 'Điểm', 'key': 'points'}");
    List<CustomerView> customers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      customers.add(
          shop.register(
              a, "{'name': 'K%d', 'fields': {'workspace.points': '%d'}}".formatted(i, i)));
    }
    try (var threads = Executors.newFixedThreadPool(2)) {
      var renaming =
          threads.submit(
              () -> {
                for (CustomerView customer : customers) {
                  shop.revise(a, customer, "{'name': '%s mới'}".formatted(customer.name()));
                }
                return null;
              });
      shop.convert(a, "workspace.points", "{'type': 'integer'}", false);
      renaming.get();
    }
    done(a, "workspace.points");
    for (int i = 0; i < 300; i++) {
      assertThat(shop.show(a, customers.get(i)).fields().getInt("workspace.points")).isEqualTo(i);
      assertThat(stored(a, customers.get(i))).isEqualTo("{\"workspace.points\":" + i + "}");
    }
  }

  @Test
  void aFieldThatBecomesUniqueListsWhatRepeatsAndRefusesWhatComes() {
    shop.add(a, "{'type': 'text', 'label': 'Số thẻ', 'key': 'card'}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.card': 'T-1'}}");
    CustomerView binh = shop.register(a, "{'name': 'Bình', 'fields': {'workspace.card': 'T-1'}}");
    shop.register(a, "{'name': 'Chi', 'fields': {'workspace.card': 'T-2'}}");

    shop.revise(a, "workspace.card", "{'unique': true}");
    FieldWork work = done(a, "workspace.card");

    assertThat(work.fits()).isEqualTo(2);
    assertThat(work.samples())
        .extracting(FieldWork.Sample::recordId)
        .containsExactly(binh.id().value());
    assertThat(
            refused(() -> shop.register(a, "{'name': 'D', 'fields': {'workspace.card': 't-2'}}")))
        .containsExactly("workspace.card taken");
    // who had it stays with it, until the value changes
    CustomerView renamed = shop.revise(a, binh, "{'name': 'Bình An'}");
    assertThat(refused(() -> shop.revise(a, renamed, "{'fields': {'workspace.card': 'T-2'}}")))
        .containsExactly("workspace.card taken");
    shop.revise(a, an, "{'fields': {'workspace.card': 'T-3'}}");
    shop.revise(a, "workspace.card", "{'unique': false}");
    shop.register(a, "{'name': 'D', 'fields': {'workspace.card': 'T-2'}}");
  }

  @Test
  void aPluginsFieldsBecomeSearchableTheSameWay() {
    fill(a, 30_000, "shop.points");
    Field points =
        new Field(
            "shop.points",
            "shop",
            FieldType.NUMBER,
            new app.quen.text.Text("Điểm", "Points"),
            null,
            "shop",
            false,
            true,
            true,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            List.of("person"),
            null);
    shop.in(
        a,
        () -> {
          shop.world.bean(Fields.class).publish("shop", "customer", List.of(points));
          return null;
        });
    await().atMost(120, SECONDS).until(() -> shop.field(a, "shop.points").field().column() != null);
    assertThat(shop.retire(a, "shop.points").retiredAt()).isNotNull();
    assertThat(shop.keys(a, false)).isEmpty();
    assertThat(refused(() -> shop.revise(a, "shop.points", "{'required': true}")))
        .containsExactly("key not-yours");
  }

  /** Values of customers that are not there, to make the table large. */
  private static void fill(Tenant tenant, int rows, String key) {
    shop.in(
        tenant,
        () ->
            shop.world
                .bean(Work.class)
                .transact(
                    () ->
                        shop.world
                            .bean(Work.class)
                            .sql()
                            .execute(
                                "INSERT INTO customer_ext (customer_id, field_values) SELECT"
                                    + " UUID(), CONCAT('{\""
                                    + key
                                    + "\": ', seq, '}') FROM seq_1_to_"
                                    + rows)));
  }

  private static FieldWork done(Tenant tenant, String key) {
    await().atMost(60, SECONDS).until(() -> shop.field(tenant, key).work().state() == State.DONE);
    return shop.field(tenant, key).work();
  }

  private static String stored(Tenant tenant, CustomerView customer) {
    Work work = shop.world.bean(Work.class);
    return shop.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery(
                            "SELECT field_values FROM customer_ext WHERE customer_id = :id")
                        .bind("id", customer.id().value())
                        .mapTo(String.class)
                        .one()));
  }
}
