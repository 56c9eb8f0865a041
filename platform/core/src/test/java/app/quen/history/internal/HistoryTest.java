package app.quen.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Invalid;
import app.quen.history.HistoryEntry;
import app.quen.history.HistoryPage;
import app.quen.history.ShowHistory;
import app.quen.secret.Vault;
import app.quen.source.SourceKind;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class HistoryTest {

  private static final Actor LAN = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");

  private static World world;
  private static Work work;

  @BeforeAll
  static void open() {
    world = World.open();
    work = world.bean(Work.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void whatChangedAndWhoDidItIsShownAtOnceNewestFirst() {
    CustomerId customer = customerIn(world.a());
    tell(
        world.a(),
        customer,
        "CustomerRegistered",
        "{\"changes\":[],\"source\":{\"kind\":\"form\"}}");
    tell(
        world.a(),
        customer,
        "CustomerRevised",
        """
        {"changes":[{"field":"name","before":"Lý Thị Bưởi","after":"Lý Bưởi"},
                    {"field":"tags","after":["vip"]}],
         "source":{"kind":"import","id":"1","name":"khách.csv"}}\
        """);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> show(world.a(), customer, 50, null).items().size() == 2);
    List<HistoryEntry> entries = show(world.a(), customer, 50, null).items();
    HistoryEntry revised = entries.getFirst();
    assertThat(revised.type()).isEqualTo("CustomerRevised");
    assertThat(revised.actor()).isEqualTo(LAN);
    assertThat(revised.source()).isEqualTo("khách.csv");
    assertThat(revised.changes())
        .containsExactly(
            new HistoryEntry.Change(
                "name", Json.createValue("Lý Thị Bưởi"), Json.createValue("Lý Bưởi")),
            new HistoryEntry.Change(
                "tags", JsonValue.NULL, Json.createArrayBuilder().add("vip").build()));
    assertThat(entries.getLast().source()).isEqualTo("form");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    CustomerId customer = customerIn(world.a());
    for (int i = 0; i < 7; i++) {
      tell(world.a(), customer, "CustomerRevised", "{\"changes\":[]}");
    }
    await().until(() -> show(world.a(), customer, 50, null).items().size() == 7);
    List<HistoryEntry> whole = show(world.a(), customer, 50, null).items();
    var paged = new ArrayList<HistoryEntry>();
    String cursor = null;
    do {
      HistoryPage page = show(world.a(), customer, 3, cursor);
      paged.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(paged).isEqualTo(whole);
    assertThatThrownBy(() -> show(world.a(), customer, 3, "-.-")).isInstanceOf(Invalid.class);
  }

  @Test
  void aFactThatComesAgainIsWrittenOnce() {
    CustomerId customer = customerIn(world.a());
    var histories = new Histories(work, world.bean(Policy.class), world.bean(Vault.class));
    as(
        world.a(),
        () ->
            work.transact(
                () -> {
                  world
                      .bean(Outbox.class)
                      .record("CustomerRevised", "customer", customer.value(), json("{}"));
                  var sequences =
                      work.sql()
                          .createQuery("SELECT seq FROM fact WHERE record_id = ?")
                          .bind(0, customer.value())
                          .mapTo(Long.class)
                          .list();
                  histories.takeFacts(sequences);
                  histories.takeFacts(sequences);
                  return sequences;
                }));
    await()
        .until(
            () ->
                as(
                        world.a(),
                        () ->
                            work.transact(
                                () ->
                                    work.sql()
                                        .createQuery("SELECT COUNT(*) FROM fact")
                                        .mapTo(Integer.class)
                                        .one()))
                    == 0);
    assertThat(show(world.a(), customer, 50, null).items()).hasSize(1);
  }

  @Test
  void anotherTenantsCustomerHasNoHistoryHere() {
    CustomerId customer = customerIn(world.a());
    assertThat(show(world.a(), customer, 50, null).items()).isEmpty();
    assertThatThrownBy(() -> show(world.b(), customer, 50, null))
        .isInstanceOf(NoSuchCustomer.class);
  }

  @Test
  void theHistoryNeedsThePermissionToReadCustomers() {
    CustomerId customer = customerIn(world.a());
    assertThatThrownBy(
            () ->
                world.in(
                    world.a(),
                    () ->
                        world
                            .bean(Access.class)
                            .callAs(
                                LAN,
                                Set.of("customer:update"),
                                () -> world.bean(ShowHistory.class).show(customer, 50, null))))
        .isInstanceOf(Refused.class);
  }

  private static CustomerId customerIn(Tenant tenant) {
    var id = new CustomerId(UUID.randomUUID());
    world.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .execute(
                            "INSERT INTO customer (id, version, kind, name, name_key, stage,"
                                + " created_at, created_by_kind, created_by_name, updated_at,"
                                + " updated_by_kind, updated_by_name, archived, source_id) VALUES"
                                + " (?, 1, 'person', 'Bưởi', 'buoi', 'lead', NOW(), 'SYSTEM',"
                                + " 'Quen', NOW(), 'SYSTEM', 'Quen', FALSE, ?)",
                            id.value(),
                            SourceKind.MANUAL.standard())));
    return id;
  }

  private static void tell(Tenant tenant, CustomerId customer, String type, String payload) {
    as(
        tenant,
        () -> {
          work.transact(
              () ->
                  world
                      .bean(Outbox.class)
                      .record(type, "customer", customer.value(), json(payload)));
          return null;
        });
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static HistoryPage show(Tenant tenant, CustomerId customer, int limit, String cursor) {
    return as(tenant, () -> world.bean(ShowHistory.class).show(customer, limit, cursor));
  }

  private static <T> T as(Tenant tenant, Callable<T> action) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, Set.of("*"), action));
  }
}
