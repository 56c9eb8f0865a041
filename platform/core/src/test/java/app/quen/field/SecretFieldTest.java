package app.quen.field;

import static app.quen.field.FieldWorld.json;
import static app.quen.field.FieldWorld.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.SearchTrail;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.FindCustomers;
import app.quen.customer.FindPossibleDuplicates;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.history.HistoryEntry;
import app.quen.history.ShowHistory;
import app.quen.interaction.RecordInteraction;
import app.quen.interaction.ReviseInteraction;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.OrderView;
import app.quen.order.PlaceOrder;
import app.quen.order.ShowOrder;
import app.quen.order.ShowOrderHistory;
import app.quen.provenance.Origin;
import app.quen.provenance.ShowOrigins;
import app.quen.record.RecordView;
import app.quen.secret.Unreadable;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SecretFieldTest {

  private static final String ID_CARD =
      "{'type': 'text', 'label': 'Số căn cước', 'key': 'idcard', 'sensitivity': 'sensitive',"
          + " 'searchable': true}";

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
  void aSensitiveValueIsReadAsItWasWrittenAndStoredAsNobodyCanReadIt() {
    shop.add(a, ID_CARD);
    shop.add(b, ID_CARD);
    CustomerView lan = register(a, "Lan", "079301000001");
    CustomerView mai = shop.revise(a, lan, "{'fields': {'workspace.idcard': '079301000002'}}");

    assertThat(value(a, lan)).isEqualTo("079301000002");
    assertThat(value(a, mai)).isEqualTo("079301000002");
    assertThat(stored(a)).isNotEmpty().noneMatch(text -> text.contains("07930100000"));
    assertThat(stored(b)).noneMatch(text -> text.contains("07930100000"));
  }

  @Test
  void itIsFoundByBeingEqualByOneOfAndByHavingNoneAndInItsOwnWorkspaceOnly() {
    shop.add(a, ID_CARD);
    shop.add(b, ID_CARD);
    register(a, "Lan", "079-A");
    register(a, "Mai", "079-B");
    shop.register(a, "{'name': 'Tâm'}");
    register(b, "Bảo", "079-A");

    assertThat(shop.found(a, "workspace.idcard:eq:079-a")).containsExactly("Lan");
    assertThat(shop.found(a, "workspace.idcard:in:079-B,079-A")).containsExactly("Mai", "Lan");
    assertThat(shop.found(a, "workspace.idcard:empty")).containsExactly("Tâm");
    assertThat(shop.found(a, "workspace.idcard:notempty")).containsExactly("Mai", "Lan");
    assertThat(shop.found(b, "workspace.idcard:eq:079-B")).isEmpty();
    assertThat(shop.found(b, "workspace.idcard:eq:079-A")).containsExactly("Bảo");
  }

  @Test
  void whatWouldNeedTheValuesIsRefusedWithTheReason() {
    shop.add(a, ID_CARD);

    for (String filter : List.of("contains:079", "lt:079", "gte:079", "ne:079")) {
      assertThatThrownBy(() -> shop.found(a, "workspace.idcard:" + filter))
          .isInstanceOfSatisfying(
              Invalid.class,
              invalid -> {
                assertThat(FieldWorld.codes(invalid.problems()))
                    .containsExactly("filter.workspace.idcard unsuited-operator");
                assertThat(invalid.problems().getFirst().message().en())
                    .contains("stored encrypted");
                assertThat(invalid.problems().getFirst().message().vi()).contains("mã hóa");
              });
    }
    assertThat(
            refused(
                () ->
                    shop.in(
                        a,
                        () ->
                            shop.world
                                .bean(FindCustomers.class)
                                .find(
                                    CustomerQuery.read(null, List.of(), "workspace.idcard", false),
                                    null,
                                    10))))
        .containsExactly("sort not-sortable");
    assertThat(shop.field(a, "workspace.idcard").field().operators())
        .containsExactly(Operator.EQ, Operator.IN, Operator.EMPTY, Operator.NOTEMPTY);
  }

  @Test
  void aChangedValueIsNoLongerFoundByWhatItWas() {
    shop.add(a, ID_CARD);
    CustomerView lan = register(a, "Lan", "079-A");
    CustomerView after = shop.revise(a, lan, "{'fields': {'workspace.idcard': '079-B'}}");

    assertThat(shop.found(a, "workspace.idcard:eq:079-A")).isEmpty();
    assertThat(shop.found(a, "workspace.idcard:eq:079-B")).containsExactly("Lan");

    shop.revise(a, after, "{'fields': {'workspace.idcard': null}}");
    assertThat(shop.found(a, "workspace.idcard:eq:079-B")).isEmpty();
    assertThat(shop.found(a, "workspace.idcard:empty")).containsExactly("Lan");
  }

  @Test
  void aUniqueSensitiveValueIsTakenOnceAndTheRefusalDoesNotRepeatIt() {
    shop.add(a, ID_CARD.replace("'searchable'", "'unique': true, 'searchable'"));
    shop.add(b, ID_CARD.replace("'searchable'", "'unique': true, 'searchable'"));
    register(a, "Lan", "079-A");

    assertThatThrownBy(() -> register(a, "Mai", "079-a"))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(FieldWorld.codes(invalid.problems()))
                  .containsExactly("workspace.idcard taken");
              assertThat(invalid.getMessage().toLowerCase()).doesNotContain("079-a");
            });
    register(b, "Bảo", "079-A");
    assertThat(stored(a)).noneMatch(text -> text.toLowerCase().contains("079-a"));
  }

  @Test
  void duplicatesAreWarnedOfByAnEqualValue() {
    shop.add(a, ID_CARD);
    shop.add(a, "{'type': 'text', 'label': 'Mở', 'key': 'open', 'searchable': true}");
    shop.add(b, ID_CARD);
    register(a, "Lan", "079-A");

    assertThat(duplicates(a, "workspace.idcard:079-a")).containsExactly("Lan");
    assertThat(duplicates(a, "workspace.idcard:079-B")).isEmpty();
    assertThat(duplicates(b, "workspace.idcard:079-A")).isEmpty();
    assertThat(refused(() -> duplicates(a, "workspace.open:x"))).containsExactly("field unsuited");
  }

  private static List<String> duplicates(Tenant tenant, String field) {
    return shop.in(
        tenant,
        () ->
            shop
                .world
                .bean(FindPossibleDuplicates.class)
                .find(null, null, null, List.of(field))
                .stream()
                .map(CustomerView::name)
                .toList());
  }

  @Test
  void historyTellsTheValuesAndHoldsThemEncrypted() {
    shop.add(a, ID_CARD);
    CustomerView lan = register(a, "Lan", "079-A");
    shop.revise(a, lan, "{'fields': {'workspace.idcard': '079-B'}}");

    await().atMost(20, SECONDS).until(() -> changes(lan).size() == 2);
    assertThat(changes(lan))
        .extracting(change -> change.before().toString() + " > " + change.after())
        .containsExactly("\"079-A\" > \"079-B\"", "null > \"079-A\"");
    assertThat(stored(a)).noneMatch(text -> text.contains("079-A") || text.contains("079-B"));
  }

  @Test
  void theOriginsAndTheTrailTellTheValuesAndHoldThemEncrypted() {
    shop.add(a, ID_CARD);
    CustomerView lan = register(a, "Lan", "079-A");
    shop.revise(a, lan, "{'fields': {'workspace.idcard': '079-B'}}");

    Origin.OfField origin =
        shop.in(a, () -> shop.world.bean(ShowOrigins.class).show(lan.id())).get("workspace.idcard");
    assertThat(origin.current().value().toString()).isEqualTo("\"079-B\"");
    assertThat(origin.earlier().getFirst().value().toString()).isEqualTo("\"079-A\"");
    List<AuditEntry> trail =
        shop.in(a, () -> shop.world.bean(SearchTrail.class).search(AuditQuery.ALL, null, 50))
            .items();
    assertThat(trail).anyMatch(entry -> (entry.changes() + "").contains("\"after\":\"079-B\""));
    assertThat(stored(a)).noneMatch(text -> text.contains("079-A") || text.contains("079-B"));
  }

  private List<HistoryEntry.Change> changes(CustomerView customer) {
    return shop.in(
        a,
        () ->
            shop.world.bean(ShowHistory.class).show(customer.id(), 50, null).items().stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change.field().equals("workspace.idcard"))
                .toList());
  }

  @Test
  void aCiphertextMovedToAnotherCustomerFieldOrWorkspaceIsNotOpened() {
    shop.add(a, ID_CARD);
    shop.add(a, ID_CARD.replace("idcard", "other"));
    shop.add(b, ID_CARD);
    CustomerView lan = register(a, "Lan", "079-A");
    CustomerView mai = register(a, "Mai", "079-B");
    CustomerView tam = shop.register(a, "{'name': 'Tâm', 'fields': {'workspace.other': 'x'}}");
    CustomerView bao = register(b, "Bảo", "079-C");
    String ofLan = values(a, lan);

    write(a, mai, ofLan);
    assertThat(shop.show(a, mai).fields().values()).containsOnly(Unreadable.VALUE);
    write(a, lan, ofLan.replace("idcard", "other"));
    assertThat(shop.show(a, lan).fields().values()).containsOnly(Unreadable.VALUE);
    write(b, bao, ofLan);
    // the other workspace has no key of that customer: there is nothing to be read
    assertThat(shop.show(b, bao).fields()).isEmpty();
    assertThat(shop.show(a, tam).fields().getString("workspace.other")).isEqualTo("x");
  }

  @Test
  void allTypesComeBackAsTheyWere() {
    String values =
        "{'name': 'Lan', 'fields': {'workspace.n': 12.5, 'workspace.b': true,"
            + " 'workspace.d': '1990-02-03', 'workspace.m': 1500000,"
            + " 'workspace.c': ['x', 'y'], 'workspace.l': 'dài'}}";
    for (String type :
        List.of(
            "'type': 'number', 'key': 'n'",
            "'type': 'boolean', 'key': 'b'",
            "'type': 'date', 'key': 'd'",
            "'type': 'money', 'key': 'm'",
            "'type': 'choices', 'key': 'c', 'choices': [{'value': 'x', 'label': 'X'}, {'value':"
                + " 'y', 'label': 'Y'}]",
            "'type': 'longtext', 'key': 'l'")) {
      boolean searched = !type.contains("longtext");
      shop.add(
          a,
          "{'label': 'F', 'sensitivity': 'sensitive', 'searchable': "
              + searched
              + ", "
              + type
              + "}");
    }
    CustomerView lan = shop.register(a, values);

    assertThat(shop.show(a, lan).fields()).isEqualTo(json(values).getJsonObject("fields"));
    for (String filter :
        List.of("n:eq:12.5", "b:eq:true", "d:eq:1990-02-03", "m:eq:1500000", "c:eq:y")) {
      assertThat(shop.found(a, "workspace." + filter)).as(filter).containsExactly("Lan");
    }
    assertThat(shop.found(a, "workspace.n:eq:12")).isEmpty();
  }

  @Test
  void ordersAndRecordsKeepTheirSensitiveValuesEncryptedWithTheirHistory() {
    for (String record : List.of("order", "interaction")) {
      shop.in(a, () -> shop.world.bean(AddField.class).add(record, json(ID_CARD)));
    }
    CustomerView lan = shop.register(a, "{'name': 'Lan'}");
    OrderView order =
        shop.in(
            a,
            () ->
                shop.world
                    .bean(PlaceOrder.class)
                    .place(
                        OrderDraft.read(
                            json(
                                "{'customerId': '"
                                    + lan.id()
                                    + "', 'number': 'D1', 'lines': [{'name': 'Áo', 'quantity': 1,"
                                    + " 'unitPrice': 1000}], 'fields': {'workspace.idcard':"
                                    + " '079-O'}}")),
                        Source.FORM));
    RecordView call =
        bySystem(
            a,
            () ->
                shop.world
                    .bean(RecordInteraction.class)
                    .record(
                        json(
                            "{'customerId': '"
                                + lan.id()
                                + "', 'channel': 'call', 'fields': {'workspace.idcard':"
                                + " '079-I'}}"),
                        Source.FORM));
    RecordView revised =
        bySystem(
            a,
            () ->
                shop.world
                    .bean(ReviseInteraction.class)
                    .revise(
                        call.id(),
                        json("{'fields': {'workspace.idcard': '079-J'}}"),
                        call.version(),
                        Source.FORM));

    assertThat(
            shop.in(a, () -> shop.world.bean(ShowOrder.class).show(new OrderId(order.id().value())))
                .fields()
                .getString("workspace.idcard"))
        .isEqualTo("079-O");
    assertThat(
            shop.in(a, () -> shop.world.bean(ShowOrderHistory.class).show(order.id())).toString())
        .contains("079-O");
    assertThat(revised.json().getJsonObject("fields").getString("workspace.idcard"))
        .isEqualTo("079-J");
    assertThat(stored(a)).noneMatch(text -> text.contains("079-"));
  }

  private static <T> T bySystem(Tenant tenant, Callable<T> work) {
    return shop.world.in(
        tenant, () -> shop.world.bean(Access.class).callAs(Actor.SYSTEM, Set.of("*"), work));
  }

  private CustomerView register(Tenant tenant, String name, String idCard) {
    return shop.register(
        tenant, "{'name': '%s', 'fields': {'workspace.idcard': '%s'}}".formatted(name, idCard));
  }

  private static String value(Tenant tenant, CustomerView customer) {
    return shop.show(tenant, customer).fields().getString("workspace.idcard");
  }

  private static String values(Tenant tenant, CustomerView customer) {
    Work work = shop.world.bean(Work.class);
    return shop.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT field_values FROM customer_ext WHERE customer_id = ?")
                        .bind(0, customer.id().value())
                        .mapTo(String.class)
                        .one()));
  }

  private static void write(Tenant tenant, CustomerView customer, String values) {
    Work work = shop.world.bean(Work.class);
    shop.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .execute(
                            "UPDATE customer_ext SET field_values = ? WHERE customer_id = ?",
                            values,
                            customer.id().value())));
  }

  /** Every cell of every table of the workspace, its trail's too. */
  private static List<String> stored(Tenant tenant) {
    Work work = shop.world.bean(Work.class);
    return shop.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work
                        .sql()
                        .createQuery(
                            "SELECT CONCAT('`', table_schema, '`.`', table_name, '`') FROM"
                                + " information_schema.tables WHERE table_schema = DATABASE() OR"
                                + " table_schema = CONCAT(DATABASE(), '_audit')")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .flatMap(
                            table ->
                                work
                                    .sql()
                                    .createQuery("SELECT * FROM " + table)
                                    .mapToMap()
                                    .stream())
                        .flatMap(row -> row.values().stream())
                        .filter(Objects::nonNull)
                        .map(
                            value -> value instanceof byte[] bytes ? new String(bytes) : value + "")
                        .toList()));
  }
}
