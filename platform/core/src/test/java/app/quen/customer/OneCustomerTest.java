package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static app.quen.customer.CustomerTestWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class OneCustomerTest {

  static final World world = World.open();

  @AfterAll
  static void close() {
    world.close();
  }

  static CustomerView register(String json) {
    return as(
        world,
        world.a(),
        () -> world.bean(RegisterCustomer.class).register(draft(json), Source.FORM));
  }

  static CustomerView revise(CustomerView customer, String patch, int version) {
    return as(
        world,
        world.a(),
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(customer.id(), json(patch), version, Source.FORM));
  }

  static CustomerView show(CustomerView customer) {
    return as(world, world.a(), () -> world.bean(ShowCustomer.class).show(customer.id()));
  }

  @Test
  void aRegisteredCustomerIsShownAsWritten() {
    var customer =
        register(
            """
            {'name': 'Đặng  Thuỳ Dung', 'gender': 'female', 'birthDate': '1990-02-28',
             'interests': ['đọc sách', 'Chạy bộ'], 'education': 'bachelor', 'incomeBand': '10m-20m',
             'phones': [{'value': '0164 123 4567'}, {'value': '024 3825 1234', 'label': 'work'}],
             'emails': ['Dung.Dang@Example.com'],
             'addresses': [{'line': '12 Hàng Bạc', 'province': 'Hà Nội'}],
             'externalId': 'kh-01', 'tags': ['VIP', 'hà nội', 'vip'], 'stage': 'customer'}
            """);
    assertThat(customer.version()).isEqualTo(1);
    assertThat(customer.name()).isEqualTo("Đặng Thuỳ Dung");
    assertThat(customer.familyName()).isEqualTo("Đặng");
    assertThat(customer.middleName()).isEqualTo("Thuỳ");
    assertThat(customer.givenName()).isEqualTo("Dung");
    assertThat(customer.phones())
        .containsExactly(
            new CustomerView.Contact("0164 123 4567", "+84341234567", "mobile", true),
            new CustomerView.Contact("024 3825 1234", "+842438251234", "work", false));
    assertThat(customer.emails())
        .containsExactly(
            new CustomerView.Contact(
                "Dung.Dang@Example.com", "dung.dang@example.com", "other", true));
    assertThat(customer.tags()).containsExactly("hà nội", "VIP");
    assertThat(customer.createdBy()).isEqualTo(CustomerTestWorld.LAN);
    assertThat(show(customer)).isEqualTo(customer);
  }

  @Test
  void anotherTenantDoesNotSeeIt() {
    var customer = register("{'name': 'Nguyễn Văn A'}");
    assertThatThrownBy(
            () -> as(world, world.b(), () -> world.bean(ShowCustomer.class).show(customer.id())))
        .isInstanceOf(NoSuchCustomer.class);
  }

  @Test
  void theOwnerMustBeAMemberOfThisWorkspace() {
    String foreign = member(world.b().id(), "b");
    var refused =
        catchThrowableOfType(
            Invalid.class, () -> register("{'name': 'Hà', 'ownerId': '" + foreign + "'}"));
    assertThat(refused.problems()).extracting(Problem::field).containsExactly("ownerId");

    String own = member(world.a().id(), "a");
    var customer = register("{'name': 'Hà', 'ownerId': '" + own + "'}");
    assertThat(customer.ownerId()).hasToString(own);
    assertThatThrownBy(() -> revise(customer, "{'ownerId': '" + foreign + "'}", 1))
        .isInstanceOf(Invalid.class);
  }

  private static String member(TenantId tenant, String name) {
    return world.member(tenant, name + "@owners.example", "Lê " + name, "sales").id().toString();
  }

  @Test
  void aPatchChangesOnlyWhatItNames() {
    var customer =
        register(
            "{'name': 'Lê Văn Tám', 'tags': ['a'], 'phones': ['0912345678'], 'gender': 'male'}");
    var revised = revise(customer, "{'name': 'Lê Thị Chín', 'gender': null}", 1);
    assertThat(revised.version()).isEqualTo(2);
    assertThat(revised.givenName()).isEqualTo("Chín");
    assertThat(revised.gender()).isNull();
    assertThat(revised.tags()).containsExactly("a");
    assertThat(revised.phones()).isEqualTo(customer.phones());
    assertThat(show(customer)).isEqualTo(revised);
  }

  @Test
  void aPatchThatChangesNothingLeavesTheVersion() {
    var customer = register("{'name': 'Lê Văn Tám', 'phones': ['0912345679']}");
    assertThat(revise(customer, "{'name': 'Lê Văn Tám'}", 1)).isEqualTo(customer);
  }

  @Test
  void newPartsOfANameMakeTheName() {
    var customer = register("{'name': 'Lê Văn Tám'}");
    assertThat(revise(customer, "{'givenName': 'Chín'}", 1).name()).isEqualTo("Lê Văn Chín");
  }

  @Test
  void whoComesTooLateIsToldWhatChangedMeanwhile() {
    var customer = register("{'name': 'Trần Thị Bưởi', 'stage': 'lead'}");
    revise(customer, "{'stage': 'prospect', 'tags': ['mới']}", 1);
    var conflict =
        catchThrowableOfType(Conflict.class, () -> revise(customer, "{'stage': 'customer'}", 1));
    assertThat(conflict.current().stage()).isEqualTo("prospect");
    assertThat(conflict.changedFields()).containsExactlyInAnyOrder("stage", "tags");
    assertThat(show(customer).version()).isEqualTo(2);
  }

  @Test
  void allThatDoesNotFitIsSaidAtOnce() {
    var invalid =
        catchThrowableOfType(
            Invalid.class,
            () ->
                register(
                    """
                    {'phones': ['12'], 'emails': ['nobody'], 'gender': 'x',
                     'birthDate': '2999-01-01', 'fields': {'telecom.contract': 'x'}}
                    """));
    assertThat(invalid.problems())
        .extracting(Problem::field, Problem::code)
        .contains(
            org.assertj.core.groups.Tuple.tuple("phones[0].value", "not-a-phone"),
            org.assertj.core.groups.Tuple.tuple("emails[0].value", "not-an-email"),
            org.assertj.core.groups.Tuple.tuple("gender", "not-a-choice"),
            org.assertj.core.groups.Tuple.tuple("birthDate", "in-future"),
            org.assertj.core.groups.Tuple.tuple("telecom.contract", "unknown-field"));
  }

  @Test
  void somethingMustTellWhoItIs() {
    assertThatThrownBy(() -> register("{'gender': 'male', 'tags': ['x']}"))
        .isInstanceOf(Invalid.class);
    assertThat(register("{'phones': ['0987 654 321']}").name()).isEmpty();
  }

  @Test
  void anExternalIdBelongsToOneCustomer() {
    register("{'name': 'A', 'externalId': 'KH-77'}");
    var invalid =
        catchThrowableOfType(
            Invalid.class, () -> register("{'name': 'B', 'externalId': 'kh-77 '}"));
    assertThat(invalid.problems()).extracting(Problem::code).containsExactly("taken");
  }

  @Test
  void anArchivedCustomerComesBackAsItWas() {
    var customer = register("{'name': 'Phạm Văn Kho', 'tags': ['x']}");
    var archived =
        as(
            world,
            world.a(),
            () -> world.bean(ArchiveCustomer.class).archive(customer.id(), Source.FORM));
    assertThat(archived.archivedAt()).isNotNull();
    assertThat(archived.version()).isEqualTo(2);
    var restored =
        as(
            world,
            world.a(),
            () -> world.bean(RestoreCustomer.class).restore(customer.id(), Source.FORM));
    assertThat(restored.archivedAt()).isNull();
    assertThat(restored.version()).isEqualTo(3);
    assertThat(restored.name()).isEqualTo(customer.name());
  }

  @Test
  void theSamePhoneIsOnlyAHint() {
    var one = register("{'name': 'Một', 'phones': ['0909 111 222']}");
    var two = register("{'name': 'Hai', 'phones': ['+84 909 111 222']}");
    List<CustomerView> found =
        as(
            world,
            world.a(),
            () -> world.bean(FindPossibleDuplicates.class).find("0909111222", null, null));
    assertThat(found).containsExactlyInAnyOrder(one, two);
    assertThat(
            as(
                world,
                world.b(),
                () -> world.bean(FindPossibleDuplicates.class).find("0909111222", null, null)))
        .isEmpty();
  }
}
