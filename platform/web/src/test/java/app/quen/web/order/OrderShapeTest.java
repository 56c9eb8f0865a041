package app.quen.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Actor;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.OrderView;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order is described here and written in the core: both must mean the same. */
class OrderShapeTest {

  private static final BigDecimal ONE = BigDecimal.ONE;

  private static final OrderView ORDER =
      new OrderView(
          new OrderId(UUID.randomUUID()),
          1,
          "HD-1",
          "sale",
          UUID.randomUUID(),
          Instant.EPOCH,
          "placed",
          "web",
          "Quận 1",
          "VND",
          List.of(new OrderView.Line(1, "A", "Áo", ONE, ONE, ONE, ONE, ONE, ONE)),
          1,
          ONE,
          ONE,
          ONE,
          ONE,
          List.of(new OrderView.Payment(Instant.EPOCH, "cash", ONE, "x")),
          ONE,
          List.of(
              new OrderView.Return(
                  Instant.EPOCH, List.of(new OrderView.ReturnedLine(1, ONE)), ONE, "x")),
          ONE,
          "x",
          UUID.randomUUID(),
          JsonValue.EMPTY_JSON_OBJECT,
          Instant.EPOCH,
          Actor.SYSTEM,
          Instant.EPOCH,
          Actor.SYSTEM,
          Instant.EPOCH,
          Actor.SYSTEM);

  @Test
  void anOrderHasAllThePropertiesThatAreDescribedAndNoOther() {
    same(ORDER.json(), OrderJson.class);
    same(ORDER.json().getJsonArray("lines").getJsonObject(0), OrderJson.Line.class);
    same(ORDER.json().getJsonArray("payments").getJsonObject(0), OrderJson.Payment.class);
    JsonObject goods = ORDER.json().getJsonArray("returns").getJsonObject(0);
    same(goods, OrderJson.Return.class);
    same(goods.getJsonArray("lines").getJsonObject(0), OrderJson.ReturnedLine.class);
  }

  @Test
  void everythingThatIsDescribedCanBeGiven() {
    for (Class<?> shape : List.of(NewOrderJson.class, NewOrderJson.PatchJson.class)) {
      var json = Json.createObjectBuilder();
      names(shape).forEach(name -> json.addNull(name));
      assertThat(OrderDraft.read(json.build()).lines()).isEmpty();
    }
    var payment = Json.createObjectBuilder();
    names(NewOrderJson.NewPaymentJson.class).forEach(name -> payment.addNull(name));
    assertThat(OrderDraft.Payment.read(payment.build()).amount()).isNull();
    var goods = Json.createObjectBuilder();
    names(NewOrderJson.NewReturnJson.class).forEach(name -> goods.addNull(name));
    assertThat(OrderDraft.Return.read(goods.build()).lines()).isEmpty();
  }

  private static void same(JsonObject json, Class<?> shape) {
    assertThat(json.keySet()).containsExactlyInAnyOrderElementsOf(names(shape));
  }

  private static List<String> names(Class<?> shape) {
    return Arrays.stream(shape.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
