package app.quen.order;

import static app.quen.order.OrderTestWorld.as;
import static app.quen.order.OrderTestWorld.customer;
import static app.quen.order.OrderTestWorld.pay;
import static app.quen.order.OrderTestWorld.place;
import static app.quen.order.OrderTestWorld.restore;
import static app.quen.order.OrderTestWorld.revise;
import static app.quen.order.OrderTestWorld.takeBack;
import static app.quen.order.OrderTestWorld.trash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.field.AddField;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class OneOrderTest {

  private static final World world = World.open();

  private static final String TWO_LINES =
      """
      {'number': '%s', 'customerId': '%s', 'placedAt': '2026-03-05T02:30:00Z', 'channel': 'store',
       'store': 'Quận 1', 'shipping': 30000, 'discount': 5000,
       'lines': [{'sku': 'AO-1', 'name': 'Áo thun', 'quantity': 3, 'unitPrice': 120000,
                  'discount': 10000, 'tax': 35000},
                 {'name': 'Túi giấy', 'quantity': 1.5, 'unitPrice': 2000.333333}]}
      """;

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void anOrderAddsUpAndIsSeenInItsWorkspaceOnly() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    OrderView placed = place(world, world.a(), TWO_LINES.formatted("HD-1", hoa));
    assertThat(placed.lines().get(0).total()).isEqualByComparingTo("385000");
    assertThat(placed.lines().get(1).total()).isEqualByComparingTo("3000.5");
    assertThat(placed.total()).isEqualByComparingTo("413000.5");
    assertThat(placed.state()).isEqualTo("placed");
    assertThat(placed.currency()).isEqualTo("VND");
    OrderView shown = as(world, world.a(), () -> world.bean(ShowOrder.class).show(placed.id()));
    assertThat(shown.json()).isEqualTo(placed.json());
    assertThatThrownBy(
            () -> as(world, world.b(), () -> world.bean(ShowOrder.class).show(placed.id())))
        .isInstanceOf(NoSuchOrder.class);
    assertThatThrownBy(() -> place(world, world.b(), TWO_LINES.formatted("HD-1", hoa)))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("customerId unknown"));
    assertThat(facts(placed.id())).containsExactly("OrderPlaced");
  }

  @Test
  void anOrderWithoutANumberGetsOneAndTheSameNumberIsNotGivenTwice() {
    OrderView one =
        place(world, world.a(), "{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}");
    assertThat(one.number()).matches("DH\\d{6}-[0-9A-Z]{6}");
    assertThatThrownBy(
            () ->
                place(
                    world,
                    world.a(),
                    "{'number': ' %s ', 'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}"
                        .formatted(one.number().toLowerCase(java.util.Locale.ROOT))))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("number taken"));
  }

  @Test
  void whatDoesNotFitIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                place(
                    world,
                    world.a(),
                    """
                    {'currency': 'USD', 'state': 'returned', 'channel': 'smoke',
                     'lines': [{'quantity': 0, 'unitPrice': -1},
                               {'sku': 'A', 'quantity': 1, 'unitPrice': 2, 'discount': 3},
                               {'sku': 'B', 'quantity': 1e30, 'unitPrice': 2.12345678}],
                     'payments': [{'method': 'shells', 'amount': 0}]}
                    """))
        .satisfies(
            thrown ->
                assertThat(codes(thrown))
                    .containsExactlyInAnyOrder(
                        "currency other-currency",
                        "state by-return",
                        "channel not-a-choice",
                        "lines[0].quantity required",
                        "lines[0].unitPrice negative",
                        "lines[0].name required",
                        "lines[1].discount too-large",
                        "lines[2].quantity too-large",
                        "lines[2].unitPrice too-precise",
                        "payments[0].method not-a-choice",
                        "payments[0].amount required"));
    assertThatThrownBy(
            () ->
                place(
                    world,
                    world.a(),
                    """
                    {'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 2},
                               {'sku': 'B', 'quantity': -1, 'unitPrice': 2}]}
                    """))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("lines mixed"));
    assertThatThrownBy(() -> place(world, world.a(), "{'total': 5, 'colour': 'red', 'lines': [7]}"))
        .satisfies(
            thrown ->
                assertThat(codes(thrown))
                    .containsExactly("colour unknown-field", "lines[0] wrong-type"));
  }

  @Test
  void aPatchChangesWhatItNamesAndTheOrderRemembersIt() {
    CustomerId hoa = customer(world, world.a(), "Hoa");
    OrderView placed = place(world, world.a(), TWO_LINES.formatted("HD-2", hoa));
    OrderView revised =
        revise(
            world,
            world.a(),
            placed,
            "{'state': 'delivered', 'note': 'giao buổi chiều',"
                + " 'lines': [{'sku': 'AO-1', 'name': 'Áo thun', 'quantity': 2,"
                + " 'unitPrice': 120000}]}");
    assertThat(revised.version()).isEqualTo(2);
    assertThat(revised.total()).isEqualByComparingTo("265000");
    assertThat(revised.store()).isEqualTo("Quận 1");
    assertThatThrownBy(() -> revise(world, world.a(), placed, "{'note': null}"))
        .isInstanceOfSatisfying(
            OrderConflict.class,
            conflict ->
                assertThat(conflict.changedFields())
                    .contains("state", "note", "lines", "total")
                    .doesNotContain("store"));
    // sent back as it was read: nothing changes
    assertThat(revise(world, world.a(), revised, revised.json().toString()).version()).isEqualTo(2);
    var history = as(world, world.a(), () -> world.bean(ShowOrderHistory.class).show(placed.id()));
    assertThat(history).hasSize(2);
    assertThat(history.getJsonObject(1).getString("type")).isEqualTo("OrderRevised");
    assertThat(history.getJsonObject(1).getJsonObject("actor").getString("name"))
        .isEqualTo("Chị Lan");
    assertThat(facts(placed.id())).containsExactly("OrderPlaced", "OrderRevised");
  }

  @Test
  void anOrderIsPaidInPartsAndIsPaidWhenAllIsThere() {
    OrderView placed =
        place(world, world.a(), "{'lines': [{'sku': 'A', 'quantity': 2, 'unitPrice': 50000}]}");
    OrderView half = pay(world, world.a(), placed, "{'method': 'cash', 'amount': 40000}");
    assertThat(half.state()).isEqualTo("placed");
    OrderView whole =
        pay(
            world,
            world.a(),
            half,
            "{'method': 'transfer', 'amount': 60000, 'reference': 'FT26064'}");
    assertThat(whole.state()).isEqualTo("paid");
    assertThat(whole.paid()).isEqualByComparingTo("100000");
    OrderView shown = as(world, world.a(), () -> world.bean(ShowOrder.class).show(placed.id()));
    assertThat(shown.payments())
        .extracting(OrderView.Payment::method)
        .containsExactly("cash", "transfer");
    assertThat(shown.json()).isEqualTo(whole.json());
  }

  @Test
  void aThirdOfALineIsGivenBackInWholeDong() {
    String three =
        "{'lines': [{'sku': 'A', 'quantity': 3, 'unitPrice': 100000, 'discount': 10000,"
            + " 'tax': 5000}]}";
    String one = "{'lines': [{'position': 1, 'quantity': 1}]}";
    place(world, world.b(), three);
    OrderView placed = place(world, world.a(), three);

    OrderView first = takeBack(world, world.a(), placed, one);
    OrderView second = takeBack(world, world.a(), first, one);
    OrderView third = takeBack(world, world.a(), second, one);

    assertThat(third.returns())
        .extracting(back -> back.amount().stripTrailingZeros().toPlainString())
        .containsExactly("98333", "98334", "98333");
    assertThat(third.returned()).isEqualByComparingTo("295000");
  }

  @Test
  void goodsComeBackInPartsAndTheirPartsAddUpToTheLine() {
    OrderView placed =
        place(
            world,
            world.a(),
            "{'lines': [{'sku': 'A', 'quantity': 3, 'unitPrice': 33.3333, 'discount': 0.0001},"
                + " {'sku': 'B', 'quantity': 1, 'unitPrice': 10}]}");
    assertThat(placed.total()).isEqualByComparingTo("109.9998");
    OrderView one =
        takeBack(world, world.a(), placed, "{'lines': [{'position': 1, 'quantity': 1}]}");
    assertThat(one.returned()).isEqualByComparingTo("33.3333");
    assertThat(one.state()).isEqualTo("placed");
    assertThat(one.lines().getFirst().returnedQuantity()).isEqualByComparingTo("1");
    assertThatThrownBy(
            () -> takeBack(world, world.a(), one, "{'lines': [{'position': 1, 'quantity': 3}]}"))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("lines too-many"));
    assertThatThrownBy(
            () ->
                revise(
                    world,
                    world.a(),
                    one,
                    "{'lines': [{'sku': 'A', 'quantity': 0.5, 'unitPrice': 9000}]}"))
        .satisfies(
            thrown ->
                assertThat(codes(thrown)).containsExactly("lines[0].quantity below-returned"));
    OrderView all =
        takeBack(
            world,
            world.a(),
            one,
            "{'lines': [{'position': 1, 'quantity': 2}, {'position': 2, 'quantity': 1}],"
                + " 'reason': 'không vừa'}");
    assertThat(all.returned()).isEqualByComparingTo(placed.total());
    assertThat(all.state()).isEqualTo("returned");
    OrderView shown = as(world, world.a(), () -> world.bean(ShowOrder.class).show(placed.id()));
    assertThat(shown.json()).isEqualTo(all.json());
    assertThatThrownBy(() -> takeBack(world, world.a(), all, "{'amount': 1}"))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("amount too-large"));
  }

  @Test
  void goodsOfAnUnknownOrderComeBackAsAReturnOfTheirOwn() {
    OrderView back =
        place(
            world,
            world.a(),
            "{'lines': [{'sku': 'A', 'quantity': -2, 'unitPrice': 5, 'discount': 1}]}");
    assertThat(back.isReturn()).isTrue();
    assertThat(back.state()).isEqualTo("returned");
    assertThat(back.total()).isEqualByComparingTo("-9");
    assertThatThrownBy(
            () ->
                revise(
                    world,
                    world.a(),
                    back,
                    "{'state': 'placed', 'lines': [{'sku': 'A', 'quantity': 2, 'unitPrice': 5}]}"))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("lines other-kind"));
  }

  @Test
  void theTrashKeepsAnOrderAsItWas() {
    OrderView placed =
        place(world, world.a(), "{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}");
    OrderView trashed = trash(world, world.a(), placed);
    assertThat(trashed.deletedAt()).isNotNull();
    assertThat(trash(world, world.a(), placed).version()).isEqualTo(trashed.version());
    assertThatThrownBy(() -> revise(world, world.a(), trashed, "{'note': 'x'}"))
        .satisfies(thrown -> assertThat(codes(thrown)).containsExactly("deletedAt in-trash"));
    assertThatThrownBy(() -> pay(world, world.a(), trashed, "{'method': 'cash', 'amount': 40000}"))
        .isInstanceOf(Invalid.class);
    OrderView back = restore(world, world.a(), trashed);
    assertThat(back.deletedAt()).isNull();
    assertThat(facts(placed.id())).containsExactly("OrderPlaced", "OrderTrashed", "OrderRestored");
  }

  @Test
  void anOrderHasTheFieldsThatItsWorkspaceMade() {
    var shop = world.another("fields");
    as(
        world,
        shop,
        () ->
            world
                .bean(AddField.class)
                .add(
                    "order",
                    OrderTestWorld.json(
                        "{'key': 'gift_note', 'type': 'text', 'required': true, 'unique': true,"
                            + " 'label': {'vi': 'Lời chúc', 'en': 'Gift note'}}")));
    String order = "{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}], 'fields': {%s}}";
    assertThatThrownBy(() -> place(world, shop, order.formatted("")))
        .satisfies(
            thrown -> assertThat(codes(thrown)).containsExactly("workspace.gift_note required"));
    String wish = order.formatted("'workspace.gift_note': 'Chúc mừng'");
    OrderView placed = place(world, shop, wish);
    OrderView shown = as(world, shop, () -> world.bean(ShowOrder.class).show(placed.id()));
    assertThat(shown.fields().getString("workspace.gift_note")).isEqualTo("Chúc mừng");
    assertThatThrownBy(() -> place(world, shop, wish))
        .satisfies(
            thrown -> assertThat(codes(thrown)).containsExactly("workspace.gift_note taken"));
    assertThatThrownBy(() -> place(world, world.a(), wish))
        .satisfies(
            thrown ->
                assertThat(codes(thrown)).containsExactly("workspace.gift_note unknown-field"));
  }

  @Test
  void anUnknownOrderIsSaidToBeUnknown() {
    OrderId none = new OrderId(UUID.randomUUID());
    assertThatThrownBy(
            () -> as(world, world.a(), () -> world.bean(TrashOrder.class).trash(none, Source.FORM)))
        .isInstanceOf(NoSuchOrder.class);
  }

  /** Types of the order's facts, told or not yet. */
  private static List<String> facts(OrderId order) {
    return as(world, world.a(), () -> world.bean(ShowOrderHistory.class).show(order))
        .getValuesAs(jakarta.json.JsonObject.class)
        .stream()
        .map(entry -> entry.getString("type"))
        .toList();
  }

  private static List<String> codes(Throwable thrown) {
    assertThat(thrown).isInstanceOf(Invalid.class);
    return ((Invalid) thrown).problems().stream().map(OneOrderTest::code).toList();
  }

  private static String code(Problem problem) {
    return problem.field() + " " + problem.code();
  }
}
