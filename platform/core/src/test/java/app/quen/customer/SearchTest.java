package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.field.Field;
import app.quen.field.Field.Choice;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.text.Text;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedDatabase.class)
class SearchTest {

  static final World world = World.open();

  @BeforeAll
  static void fill() {
    world.run(
        world.a(),
        () ->
            world
                .bean(Fields.class)
                .publish(
                    "telecom",
                    "customer",
                    List.of(
                        field("telecom.contract", FieldType.CHOICE, "monthly", "yearly"),
                        field("telecom.charge", FieldType.MONEY),
                        field("telecom.since", FieldType.DATE),
                        field("telecom.fibre", FieldType.BOOLEAN),
                        field("telecom.extras", FieldType.CHOICES, "tv", "phone"))));
    register(
        world.a(),
        """
        {'name': 'Đặng Thuỳ Dung', 'phones': ['0164 123 4567'], 'emails': ['dung.dang@example.com'],
         'externalId': 'KH-0001', 'tags': ['vip'], 'gender': 'female', 'birthDate': '1990-02-28',
         'stage': 'customer', 'interests': ['đọc sách'],
         'addresses': [{'province': 'Hà Nội', 'ward': 'Hàng Bạc'}],
         'fields': {'telecom.contract': 'monthly', 'telecom.charge': 100000,
                    'telecom.since': '2020-05-01', 'telecom.fibre': true,
                    'telecom.extras': ['tv', 'phone']}}
        """,
        """
        {'name': 'Nguyễn Văn An', 'phones': ['0987 654 321'], 'tags': ['vip', 'mới'],
         'stage': 'lead', 'gender': 'male',
         'fields': {'telecom.contract': 'yearly', 'telecom.charge': 250000,
                    'telecom.since': '2024-01-31', 'telecom.fibre': false}}
        """,
        "{'name': 'Nguyễn Thị Ánh', 'phones': ['0912 000 111'], 'stage': 'lead'}",
        """
        {'kind': 'organisation', 'name': 'Công ty TNHH Thương mại ABC', 'taxCode': '0101234567',
         'emails': ['info@abc.vn'], 'fields': {'telecom.charge': 9000000}}
        """,
        "{'name': 'An An Bình', 'externalId': 'x.y'}");
    register(world.b(), "{'name': 'Đặng Thuỳ Dung', 'phones': ['0164 123 4567']}");
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Field field(String key, FieldType type, String... choices) {
    return new Field(
        key,
        "telecom",
        type,
        new Text(key, key),
        null,
        "telecom",
        false,
        true,
        true,
        List.of(choices).stream().map(c -> new Choice(c, new Text(c, c))).toList(),
        null,
        null,
        null,
        null,
        null,
        List.of("person", "organisation"),
        null);
  }

  private static void register(Tenant tenant, String... customers) {
    for (String customer : customers) {
      as(
          world,
          tenant,
          () -> world.bean(RegisterCustomer.class).register(draft(customer), Source.FORM));
    }
  }

  private static List<String> found(String q, String sort, String... filters) {
    var query = CustomerQuery.read(q, List.of(filters), sort, false);
    var names = new ArrayList<String>();
    String cursor = null;
    do {
      var from = cursor;
      var page = as(world, world.a(), () -> world.bean(FindCustomers.class).find(query, from, 2));
      page.items().forEach(customer -> names.add(customer.name()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return names;
  }

  private static long counted(String... filters) {
    var count =
        as(
            world,
            world.a(),
            () ->
                world
                    .bean(CountCustomers.class)
                    .count(CustomerQuery.read(null, List.of(filters), null, false)));
    assertThat(count.exact()).isTrue();
    return count.count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dang thuy dung",
        "Thùy Dung",
        "thuỳ dung",
        "THUY",
        "dung đặng",
        "Dang du",
        "đặng",
        "0164 123 4567",
        "01641234567",
        "0341234567",
        "+84 34 123",
        "84341234567",
        "341234567",
        "034",
        "4567",
        "dung.dang@example.com",
        "dung.dang",
        "DUNG.DANG@",
        "kh-0001",
        "KH-00"
      })
  void dungIsFound(String q) {
    assertThat(found(q, null)).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(q, "name")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(Normalizer.normalize(q, Normalizer.Form.NFD), null))
        .containsExactly("Đặng Thuỳ Dung");
  }

  @Test
  void theBeginningOfAnyWordFinds() {
    assertThat(found("an", null))
        .containsExactlyInAnyOrder("Nguyễn Văn An", "Nguyễn Thị Ánh", "An An Bình");
    assertThat(found("nguyen an", null))
        .containsExactlyInAnyOrder("Nguyễn Văn An", "Nguyễn Thị Ánh");
    assertThat(found("abc", null)).containsExactly("Công ty TNHH Thương mại ABC");
    assertThat(found("01012345", null)).containsExactly("Công ty TNHH Thương mại ABC");
    assertThat(found("ung", null)).isEmpty();
    assertThat(found("%", null)).isEmpty();
    assertThat(found("x.y", null)).containsExactly("An An Bình");
  }

  @Test
  void filtersHoldPerType() {
    assertThat(found(null, null, "telecom.contract:eq:monthly")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "telecom.contract:in:monthly,yearly")).hasSize(2);
    assertThat(found(null, null, "telecom.contract:ne:monthly")).hasSize(4);
    assertThat(found(null, null, "telecom.contract:empty:")).hasSize(3);
    assertThat(found(null, null, "telecom.contract:notempty:")).hasSize(2);
    assertThat(found(null, null, "telecom.charge:gt:100000")).hasSize(2);
    assertThat(found(null, null, "telecom.charge:lte:250.000 đ")).hasSize(2);
    assertThat(found(null, null, "telecom.since:lt:2021-01-01")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "telecom.fibre:eq:true")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "telecom.fibre:eq:false")).containsExactly("Nguyễn Văn An");
    assertThat(found(null, null, "telecom.extras:contains:tv")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "tags:eq:VIP")).hasSize(2);
    assertThat(found(null, null, "tags:eq:vip", "gender:eq:male")).containsExactly("Nguyễn Văn An");
    assertThat(found(null, null, "tags:empty:")).hasSize(3);
    assertThat(found(null, null, "stage:in:customer,regular")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "name:contains:thi")).containsExactly("Nguyễn Thị Ánh");
    assertThat(found(null, null, "phones:eq:0987.654.321")).containsExactly("Nguyễn Văn An");
    assertThat(found(null, null, "phones:empty:")).hasSize(2);
    assertThat(found(null, null, "address.province:eq:ha noi")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "address.province:eq:Hà Nội")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "interests:contains:đọc sách")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "birthDate:lt:01/01/2000")).containsExactly("Đặng Thuỳ Dung");
    assertThat(found(null, null, "createdAt:gt:2020-01-01")).hasSize(5);
    assertThat(found(null, null, "kind:eq:organisation")).hasSize(1);
    assertThat(found(null, null, "externalId:eq:kh-0001")).hasSize(1);
    assertThat(found("nguyen", null, "stage:eq:lead", "tags:eq:mới"))
        .containsExactly("Nguyễn Văn An");
  }

  @Test
  void sortsAreVietnamese() {
    assertThat(found(null, "name"))
        .containsExactly(
            "Nguyễn Văn An",
            "Nguyễn Thị Ánh",
            "An An Bình",
            "Công ty TNHH Thương mại ABC",
            "Đặng Thuỳ Dung");
    assertThat(found(null, "-name")).startsWith("Đặng Thuỳ Dung");
    assertThat(found(null, null)).startsWith("An An Bình");
    assertThat(found(null, "createdAt")).startsWith("Đặng Thuỳ Dung");
    assertThat(found(null, "updatedAt")).startsWith("Đặng Thuỳ Dung");
    assertThat(found(null, "-telecom.charge"))
        .hasSize(5)
        .startsWith("Công ty TNHH Thương mại ABC", "Nguyễn Văn An", "Đặng Thuỳ Dung");
    assertThat(found(null, "telecom.since")).hasSize(5).startsWith("Đặng Thuỳ Dung");
    assertThat(found("nguyen", "-name")).containsExactly("Nguyễn Thị Ánh", "Nguyễn Văn An");
  }

  @Test
  void countsAreExactWhereFew() {
    assertThat(counted()).isEqualTo(5);
    assertThat(counted("stage:eq:lead")).isEqualTo(4);
    assertThat(counted("telecom.contract:eq:monthly")).isEqualTo(1);
  }

  @Test
  void anUnknownFieldIsRefusedAlsoIfAnotherTenantHasIt() {
    assertThatThrownBy(() -> found(null, null, "telecom.nothing:eq:1")).isInstanceOf(Invalid.class);
    var query = CustomerQuery.read(null, List.of("telecom.contract:eq:monthly"), null, false);
    assertThatThrownBy(
            () -> as(world, world.b(), () -> world.bean(FindCustomers.class).find(query, null, 10)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> found(null, "gender")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> found(null, null, "gender:lt:male")).isInstanceOf(Invalid.class);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    var all = CustomerQuery.ALL;
    var page = as(world, world.a(), () -> world.bean(FindCustomers.class).find(all, null, 1));
    var other = CustomerQuery.read("an", List.of(), null, false);
    assertThatThrownBy(
            () ->
                as(
                    world,
                    world.a(),
                    () -> world.bean(FindCustomers.class).find(other, page.nextCursor(), 1)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () -> as(world, world.a(), () -> world.bean(FindCustomers.class).find(all, "x", 1)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void tagsAreSuggested() {
    assertThat(as(world, world.a(), () -> world.bean(SuggestTags.class).suggest("")))
        .containsExactly("mới", "vip");
    assertThat(as(world, world.a(), () -> world.bean(SuggestTags.class).suggest("V")))
        .containsExactly("vip");
    assertThat(as(world, world.b(), () -> world.bean(SuggestTags.class).suggest(""))).isEmpty();
  }

  @Test
  void anExportGivesEachCustomerOnce() {
    var names = new ArrayList<String>();
    as(
        world,
        world.a(),
        () -> {
          world.bean(ExportCustomers.class).export(CustomerQuery.ALL, c -> names.add(c.name()));
          return null;
        });
    assertThat(names).hasSize(5).doesNotHaveDuplicates();
  }
}
