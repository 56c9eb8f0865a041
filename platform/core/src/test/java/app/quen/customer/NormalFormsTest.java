package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static app.quen.customer.CustomerTestWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.field.Invalid;
import app.quen.place.AddressUnits;
import app.quen.place.Level;
import app.quen.place.SuggestPlaces;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedDatabase.class)
class NormalFormsTest {

  static final World world = World.open();
  static CustomerView thuy;

  @BeforeAll
  static void fill() {
    thuy =
        register(
            world.a(),
            """
            {'name': 'CHỊ ĐẶNG THỊ THUỲ', 'phones': ['0164.123.4567', '024 3825 1234 máy lẻ 101'],
             'emails': ['Thuy@TênMiềnTiếngViệt.vn'],
             'addresses': [{'line': '12 Yersin', 'ward': 'P. Bến Nghé', 'district': 'Q.1',
                            'province': 'TP.HCM'}]}
            """);
    register(
        world.a(),
        "{'name': 'Lê Văn Dĩ', 'addresses': [{'district': 'Tp Dĩ An', 'province': 'tỉnh Bình"
            + " Dương'}]}");
    register(
        world.a(),
        "{'name': 'Trần Bình', 'addresses': [{'ward': 'Phường Dĩ An', 'province': 'TP. Hồ Chí"
            + " Minh'}]}");
    register(world.a(), "{'name': 'Phạm Hà', 'addresses': [{'line': '5 Lý Thái Tổ, Hà Nội'}]}");
    register(world.a(), "{'name': 'John', 'addresses': [{'province': 'HCM', 'country': 'US'}]}");
    register(
        world.b(),
        """
        {'name': 'Đặng Thị Thuỳ', 'phones': ['0341234567'], 'emails': ['a@mail.example'],
         'addresses': [{'province': 'Hồ Chí Minh'}]}
        """);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static CustomerView register(Tenant tenant, String customer) {
    return as(
        world,
        tenant,
        () -> world.bean(RegisterCustomer.class).register(draft(customer), Source.FORM));
  }

  private static List<String> found(String q, String sort, String... filters) {
    var query = CustomerQuery.read(q, List.of(filters), sort, false);
    return as(
        world,
        world.a(),
        () ->
            world.bean(FindCustomers.class).find(query, null, 50).items().stream()
                .map(CustomerView::name)
                .toList());
  }

  private static List<CustomerView> duplicates(Tenant tenant, String phone, String email) {
    return as(
        world, tenant, () -> world.bean(FindPossibleDuplicates.class).find(phone, email, null));
  }

  @Test
  void whatWasWrittenStaysBesideItsNormalForm() {
    assertThat(thuy.name()).isEqualTo("CHỊ ĐẶNG THỊ THUỲ");
    assertThat(List.of(thuy.familyName(), thuy.middleName(), thuy.givenName()))
        .containsExactly("Đặng", "Thị", "Thuỳ");
    assertThat(thuy.json().getString("suggestedName")).isEqualTo("Chị Đặng Thị Thuỳ");
    assertThat(thuy.phones())
        .extracting(CustomerView.Contact::value, CustomerView.Contact::normal)
        .containsExactly(
            tuple("0164.123.4567", "+84341234567"),
            tuple("024 3825 1234 máy lẻ 101", "+842438251234;ext=101"));
    assertThat(thuy.emails().getFirst().value()).isEqualTo("Thuy@TênMiềnTiếngViệt.vn");
    assertThat(thuy.emails().getFirst().normal())
        .isEqualTo("thuy@xn--tnmintingvit-oeb8308h0a8h.vn");
    var address = thuy.addresses().getFirst();
    assertThat(address.province()).isEqualTo("TP.HCM");
    assertThat(address.ward()).isEqualTo("P. Bến Nghé");
    assertThat(address.units()).isEqualTo(new AddressUnits("79", "26740", "79", "760", "26740"));
    var stored =
        as(world, world.a(), () -> world.bean(ShowCustomer.class).show(thuy.id())).addresses();
    assertThat(stored).isEqualTo(thuy.addresses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01641234567",
        "0164 123",
        "0164",
        "+84 164 1234567",
        "84/(0)164 123 4567",
        "0341234567",
        "034 123",
        "+84341234567",
        "024 3825 1234",
        "024 3825 1234 ext 101",
        "thuy@tênmiềntiếngviệt.vn",
        "thuy@",
        "thuy@xn--tnmin",
        "đặng thùy",
        "dang thuỳ",
        "Ðặng",
        "thuy dang"
      })
  void everyFormFindsTheCustomerOfThisWorkspace(String q) {
    assertThat(found(q, null)).containsExactly(thuy.name());
    assertThat(found(q, "name")).containsExactly(thuy.name());
  }

  @Test
  void filtersOfPhonesKnowTheOldForm() {
    assertThat(found(null, null, "phones:eq:0164 1234567")).containsExactly(thuy.name());
    assertThat(found(null, null, "phones:in:0164 1234567,0900000000")).containsExactly(thuy.name());
    assertThat(found(null, null, "phones:contains:0164 123")).containsExactly(thuy.name());
    assertThat(found(null, null, "phones:eq:0341234567")).containsExactly(thuy.name());
  }

  @Test
  void bothFormsOfANumberAreOneCustomer() {
    for (String phone : List.of("0164 123 4567", "0341234567", "+84 (0)164 1234567")) {
      assertThat(duplicates(world.a(), phone, null))
          .extracting(CustomerView::id)
          .containsExactly(thuy.id());
      assertThat(duplicates(world.b(), phone, null))
          .hasSize(1)
          .noneMatch(other -> other.id().equals(thuy.id()));
    }
    assertThat(duplicates(world.a(), null, "THUY@tênmiềntiếngviệt.VN")).hasSize(1);
    assertThat(duplicates(world.b(), null, "THUY@tênmiềntiếngviệt.VN")).isEmpty();
    // another extension is another person
    assertThat(duplicates(world.a(), "024 3825 1234 ext 102", null)).isEmpty();
  }

  @Test
  void aNumberWrittenInBothFormsIsKeptOnce() {
    var both = register(world.a(), "{'name': 'X', 'phones': ['0120 765 4321', '0707654321']}");
    assertThat(both.phones()).hasSize(1);
    assertThat(both.phones().getFirst().value()).isEqualTo("0120 765 4321");
  }

  @Test
  void aProvinceFindsAddressesOfBothTimesHoweverWritten() {
    for (String name : List.of("Thành phố Hồ Chí Minh", "tp hcm", "Sài Gòn")) {
      assertThat(found(null, "name", "address.province:eq:" + name))
          .containsExactlyInAnyOrder(thuy.name(), "Lê Văn Dĩ", "Trần Bình");
    }
    assertThat(found(null, null, "address.province:eq:Bình Dương"))
        .containsExactlyInAnyOrder("Lê Văn Dĩ", "Trần Bình");
    assertThat(found(null, null, "address.province:in:Hà Nội,Bình Dương"))
        .containsExactlyInAnyOrder("Lê Văn Dĩ", "Trần Bình", "Phạm Hà");
    assertThat(found(null, null, "address.province:contains:hanoi")).containsExactly("Phạm Hà");
    assertThat(found(null, null, "address.province:ne:TP.HCM", "address.province:notempty:"))
        .containsExactlyInAnyOrder("Phạm Hà", "John");
    assertThat(found(null, null, "address.district:eq:Quận 1")).containsExactly(thuy.name());
    assertThat(found(null, null, "address.ward:eq:Phường Sài Gòn")).containsExactly(thuy.name());
    assertThat(found(null, null, "address.ward:eq:phuong ben nghe")).containsExactly(thuy.name());
  }

  @Test
  void aChangedAddressChangesItsUnits() {
    var one = register(world.a(), "{'name': 'Y', 'addresses': [{'province': 'Huế'}]}");
    var changed =
        as(
            world,
            world.a(),
            () ->
                world
                    .bean(ReviseCustomer.class)
                    .revise(
                        one.id(),
                        json(
                            "{'addresses': [{'province': 'Thái Bình', 'units': {'province':"
                                + " {'code': '01', 'name': 'x'}}}], 'suggestedName': 'Z'}"),
                        1,
                        Source.FORM));
    assertThat(changed.addresses().getFirst().units())
        .isEqualTo(new AddressUnits("33", null, "34", null, null));
  }

  @Test
  void whatCannotBeReachedIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () -> register(world.a(), "{'phones': ['0111 111 1111'], 'emails': ['a@localhost']}"))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(problem -> problem.field())
                    .containsExactly("phones[0].value", "emails[0].value"));
  }

  @Test
  void placesAreSuggestedToWhoMayReadCustomers() {
    var places =
        as(
            world,
            world.b(),
            () -> world.bean(SuggestPlaces.class).suggest(Level.WARD, "ben nghe", "79", 5));
    assertThat(places.getFirst().now().name()).isEqualTo("Phường Sài Gòn");
    assertThatThrownBy(
            () ->
                world.in(
                    world.b(),
                    () ->
                        world
                            .bean(Access.class)
                            .callAs(
                                Actor.SYSTEM,
                                Set.of("plugin:read"),
                                () ->
                                    world
                                        .bean(SuggestPlaces.class)
                                        .suggest(Level.PROVINCE, null, null, 5))))
        .isInstanceOf(Refused.class);
  }
}
