package app.quen.field;

import static app.quen.field.FieldWorld.json;
import static app.quen.field.FieldWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.Source;
import app.quen.interaction.RecordInteraction;
import app.quen.order.OrderDraft;
import app.quen.order.OrderView;
import app.quen.order.PlaceOrder;
import app.quen.record.RecordView;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class OtherRecordsFieldTest {

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
  void anOrderHasTheRulesAndTheUniqueValuesOfItsFields() {
    add(
        a,
        "{'type': 'text', 'label': 'Mã vận đơn', 'key': 'parcel', 'unique': true, 'required': true,"
            + " 'visibleWhen': 'record.channel == \\u0022web\\u0022'}");

    place(a, "{'channel': 'store', %s}");
    assertThat(refused(() -> place(a, "{'channel': 'web', %s}")))
        .containsExactly("workspace.parcel required");
    OrderView placed = place(a, "{'channel': 'web', %s, 'fields': {'workspace.parcel': 'VN-1'}}");
    assertThat(placed.fields().getString("workspace.parcel")).isEqualTo("VN-1");
    assertThat(
            refused(
                () -> place(a, "{'channel': 'web', %s, 'fields': {'workspace.parcel': 'vn-1'}}")))
        .containsExactly("workspace.parcel taken");
    assertThat(
            refused(
                () -> place(b, "{'channel': 'web', %s, 'fields': {'workspace.parcel': 'VN-1'}}")))
        .containsExactly("workspace.parcel unknown-field");
  }

  @Test
  void anInteractionHasTheRulesAndTheUniqueValuesOfItsFields() {
    shop.in(
        a,
        () ->
            shop.world
                .bean(AddField.class)
                .add(
                    "interaction",
                    json(
                        "{'type': 'integer', 'label': 'Số ghi âm', 'key': 'tape', 'unique': true,"
                            + " 'validWhen': 'record.workspace.tape > 10'}")));
    String customer = shop.register(a, "{'name': 'An'}").id().toString();

    assertThat(refused(() -> call(customer, 5))).containsExactly("workspace.tape rule");
    assertThat(call(customer, 11).json().getJsonObject("fields").getInt("workspace.tape"))
        .isEqualTo(11);
    assertThat(refused(() -> call(customer, 11))).containsExactly("workspace.tape taken");
  }

  private RecordView call(String customer, int tape) {
    String written =
        "{'customerId': '%s', 'channel': 'call', 'fields': {'workspace.tape': %d}}"
            .formatted(customer, tape);
    // nobody's own call: Lan of these tests is no member
    return shop.world.in(
        a,
        () ->
            shop.world
                .bean(Access.class)
                .callAs(
                    Actor.SYSTEM,
                    Set.of("*"),
                    () ->
                        shop.world
                            .bean(RecordInteraction.class)
                            .record(json(written), Source.FORM)));
  }

  private static void add(Tenant tenant, String form) {
    shop.in(tenant, () -> shop.world.bean(AddField.class).add("order", json(form)));
  }

  private static OrderView place(Tenant tenant, String order) {
    String lines = "'lines': [{'name': 'Áo', 'quantity': 1, 'unitPrice': 100000}]";
    return shop.in(
        tenant,
        () ->
            shop.world
                .bean(PlaceOrder.class)
                .place(OrderDraft.read(json(order.formatted(lines))), Source.FORM));
  }
}
