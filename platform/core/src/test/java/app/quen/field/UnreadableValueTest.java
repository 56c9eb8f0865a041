package app.quen.field;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.alert.AlertRule;
import app.quen.alert.ListSecurityEvents;
import app.quen.alert.SecurityEvent;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.SearchTrail;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.ExportCustomers;
import app.quen.database.Work;
import app.quen.history.HistoryEntry;
import app.quen.history.ShowHistory;
import app.quen.key.NoKey;
import app.quen.secret.Unreadable;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.JsonValue;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody with the database has changed an encrypted value, or a key. */
@ExtendWith(EmbeddedDatabase.class)
class UnreadableValueTest {

  private static final String ID_CARD =
      "{'type': 'text', 'label': 'Số căn cước', 'key': 'idcard', 'sensitivity': 'sensitive',"
          + " 'searchable': true, 'unique': true}";
  private static final String KEY = "workspace.idcard";

  static FieldWorld shop;
  Tenant a;
  Tenant b;
  CustomerView lan;
  CustomerView mai;

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
    for (Tenant tenant : List.of(a, b)) {
      shop.add(tenant, ID_CARD);
      shop.add(tenant, ID_CARD.replace("idcard", "other").replace("'unique': true", "'help': 'x'"));
    }
    lan = register(a, "Lan", "079-A");
    mai = register(a, "Mai", "079-B");
    register(b, "Bảo", "079-C");
  }

  @Test
  void oneThatWasChangedIsShownAsUnreadableAndTheRestOfTheListAndTheExportAsTheyAre() {
    bend(mai);

    assertThat(shop.show(a, mai).fields().get(KEY)).isEqualTo(Unreadable.VALUE);
    assertThat(shop.show(a, mai).fields().getString("workspace.other")).isEqualTo("o-Mai");
    assertThat(shop.show(a, lan).fields().getString(KEY)).isEqualTo("079-A");
    assertThat(shop.found(a)).containsExactly("Mai", "Lan");
    List<JsonValue> exported = new ArrayList<>();
    shop.in(
        a,
        () -> {
          shop.world
              .bean(ExportCustomers.class)
              .export(
                  CustomerQuery.read(null, List.of(), null, false),
                  customer -> exported.add(customer.fields().get(KEY)));
          return true;
        });
    assertThat(exported).hasSize(2).contains(Unreadable.VALUE);
    Field field = shop.field(a, KEY).field();
    assertThat(FieldText.of(field, Unreadable.VALUE, "vi", ZoneOffset.UTC))
        .isEqualTo("Không đọc được");
    assertThat(FieldText.of(field, Unreadable.VALUE, "en", ZoneOffset.UTC)).isEqualTo("Unreadable");
  }

  @Test
  void theTrailAndASecurityEventSayWhichRecordAndField() {
    bend(mai);
    shop.show(a, mai);
    shop.show(a, mai);

    await().atMost(20, SECONDS).until(() -> !events(a).isEmpty());
    SecurityEvent event = events(a).getFirst();
    assertThat(event.rule()).isEqualTo(AlertRule.UNREADABLE_VALUE);
    assertThat(event.detail().toString()).contains(mai.id().toString(), KEY);
    assertThat(trail(a))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.recordId()).isEqualTo(mai.id().value());
              assertThat(entry.changes()).contains(KEY).doesNotContain("079-B");
            });
    assertThat(trail(b)).isEmpty();
    assertThat(events(b)).isEmpty();
  }

  @Test
  void anotherValueIsWrittenOverItAndIsFoundInItsPlace() {
    bend(mai);
    CustomerView seen = shop.show(a, mai);

    CustomerView after = shop.revise(a, seen, "{'fields': {'" + KEY + "': '079-N'}}");

    assertThat(after.fields().getString(KEY)).isEqualTo("079-N");
    assertThat(shop.found(a, KEY + ":eq:079-N")).containsExactly("Mai");
    assertThat(shop.found(a, KEY + ":eq:079-B")).isEmpty();
    assertThat(shop.found(a, "workspace.other:eq:o-Mai")).containsExactly("Mai");
    // what was hers is free again
    register(a, "Tâm", "079-B");
    assertThatThrownBy(() -> register(a, "Hoa", "079-N")).isInstanceOf(Invalid.class);
    await()
        .atMost(20, SECONDS)
        .until(() -> changes(mai).toString().contains("\"unreadable\":true"));
    assertThat(changes(mai).getFirst().after().toString()).isEqualTo("\"079-N\"");
  }

  @Test
  void itCanBeEmptiedAndStaysWhatItIsWhereSomethingElseIsWritten() {
    bend(mai);
    String bent = values(mai);
    CustomerView renamed = shop.revise(a, shop.show(a, mai), "{'name': 'Mai Anh'}");
    assertThat(values(mai)).isEqualTo(bent);
    CustomerView other =
        shop.revise(
            a,
            renamed,
            "{'fields': {'workspace.other': 'p', '" + KEY + "': " + "{'unreadable': true}}}");
    assertThat(other.fields().get(KEY)).isEqualTo(Unreadable.VALUE);

    CustomerView emptied = shop.revise(a, other, "{'fields': {'" + KEY + "': null}}");

    assertThat(emptied.fields()).doesNotContainKey(KEY);
    assertThat(shop.found(a, KEY + ":empty")).containsExactly("Mai Anh");
    assertThat(shop.found(a, KEY + ":eq:079-B")).isEmpty();
  }

  @Test
  void nobodyWritesWhatLooksUnreadable() {
    assertThat(
            FieldWorld.refused(
                () -> shop.revise(a, mai, "{'fields': {'" + KEY + "': {'unreadable': true}}}")))
        .hasSize(1);
  }

  @Test
  void aBentKeyMakesItsCustomersValuesUnreadableAndNobodyElses() {
    update("UPDATE customer_key SET wrapped = REVERSE(wrapped) WHERE customer_id = ?", mai);
    shop.world.close();
    shop = new FieldWorld(World.open());

    assertThat(shop.show(a, mai).fields().get(KEY)).isEqualTo(Unreadable.VALUE);
    assertThat(shop.show(a, lan).fields().getString(KEY)).isEqualTo("079-A");
    assertThatThrownBy(
            () -> shop.revise(a, shop.show(a, mai), "{'fields': {'" + KEY + "': '079-N'}}"))
        .isInstanceOf(NoKey.class)
        .hasMessageContaining("restore its row in customer_key");
  }

  private static CustomerView register(Tenant tenant, String name, String idCard) {
    return shop.register(
        tenant,
        "{'name': '%1$s', 'fields': {'workspace.idcard': '%2$s', 'workspace.other': 'o-%1$s'}}"
            .formatted(name, idCard));
  }

  /** Turns one letter of the ciphertext. */
  private void bend(CustomerView customer) {
    String values = values(customer);
    int at = values.indexOf(KEY) + KEY.length() + 60;
    char turned = values.charAt(at) == 'x' ? 'y' : 'x';
    String bent = values.substring(0, at) + turned + values.substring(at + 1);
    Work work = shop.world.bean(Work.class);
    shop.in(
        a,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .execute(
                            "UPDATE customer_ext SET field_values = ? WHERE customer_id = ?",
                            bent,
                            customer.id().value())));
  }

  private void update(String sql, CustomerView customer) {
    Work work = shop.world.bean(Work.class);
    shop.in(a, () -> work.transact(() -> work.sql().execute(sql, customer.id().value())));
  }

  private String values(CustomerView customer) {
    Work work = shop.world.bean(Work.class);
    return shop.in(
        a,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT field_values FROM customer_ext WHERE customer_id = ?")
                        .bind(0, customer.id().value())
                        .mapTo(String.class)
                        .one()));
  }

  private List<HistoryEntry.Change> changes(CustomerView customer) {
    return shop.in(
        a,
        () ->
            shop.world.bean(ShowHistory.class).show(customer.id(), 50, null).items().stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change.field().equals(KEY))
                .toList());
  }

  private static List<AuditEntry> trail(Tenant tenant) {
    return shop
        .in(tenant, () -> shop.world.bean(SearchTrail.class).search(AuditQuery.ALL, null, 200))
        .items()
        .stream()
        .filter(entry -> entry.act().equals("UnreadableValue"))
        .toList();
  }

  private static List<SecurityEvent> events(Tenant tenant) {
    return shop
        .in(
            tenant,
            () -> shop.world.bean(ListSecurityEvents.class).list(null, null, false, null, 50))
        .items()
        .stream()
        .filter(event -> event.rule() == AlertRule.UNREADABLE_VALUE)
        .toList();
  }
}
