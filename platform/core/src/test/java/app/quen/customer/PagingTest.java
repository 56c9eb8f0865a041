package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.testing.World;
import app.quen.text.Folding;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class PagingTest {

  private static World world;
  private static final List<CustomerView> ALL = new ArrayList<>();

  @BeforeContainer
  static void fill() {
    world = World.open();
    world.run(
        world.a(), () -> world.bean(Fields.class).publish("shop", "customer", List.of(points())));
    String[] family = {"Nguyễn", "Trần", "Lê", "An", "Đỗ"};
    String[] given = {"An", "Anh", "Dung", "Dũng", "An An", "Thuỳ Dung", "Đức"};
    var random = new Random(7);
    List<CustomerDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      String name = family[random.nextInt(5)] + " " + given[random.nextInt(7)];
      String fields = random.nextInt(3) == 0 ? "" : "'shop.points': " + random.nextInt(6);
      drafts.add(
          draft(
              "{'name': '%s', 'phones': ['09%08d'], 'tags': ['t%d'], 'stage': '%s', 'fields': {%s}}"
                  .formatted(
                      name,
                      10_000_000 + random.nextInt(2000),
                      random.nextInt(3),
                      random.nextBoolean() ? "lead" : "customer",
                      fields)));
    }
    as(
        world,
        world.a(),
        () -> world.bean(RegisterManyCustomers.class).register(drafts, Source.API));
    as(
        world,
        world.b(),
        () -> world.bean(RegisterManyCustomers.class).register(drafts, Source.API));
    as(
        world,
        world.a(),
        () -> {
          world.bean(ExportCustomers.class).export(CustomerQuery.ALL, ALL::add);
          return null;
        });
  }

  private static Field points() {
    return new Field(
        "shop.points",
        "shop",
        FieldType.NUMBER,
        new Text("Điểm", "Points"),
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
  }

  @AfterContainer
  static void close() {
    world.close();
  }

  @Provide
  Arbitrary<@Nullable String> sorts() {
    return Arbitraries.of(
            "name",
            "-name",
            "createdAt",
            "-createdAt",
            "updatedAt",
            "-updatedAt",
            "shop.points",
            "-shop.points")
        .injectNull(0.3);
  }

  @Provide
  Arbitrary<@Nullable String> texts() {
    return Arbitraries.of("an", "nguyen an", "dung", "đỗ", "0910", "10000", "thuỳ d", "le dung")
        .injectNull(0.4);
  }

  @Provide
  Arbitrary<Set<String>> filters() {
    return Arbitraries.of(
            "tags:eq:t1", "stage:eq:lead", "shop.points:gte:2", "shop.points:empty:", "name:ne:x")
        .set()
        .ofMaxSize(2);
  }

  @Property(tries = 120)
  void pagesGiveEachCustomerOnceAndInOneOrder(
      @ForAll("sorts") @Nullable String sort,
      @ForAll("texts") @Nullable String q,
      @ForAll("filters") Set<String> filters,
      @ForAll @IntRange(min = 1, max = 40) int limit) {
    var query = CustomerQuery.read(q, List.copyOf(filters), sort, false);
    List<CustomerId> paged = read(query, limit);
    assertThat(paged).doesNotHaveDuplicates().isEqualTo(read(query, 200));
    assertThat(Set.copyOf(paged))
        .isEqualTo(
            ALL.stream()
                .filter(customer -> fits(customer, q, filters))
                .map(CustomerView::id)
                .collect(Collectors.toSet()));
  }

  private static List<CustomerId> read(CustomerQuery query, int limit) {
    List<CustomerId> ids = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      CustomerPage page =
          as(world, world.a(), () -> world.bean(FindCustomers.class).find(query, from, limit));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(customer -> ids.add(customer.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }

  private static boolean fits(CustomerView customer, @Nullable String q, Set<String> filters) {
    return (q == null || found(customer, q))
        && filters.stream().allMatch(filter -> fits(customer, filter));
  }

  private static boolean fits(CustomerView customer, String filter) {
    return switch (filter) {
      case "tags:eq:t1" -> customer.tags().contains("t1");
      case "stage:eq:lead" -> customer.stage().equals("lead");
      case "shop.points:gte:2" -> customer.fields().getInt("shop.points", 0) >= 2;
      case "shop.points:empty:" -> !customer.fields().containsKey("shop.points");
      default -> true;
    };
  }

  private static boolean found(CustomerView customer, String q) {
    if (Character.isDigit(q.charAt(0))) {
      String phone = "0" + customer.phones().get(0).normal().substring(3);
      return phone.startsWith(q) || phone.startsWith("0" + q) || phone.endsWith(q);
    }
    List<String> words = new ArrayList<>(Folding.words(customer.name()));
    return Folding.words(q).stream().allMatch(w -> words.stream().anyMatch(n -> n.startsWith(w)));
  }
}
