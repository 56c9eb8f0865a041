package app.quen.rollup;

import static app.quen.order.OrderTestWorld.as;
import static app.quen.order.OrderTestWorld.customer;
import static app.quen.order.OrderTestWorld.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.order.FindOrders;
import app.quen.order.OrderConflict;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.OrderPage;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.PlaceOrder;
import app.quen.order.RestoreOrder;
import app.quen.order.ReviseOrder;
import app.quen.order.ShowOrder;
import app.quen.order.TakeBackGoods;
import app.quen.order.TrashOrder;
import app.quen.order.internal.OrderPurge;
import app.quen.rollup.PlainOrders.Line;
import app.quen.rollup.PlainOrders.Order;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever happens to orders, in whatever order and by however many at once, each customer's
 * roll-up is what follows from the orders that there are.
 */
class RollupsModelTest {

  private static final int STEPS = 40;

  private static World world;

  @BeforeContainer
  static void open() {
    world = World.open();
  }

  @AfterContainer
  static void close() {
    world.close();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void rollupsAreWhatAPlainModelSays(@ForAll long seed) {
    var run = new Sequence(world.a(), new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      run.step();
      run.compare();
    }
    // the other workspace has customers of the same sort, and none of this
    CustomerId elsewhere = customer(world, world.b(), "Ở nơi khác");
    assertThat(rollups(world.b(), List.of(elsewhere)).get(elsewhere.value()))
        .isEqualTo(Rollup.NONE);
  }

  /** One sequence of operations, done to the real thing and to the model. */
  private static final class Sequence {

    private final Tenant tenant;
    private final Random random;
    private final PlainOrders model = new PlainOrders();
    private final List<CustomerId> customers = new ArrayList<>();
    private final Map<Order, OrderId> ids = new HashMap<>();

    Sequence(Tenant tenant, Random random) {
      this.tenant = tenant;
      this.random = random;
      for (int i = 0; i < 3; i++) {
        customers.add(customer(world, tenant, "Khách " + i));
      }
    }

    void step() {
      List<Order> live = model.all.stream().filter(o -> !o.trashed).toList();
      int chance = live.isEmpty() ? 0 : random.nextInt(12);
      switch (chance) {
        case 0, 1, 2 -> place();
        case 3 -> newLines(pick(live));
        case 4 -> newState(pick(live));
        case 5 -> otherCustomer(pick(live));
        case 6, 7, 8 -> goodsComeBack(pick(live));
        case 9 -> trash(pick(live));
        case 10 -> restore();
        default -> purge();
      }
    }

    private void place() {
      Order order = new Order();
      order.customer = anybody();
      order.placedAt = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(50_000_000));
      order.lines = lines(random.nextInt(5) == 0);
      boolean back = order.isReturn();
      order.state = back ? "returned" : List.of("placed", "draft", "paid").get(random.nextInt(3));
      order.shipping = amount(100);
      order.off = random.nextBoolean() ? BigDecimal.ZERO : order.lines.getFirst().total().abs();
      String draft =
          "{'customerId': %s, 'placedAt': '%s', 'state': '%s', 'shipping': %s, 'discount': %s, 'lines': %s}"
              .formatted(
                  quoted(order.customer),
                  order.placedAt,
                  order.state,
                  order.shipping,
                  order.off,
                  written(order.lines));
      OrderView placed =
          does(() -> world.bean(PlaceOrder.class).place(OrderDraft.read(json(draft)), Source.FORM));
      ids.put(order, placed.id());
      model.all.add(order);
    }

    private void newLines(Order order) {
      if (order.lines.stream().anyMatch(line -> line.back.signum() > 0)
          || order.returned().signum() > 0) {
        return;
      }
      order.lines = lines(order.isReturn());
      order.off = BigDecimal.ZERO;
      revise(order, "{'discount': 0, 'lines': " + written(order.lines) + "}");
    }

    private void newState(Order order) {
      if (order.isReturn() || order.state.equals("returned")) {
        return;
      }
      order.state =
          List.of("draft", "placed", "paid", "delivered", "cancelled").get(random.nextInt(5));
      revise(order, "{'state': '" + order.state + "'}");
    }

    private void otherCustomer(Order order) {
      order.customer = anybody();
      revise(order, "{'customerId': " + quoted(order.customer) + "}");
    }

    private void goodsComeBack(Order order) {
      if (order.isReturn() || !order.counts()) {
        return;
      }
      int at = random.nextInt(order.lines.size());
      Line line = order.lines.get(at);
      BigDecimal left = line.left();
      if (left.signum() == 0) {
        return;
      }
      BigDecimal quantity = random.nextBoolean() ? left : left.min(BigDecimal.ONE);
      BigDecimal can = order.total().subtract(order.returned());
      BigDecimal before = share(line);
      line.back = line.back.add(quantity);
      BigDecimal amount = share(line).subtract(before).min(can);
      String wanted = "";
      if (random.nextInt(3) == 0) {
        amount = can.divide(BigDecimal.valueOf(7), 4, RoundingMode.DOWN);
        wanted = ", 'amount': " + amount;
      }
      order.givenBack.add(amount);
      if (order.lines.stream().allMatch(l -> l.left().signum() == 0)) {
        order.state = "returned";
      }
      String goods =
          "{'lines': [{'position': %d, 'quantity': %s}]%s}".formatted(at + 1, quantity, wanted);
      does(
          () ->
              world
                  .bean(TakeBackGoods.class)
                  .takeBack(ids.get(order), OrderDraft.Return.read(json(goods)), Source.FORM));
    }

    private static BigDecimal share(Line line) {
      return line.total().multiply(line.back).divide(line.quantity, 4, RoundingMode.HALF_UP);
    }

    private void trash(Order order) {
      order.trashed = true;
      does(() -> world.bean(TrashOrder.class).trash(ids.get(order), Source.FORM));
    }

    private void restore() {
      model.all.stream()
          .filter(o -> o.trashed)
          .findFirst()
          .ifPresent(
              order -> {
                order.trashed = false;
                does(() -> world.bean(RestoreOrder.class).restore(ids.get(order), Source.FORM));
              });
    }

    private void purge() {
      model.all.removeIf(order -> order.trashed);
      does(
          () ->
              world
                  .bean(Work.class)
                  .transact(
                      () -> world.bean(OrderPurge.class).purge(Instant.now().plusSeconds(60))));
    }

    private void revise(Order order, String patch) {
      does(
          () -> {
            OrderView now = world.bean(ShowOrder.class).show(ids.get(order));
            return world
                .bean(ReviseOrder.class)
                .revise(now.id(), json(patch), now.version(), Source.FORM);
          });
    }

    void compare() {
      Map<UUID, Rollup> real = rollups(tenant, customers);
      for (CustomerId customer : customers) {
        assertThat(PlainOrders.say(real.get(customer.value())))
            .isEqualTo(model.of(customer.toString()));
      }
    }

    private <T> T does(Callable<T> work) {
      return as(world, tenant, work);
    }

    private @Nullable String anybody() {
      int who = random.nextInt(customers.size() + 1);
      return who == customers.size() ? null : customers.get(who).toString();
    }

    private Order pick(List<Order> orders) {
      return orders.get(random.nextInt(orders.size()));
    }

    private List<Line> lines(boolean back) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(40), random.nextInt(2));
        BigDecimal price = BigDecimal.valueOf(random.nextInt(9_000_000), random.nextInt(7));
        BigDecimal worth = quantity.multiply(price).setScale(4, RoundingMode.DOWN);
        BigDecimal discount = amount(50).min(worth);
        lines.add(new Line(back ? quantity.negate() : quantity, price, discount, amount(20)));
      }
      return lines;
    }

    private BigDecimal amount(int most) {
      return BigDecimal.valueOf(random.nextInt(most * 10_000), 4);
    }

    private static String written(List<Line> lines) {
      List<String> all = new ArrayList<>();
      for (Line line : lines) {
        all.add(
            "{'sku': 'A', 'quantity': %s, 'unitPrice': %s, 'discount': %s, 'tax': %s}"
                .formatted(
                    line.quantity.toPlainString(),
                    line.price.toPlainString(),
                    line.discount.toPlainString(),
                    line.tax.toPlainString()));
      }
      return all.toString();
    }

    private static String quoted(@Nullable String text) {
      return text == null ? "null" : "'" + text + "'";
    }
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  void rollupsAreExactWhenManyWorkAtOnce(@ForAll long seed) throws Exception {
    Tenant tenant = world.a();
    List<CustomerId> customers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      customers.add(customer(world, tenant, "Khách chung " + i));
    }
    List<OrderId> orders = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var random = new Random(seed + i);
        all.add(threads.submit(() -> work(tenant, random, customers, orders)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    var model = new PlainOrders();
    for (CustomerId customer : customers) {
      read(tenant, customer).forEach(order -> model.all.add(plain(order)));
    }
    assertThat(model.all).isNotEmpty();
    Map<UUID, Rollup> real = rollups(tenant, customers);
    for (CustomerId customer : customers) {
      assertThat(PlainOrders.say(real.get(customer.value())))
          .isEqualTo(model.of(customer.toString()));
    }
  }

  private static void work(
      Tenant tenant, Random random, List<CustomerId> customers, List<OrderId> orders) {
    for (int step = 0; step < 25; step++) {
      CustomerId customer = customers.get(random.nextInt(customers.size()));
      OrderId order;
      synchronized (orders) {
        order = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
      }
      int chance = order == null ? 0 : random.nextInt(5);
      try {
        as(
            world,
            tenant,
            () -> {
              switch (chance) {
                case 0, 1 -> {
                  String draft =
                      "{'customerId': '%s', 'lines': [{'sku': 'A', 'quantity': 5, 'unitPrice': %d}]}"
                          .formatted(customer, random.nextInt(1000));
                  OrderView placed =
                      world.bean(PlaceOrder.class).place(OrderDraft.read(json(draft)), Source.API);
                  synchronized (orders) {
                    orders.add(placed.id());
                  }
                }
                case 2 ->
                    world
                        .bean(TakeBackGoods.class)
                        .takeBack(
                            order,
                            OrderDraft.Return.read(
                                json("{'lines': [{'position': 1, 'quantity': 1}]}")),
                            Source.API);
                case 3 -> {
                  int version = world.bean(ShowOrder.class).show(order).version();
                  world
                      .bean(ReviseOrder.class)
                      .revise(
                          order, json("{'customerId': '" + customer + "'}"), version, Source.API);
                }
                default -> {
                  if (random.nextBoolean()) {
                    world.bean(TrashOrder.class).trash(order, Source.API);
                  } else {
                    world.bean(RestoreOrder.class).restore(order, Source.API);
                  }
                }
              }
              return null;
            });
      } catch (Invalid | OrderConflict refused) {
        // somebody else was quicker; the next one may fit
      }
    }
  }

  private static List<OrderView> read(Tenant tenant, CustomerId customer) {
    OrderQuery query = OrderQuery.read(null, List.of("customerId:eq:" + customer), null, false);
    List<OrderView> all = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      OrderPage page = as(world, tenant, () -> world.bean(FindOrders.class).find(query, from, 7));
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }

  private static Order plain(OrderView view) {
    Order order = new Order();
    order.customer = String.valueOf(view.customerId());
    order.placedAt = view.placedAt();
    order.state = view.state();
    for (OrderView.Line line : view.lines()) {
      order.lines.add(new Line(line.quantity(), line.unitPrice(), line.discount(), line.tax()));
    }
    view.returns().forEach(goods -> order.givenBack.add(goods.amount()));
    return order;
  }

  private static Map<UUID, Rollup> rollups(Tenant tenant, List<CustomerId> customers) {
    Work work = world.bean(Work.class);
    return as(
        world,
        tenant,
        () ->
            work.transact(
                () ->
                    world
                        .bean(Rollups.class)
                        .read(customers.stream().map(CustomerId::value).toList())));
  }
}
