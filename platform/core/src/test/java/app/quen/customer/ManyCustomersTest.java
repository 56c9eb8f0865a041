package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.quen.account.RemoveMember;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class ManyCustomersTest {

  static final World world = World.open();

  @BeforeAll
  static void publish() {
    for (Tenant tenant : List.of(world.a(), world.b())) {
      world.run(
          tenant,
          () ->
              world
                  .bean(Fields.class)
                  .publish(
                      "shop",
                      "customer",
                      List.of(
                          field("shop.points", FieldType.NUMBER),
                          field("shop.note", FieldType.TEXT))));
    }
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static Field field(String key, FieldType type) {
    return new Field(
        key,
        "shop",
        type,
        new Text(key, key),
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
        List.of("person", "organisation"),
        null);
  }

  private static List<CustomerOutcome> register(Tenant tenant, List<CustomerDraft> drafts) {
    return as(
        world, tenant, () -> world.bean(RegisterManyCustomers.class).register(drafts, Source.API));
  }

  private static List<CustomerOutcome> add(Tenant tenant, CustomerId id, String... drafts) {
    List<ReviseManyCustomers.Addition> additions = new ArrayList<>();
    for (String draft : drafts) {
      additions.add(new ReviseManyCustomers.Addition(id, draft(draft)));
    }
    return as(
        world, tenant, () -> world.bean(ReviseManyCustomers.class).revise(additions, Source.API));
  }

  private static CustomerView show(Tenant tenant, CustomerId id) {
    return as(world, tenant, () -> world.bean(ShowCustomer.class).show(id));
  }

  /** All rows of a table but for ids and times, which differ by nature. */
  private static List<String> rows(Tenant tenant, String sql) {
    return as(
        world,
        tenant,
        () -> {
          Work work = world.bean(Work.class);
          return work.transact(
              () -> work.sql().createQuery(sql).mapToMap().map(Map::toString).list());
        });
  }

  @Test
  void oneByOneAndManyAtOnceGiveTheSameRows() {
    Tenant one = world.another("one");
    Tenant many = world.another("many");
    for (Tenant tenant : List.of(one, many)) {
      world.run(
          tenant,
          () ->
              world
                  .bean(Fields.class)
                  .publish("shop", "customer", List.of(field("shop.points", FieldType.NUMBER))));
    }
    var random = new Random(42);
    List<CustomerDraft> drafts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      drafts.add(anyDraft(random, i));
    }
    for (CustomerDraft draft : drafts) {
      as(world, one, () -> world.bean(RegisterCustomer.class).register(draft, Source.API));
    }
    assertThat(register(many, drafts)).noneMatch(CustomerOutcome::refused);
    for (String sql :
        List.of(
            "SELECT version, kind, name, family_name, middle_name, given_name, name_key, gender,"
                + " birth_date, birth_place, interests, education, occupation, income_band,"
                + " tax_code, external_id, external_key, preferred_channel, owner_id, stage,"
                + " created_by_kind, created_by_id, created_by_name, updated_by_kind,"
                + " updated_by_id, updated_by_name, archived, archived_at,"
                + " created_at = updated_at AS fresh FROM customer ORDER BY id",
            "SELECT i.kind, position, written, normal, label, is_primary FROM customer c"
                + " JOIN customer_identifier i ON i.customer_id = c.id"
                + " ORDER BY c.id, i.kind, position",
            "SELECT position, line, ward, district, province, country, postal_code, label,"
                + " is_primary FROM customer c JOIN customer_address a ON a.customer_id = c.id"
                + " ORDER BY c.id, position",
            "SELECT tag_key, tag FROM customer c JOIN customer_tag t ON t.customer_id = c.id"
                + " ORDER BY c.id, tag_key",
            "SELECT s.archived, term FROM customer c JOIN customer_search s"
                + " ON s.customer_id = c.id ORDER BY c.id, term",
            "SELECT field_values FROM customer c JOIN customer_ext e ON e.customer_id = c.id"
                + " ORDER BY c.id")) {
      assertThat(rows(many, sql)).isNotEmpty().isEqualTo(rows(one, sql));
    }
  }

  private static CustomerDraft anyDraft(Random random, int i) {
    String[] names = {"Đặng Thuỳ Dung", "Nguyễn An", "Hoa", "Tôn Nữ Thị Mai", "  Lê   Văn Tám "};
    StringBuilder json = new StringBuilder("{'externalId': 'K%d'".formatted(i));
    if (random.nextBoolean()) {
      json.append(", 'name': '").append(names[random.nextInt(names.length)]).append('\'');
    }
    if (random.nextInt(4) == 0) {
      json.append(", 'kind': 'organisation', 'taxCode': '01%06d'".formatted(i));
    }
    if (random.nextBoolean()) {
      json.append(
              ", 'phones': ['09%08d', {'value': '024 3825 12%02d', 'label': 'work',"
                  .formatted(10_000_000 + random.nextInt(80_000_000), random.nextInt(100)))
          .append(" 'primary': ")
          .append(random.nextBoolean())
          .append("}]");
    }
    if (random.nextBoolean()) {
      json.append(", 'emails': ['Khach%d@example.com']".formatted(random.nextInt(50)));
    }
    if (random.nextBoolean()) {
      json.append(", 'addresses': [{'line': '%d Hàng Bạc', 'province': 'Hà Nội'}]".formatted(i));
    }
    if (random.nextBoolean()) {
      json.append(", 'tags': ['VIP', 'mới'], 'interests': ['cà phê', 'Sách']");
    }
    if (random.nextBoolean()) {
      json.append(", 'birthDate': '1990-01-%02d', 'gender': 'female'".formatted(1 + i % 28));
    }
    if (random.nextBoolean()) {
      json.append(", 'fields': {'shop.points': %d.50}".formatted(random.nextInt(1000)));
    }
    return draft(json.append('}').toString());
  }

  @Test
  void whatDoesNotFitStopsNoneOfTheOthers() {
    var outcomes =
        register(
            world.a(),
            List.of(
                draft("{'name': 'Một', 'externalId': 'D-1'}"),
                draft("{'name': 'Hai', 'phones': ['12']}"),
                draft("{'name': 'Ba', 'externalId': 'd-1'}"),
                draft("{'name': 'Bốn'}")));
    assertThat(outcomes)
        .extracting(CustomerOutcome::refused)
        .containsExactly(false, true, true, false);
    assertThat(outcomes.get(1).problems())
        .extracting(Problem::field)
        .containsExactly("phones[0].value");
    assertThat(outcomes.get(2).problems()).extracting(Problem::code).containsExactly("taken");
    assertThat(show(world.a(), outcomes.get(3).id()).name()).isEqualTo("Bốn");
  }

  @Test
  void anOwnerWhoIsNoMemberOfTheWorkspaceStopsNoneOfTheOthers() {
    UUID own = member(world.a(), "many-a");
    UUID foreign = member(world.b(), "many-b");
    var drafts =
        List.of(
            draft("{'name': 'Một', 'ownerId': '%s'}".formatted(own)),
            draft("{'name': 'Hai', 'ownerId': '%s'}".formatted(foreign)),
            draft("{'name': 'Ba'}"));
    var outcomes = register(world.a(), drafts);
    assertThat(outcomes).extracting(CustomerOutcome::refused).containsExactly(false, true, false);
    assertThat(outcomes.get(1).problems())
        .extracting(Problem::field, Problem::code)
        .containsExactly(tuple("ownerId", "unknown-member"));
    var tried = as(world, world.a(), () -> world.bean(CheckManyCustomers.class).check(drafts));
    assertThat(tried).extracting(CustomerOutcome::refused).containsExactly(false, true, false);
    assertThat(register(world.b(), drafts))
        .extracting(CustomerOutcome::refused)
        .containsExactly(true, false, false);

    var additions =
        add(
            world.a(),
            outcomes.get(0).id(),
            "{'ownerId': '%s', 'gender': 'male'}".formatted(foreign),
            "{'gender': 'female'}");
    assertThat(additions).extracting(CustomerOutcome::refused).containsExactly(true, false);
    assertThat(additions.get(0).problems()).extracting(Problem::field).containsExactly("ownerId");
    assertThat(show(world.a(), outcomes.get(0).id()).ownerId()).isEqualTo(own);
  }

  @Test
  void anOwnerWhoHasLeftStaysUntilSomebodyGivesTheCustomerOn() {
    UUID leaving = member(world.a(), "leaving");
    String draft = "{'name': 'Tư', 'ownerId': '%s'}".formatted(leaving);
    var id = register(world.a(), List.of(draft(draft))).get(0).id();
    world.bean(RemoveMember.class).remove(world.a().id(), leaving);
    assertThat(
            add(
                world.a(),
                id,
                "{'gender': 'male'}",
                "{'ownerId': '%s', 'gender': 'female'}".formatted(leaving)))
        .noneMatch(CustomerOutcome::refused);
    assertThat(show(world.a(), id).ownerId()).isEqualTo(leaving);
    assertThat(register(world.a(), List.of(draft(draft)))).allMatch(CustomerOutcome::refused);
  }

  private static UUID member(Tenant tenant, String name) {
    return world.member(tenant.id(), name + "@owners.example", "Lê " + name, "sales").id();
  }

  @Test
  void anAdditionKeepsWhatItDoesNotName() {
    var id =
        register(
                world.a(),
                List.of(
                    draft(
                        """
                        {'name': 'Lê Văn Tám', 'phones': ['0912345678'], 'tags': ['a'],
                         'fields': {'shop.points': 5, 'shop.note': 'x'}}
                        """)))
            .get(0)
            .id();
    var outcomes =
        add(
            world.a(),
            id,
            """
            {'phones': ['+84 912 345 678', '0987654321'], 'tags': ['A', 'b'], 'gender': 'male',
             'fields': {'shop.points': 6}}
            """,
            "{'stage': 'customer'}",
            "{'gender': 'male'}",
            "{'gender': 'nothing'}");
    assertThat(outcomes)
        .extracting(CustomerOutcome::changed)
        .containsExactly(true, true, false, false);
    assertThat(outcomes.get(3).refused()).isTrue();
    var customer = show(world.a(), id);
    assertThat(customer.version()).isEqualTo(2);
    assertThat(customer.name()).isEqualTo("Lê Văn Tám");
    assertThat(customer.phones())
        .extracting(CustomerView.Contact::normal)
        .containsExactly("+84912345678", "+84987654321");
    assertThat(customer.tags()).containsExactly("a", "b");
    assertThat(customer.stage()).isEqualTo("customer");
    assertThat(customer.fields().getInt("shop.points")).isEqualTo(6);
    assertThat(customer.fields().getString("shop.note")).isEqualTo("x");
  }

  @Test
  void valuesOfAHiddenPluginOutliveAChange() {
    Tenant tenant = world.another("hide");
    var fields = world.bean(Fields.class);
    world.run(
        tenant,
        () -> fields.publish("shop", "customer", List.of(field("shop.points", FieldType.NUMBER))));
    var id =
        register(tenant, List.of(draft("{'name': 'A', 'fields': {'shop.points': 5}}"))).get(0).id();
    world.run(tenant, () -> fields.hide("shop"));
    assertThat(show(tenant, id).fields()).isEmpty();
    world.run(tenant, () -> fields.publish("gym", "customer", List.of(gym())));
    add(tenant, id, "{'fields': {'gym.belt': 'black'}}");
    assertThat(show(tenant, id).fields()).containsOnlyKeys("gym.belt");
    world.run(
        tenant,
        () -> fields.publish("shop", "customer", List.of(field("shop.points", FieldType.NUMBER))));
    assertThat(show(tenant, id).fields()).containsOnlyKeys("gym.belt", "shop.points");
    assertThat(
            show(world.a(), register(world.a(), List.of(draft("{'name': 'B'}"))).get(0).id())
                .fields())
        .isEmpty();
  }

  private static Field gym() {
    return new Field(
        "gym.belt",
        "gym",
        FieldType.TEXT,
        new Text("Đai", "Belt"),
        null,
        "gym",
        false,
        true,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of("person"),
        null);
  }

  @Test
  void draftsAreRecognisedByWhatIsWrittenInAnyForm() {
    var id =
        register(
                world.a(),
                List.of(
                    draft(
                        """
                        {'name': 'Mai', 'phones': ['0164 999 8888'], 'emails': ['Mai@Example.com'],
                         'externalId': 'M-1'}
                        """)))
            .get(0)
            .id();
    var drafts =
        List.of(
            draft("{'phones': ['+84349998888']}"),
            draft("{'emails': ['mai@example.COM']}"),
            draft("{'externalId': 'm-1'}"),
            draft("{'phones': ['0900000000', 'garbage']}"));
    for (Tenant tenant : List.of(world.a(), world.b())) {
      var matches =
          as(
              world,
              tenant,
              () ->
                  world
                      .bean(MatchCustomers.class)
                      .match(drafts, Set.of("phone", "email", "externalId")));
      var expected = tenant == world.a() ? List.of(id) : List.of();
      assertThat(matches.get(0).customers()).isEqualTo(expected);
      assertThat(matches.get(1).customers()).isEqualTo(expected);
      assertThat(matches.get(2).customers()).isEqualTo(expected);
      assertThat(matches.get(3).customers()).isEmpty();
      assertThat(matches.get(3).keys()).containsExactly("phone:+84900000000");
    }
  }

  @Test
  void anAdditionToNobodyIsRefused() {
    var outcomes = add(world.b(), new CustomerId(UUID.randomUUID()), "{'name': 'x'}");
    assertThat(outcomes.get(0).refused()).isTrue();
  }
}
