package app.quen.order;

import static app.quen.order.OrderTestWorld.as;
import static app.quen.order.OrderTestWorld.customer;
import static app.quen.order.OrderTestWorld.place;
import static app.quen.order.OrderTestWorld.trash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.customer.CustomerId;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.FindCustomers;
import app.quen.field.Invalid;
import app.quen.setting.ReviseSettings;
import app.quen.setting.ShowSettings;
import app.quen.setting.WorkspaceSettings;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class FindOrdersTest {

  private static final World world = World.open();
  private static CustomerId hoa;
  private static CustomerId nam;
  private static CustomerId nobody;

  /** Orders S-00 to S-29, an hour after the other, of 1,000 to 30,000; each third one of Hoa. */
  @BeforeAll
  static void sell() {
    hoa = customer(world, world.a(), "Hoa");
    nam = customer(world, world.a(), "Nam");
    nobody = customer(world, world.a(), "Không mua");
    Instant start = Instant.parse("2026-03-01T12:00:00Z");
    for (int i = 0; i < 30; i++) {
      place(
          world,
          world.a(),
          """
          {'number': 'S-%02d', 'customerId': '%s', 'placedAt': '%s', 'channel': '%s',
           'state': '%s', 'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': %d}]}
          """
              .formatted(
                  i,
                  i % 3 == 0 ? hoa : nam,
                  start.plus(i, ChronoUnit.HOURS),
                  i % 2 == 0 ? "web" : "store",
                  i % 5 == 0 ? "cancelled" : "placed",
                  (i * 7 % 30 + 1) * 1000));
    }
    trash(
        world,
        world.a(),
        place(
            world,
            world.a(),
            "{'number': 'T-1', 'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}"));
    place(
        world,
        world.b(),
        "{'number': 'B-1', 'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void theNewestComeFirstPageByPageAndNoneTwice() {
    List<String> all = numbers(null, List.of(), null, false, 7);
    assertThat(all).hasSize(30).doesNotHaveDuplicates();
    assertThat(all.getFirst()).isEqualTo("S-29");
    assertThat(all.getLast()).isEqualTo("S-00");
    assertThat(numbers(null, List.of(), "placedAt", false, 4)).isEqualTo(all.reversed());
    assertThat(numbers(null, List.of(), null, true, 7)).containsExactly("T-1");
    assertThat(numbers(null, List.of(), "-total", false, 4)).hasSize(30).startsWith("S-17");
  }

  @Test
  void filtersLeaveWhatFits() {
    assertThat(numbers(null, List.of("customerId:eq:" + hoa, "channel:eq:web"), null, false, 2))
        .containsExactly("S-24", "S-18", "S-12", "S-06", "S-00");
    assertThat(numbers(null, List.of("state:in:cancelled,draft", "total:gt:20000"), null, false, 1))
        .containsExactly("S-25", "S-20");
    assertThat(numbers("s-1", List.of("channel:eq:store"), "placedAt", false, 2))
        .containsExactly("S-11", "S-13", "S-15", "S-17", "S-19");
    assertThat(numbers(null, List.of("number:eq:S-07"), null, false, 2)).containsExactly("S-07");
    assertThat(numbers(null, List.of("customerId:empty:"), null, false, 2)).isEmpty();
  }

  @Test
  void aDayIsOneOfTheWorkspace() {
    // 17:00 UTC is midnight in Vietnam
    assertThat(numbers(null, List.of("placedAt:lt:2026-03-02"), "placedAt", false, 9))
        .containsExactly("S-00", "S-01", "S-02", "S-03", "S-04");
    assertThat(numbers(null, List.of("placedAt:eq:2026-03-02"), "placedAt", false, 9))
        .hasSize(24)
        .startsWith("S-05");
    assertThat(numbers(null, List.of("placedAt:gte:2026-03-02T17:00:00Z"), "placedAt", false, 9))
        .containsExactly("S-29");
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    for (String filter :
        List.of("colour:eq:red", "note:eq:x", "total:contains:1", "placedAt:eq:soon")) {
      assertThatThrownBy(() -> numbers(null, List.of(filter), null, false, 5))
          .as(filter)
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> numbers(null, List.of(), "note", false, 5))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void customersAreFoundAndSortedByWhatTheyBought() {
    assertThat(customers(List.of(), "-rollup.spend")).containsExactly("Nam", "Hoa", "Không mua");
    assertThat(customers(List.of(), "rollup.orders")).containsExactly("Hoa", "Nam", "Không mua");
    assertThat(customers(List.of("rollup.orders:gte:9"), null)).containsExactly("Nam");
    assertThat(customers(List.of("rollup.orders:eq:0"), null)).containsExactly("Không mua");
    assertThat(customers(List.of("rollup.orders:lt:9", "rollup.spend:gt:0"), null))
        .containsExactly("Hoa");
    assertThat(customers(List.of("rollup.lastOrderAt:empty:"), null)).containsExactly("Không mua");
    assertThat(customers(List.of("rollup.lastOrderAt:eq:2026-03-02"), "name"))
        .containsExactly("Hoa");
    assertThat(customers(List.of("rollup.lastOrderAt:gt:2026-03-02"), null)).containsExactly("Nam");
    assertThat(customers(List.of("rollup.lastOrderAt:gte:2026-03-02T17:00:00Z"), null))
        .containsExactly("Nam");
    long days = ((Number) days(nam)).longValue();
    assertThat(customers(List.of("rollup.daysSinceLastOrder:eq:" + days), null))
        .containsExactly("Nam");
    assertThat(customers(List.of("rollup.daysSinceLastOrder:gt:" + days), null))
        .containsExactly("Hoa");
    assertThat(customers(List.of(), "rollup.daysSinceLastOrder"))
        .containsExactly("Nam", "Hoa", "Không mua");
    assertThat(OrderTestWorld.show(world, world.a(), nobody).rollups().getInt("orders")).isZero();
    assertThat(OrderTestWorld.show(world, world.a(), hoa).rollups().getInt("orders")).isEqualTo(8);
  }

  @Test
  void aWorkspaceDecidesWhatItCountsInAsLongAsItHasNoOrders() {
    var another = world.another("settings");
    WorkspaceSettings set =
        as(world, another, () -> world.bean(ReviseSettings.class).revise("gbp", "Europe/London"));
    assertThat(set.currency().getCurrencyCode()).isEqualTo("GBP");
    assertThat(as(world, another, () -> world.bean(ShowSettings.class).show())).isEqualTo(set);
    assertThat(as(world, world.b(), () -> world.bean(ShowSettings.class).show()))
        .isEqualTo(WorkspaceSettings.USUAL);
    OrderView placed =
        place(world, another, "{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}");
    assertThat(placed.currency()).isEqualTo("GBP");
    assertThatThrownBy(
            () -> as(world, another, () -> world.bean(ReviseSettings.class).revise("USD", null)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                as(
                    world,
                    another,
                    () -> world.bean(ReviseSettings.class).revise("shells", "the moon")))
        .isInstanceOfSatisfying(
            Invalid.class, invalid -> assertThat(invalid.problems()).hasSize(2));
  }

  private static Object days(CustomerId customer) {
    return OrderTestWorld.show(world, world.a(), customer)
        .rollups()
        .getJsonNumber("daysSinceLastOrder")
        .longValue();
  }

  private static List<String> customers(List<String> filters, @Nullable String sort) {
    return as(
        world,
        world.a(),
        () ->
            world
                .bean(FindCustomers.class)
                .find(CustomerQuery.read(null, filters, sort, false), null, 50)
                .items()
                .stream()
                .map(CustomerView::name)
                .toList());
  }

  private static List<String> numbers(
      @Nullable String number,
      List<String> filters,
      @Nullable String sort,
      boolean trash,
      int limit) {
    OrderQuery query = OrderQuery.read(number, filters, sort, trash);
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      OrderPage page =
          as(world, world.a(), () -> world.bean(FindOrders.class).find(query, from, limit));
      page.items().forEach(order -> all.add(order.number()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return all;
  }
}
