package app.quen.place;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.place.internal.Everything;
import app.quen.place.internal.Suggestions;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private static final int ALL = 20_000;

  private static List<Place> all(Level level, boolean former) {
    return Everything.of(level, former);
  }

  private static String units(AddressUnits units) {
    return units == null
        ? null
        : String.join(
            " ",
            String.valueOf(units.province()),
            String.valueOf(units.ward()),
            String.valueOf(units.formerProvince()),
            String.valueOf(units.formerDistrict()),
            String.valueOf(units.formerWard()));
  }

  @Test
  void thereAreAllUnitsOfBothTimes() {
    assertThat(all(Level.PROVINCE, false)).hasSize(34);
    assertThat(all(Level.WARD, false)).hasSize(3321);
    assertThat(all(Level.PROVINCE, true)).hasSize(63);
    assertThat(all(Level.DISTRICT, true)).hasSize(696);
    assertThat(all(Level.WARD, true)).hasSize(10035);
  }

  @Test
  void everyFormerProvinceBecameOneOfToday() {
    Map<String, Integer> made = new HashMap<>();
    for (Place former : all(Level.PROVINCE, true)) {
      assertThat(former.now()).as(former.name()).isNotNull();
      made.merge(former.now().code(), 1, Integer::sum);
    }
    assertThat(made).hasSize(34);
    assertThat(made.values().stream().filter(count -> count == 1)).hasSize(11);
  }

  /** The data says it only of the wards whose code lives on. */
  @Test
  void aThirdOfTheFormerWardsLeadToTheOneOfToday() {
    var wards = all(Level.WARD, true);
    assertThat(wards.stream().filter(ward -> ward.now() != null)).hasSize(3315);
    assertThat(wards.stream().filter(ward -> ward.now() == null && ward.perhaps().isEmpty()))
        .as("nor a ward of the same district to choose")
        .hasSizeLessThan(20);
    assertThat(wards).allMatch(ward -> ward.province() != null && ward.district() != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        // ward | district | province | province now, ward now, former province, district, ward
        "P. Bến Nghé|Q.1|TP.HCM|79 26740 79 760 26740",
        "Phường Bến Nghé|Quận 1|Tp Hồ Chí Minh|79 26740 79 760 26740",
        "bến nghé|quan 1|thanh pho ho chi minh|79 26740 79 760 26740",
        "BEN NGHE|QUAN 01|TPHCM|79 26740 79 760 26740",
        "Ben Nghe Ward|District 1|Ho Chi Minh City|79 26740 79 760 26740",
        "null|null|TP.HCM|79 null null null null",
        "null|null|Sài Gòn|79 null null null null",
        "Phường Sài Gòn|null|Thành phố Hồ Chí Minh|79 26740 79 null null",
        "null|null|tỉnh Bình Dương|79 null 74 null null",
        "null|TP. Dĩ An|T. Bình Dương|79 null 74 724 null",
        "null|TP Dĩ An|TP.HCM|79 null 74 724 null",
        "null|Quận 2|TP.HCM|79 null 79 769 null",
        "null|null|Hà Nội|01 null 01 null null",
        "null|Q. Ba Đình|Ha Noi|01 null 01 001 null",
        "Trúc Bạch|Ba Đình|Hà Nội|01 00004 01 001 00004",
        "Phúc Xá|Ba Đình|Hà Nội|01 null 01 001 00001",
        "Phường Ba Đình|null|Hà Nội|01 00004 01 null null",
        "Phương Liệt|Thanh Xuân|Hà Nội|01 null 01 009 00358",
        "null|null|Thừa Thiên Huế|46 null 46 null null",
        "null|null|Đắc Lắc|66 null null null null",
        "null|null|Bà Rịa - Vũng Tàu|79 null 77 null null",
        "null|Huyện Côn Đảo|Bà Rịa Vũng Tàu|79 26732 77 755 null",
        "null|Quận 1|null|79 null 79 760 null",
        "null|Quận 1, TP.HCM|null|79 null 79 760 null",
        "null|null|Quận 1, TP.HCM|79 null 79 760 null",
        "P.01|Q.3|HCM|79 null 79 770 27160",
        "null|Châu Thành|null|null",
        "Bến Nghé|null|null|null",
        "Bến Nghé|Quận 1|California|null",
        "null|null|xyz|null"
      })
  void whatPeopleWriteIsRecognised(String ward, String district, String province, String units) {
    assertThat(units(Places.recognise("12 Lê Lợi", ward, district, province))).isEqualTo(units);
    assertThat(
            units(
                Places.recognise(
                    null,
                    ward,
                    district == null ? null : Normalizer.normalize(district, Normalizer.Form.NFD),
                    province == null ? null : Normalizer.normalize(province, Normalizer.Form.NFD))))
        .isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "12 Nguyễn Huệ, P. Bến Nghé, Q.1, TP.HCM|79 26740 79 760 26740",
        "12 Nguyễn Huệ - P. Bến Nghé - Q.1 - TP.HCM|79 26740 79 760 26740",
        "12 Nguyễn Huệ, phường Sài Gòn, TP. Hồ Chí Minh, Việt Nam|79 26740 79 null null",
        "Số 5, Láng Hạ, Hà Nội|01 null 01 null null",
        "Hà Nội|01 null 01 null null",
        "12 Lê Lợi|null",
        "Lê Lợi, 70000|null"
      })
  void anAddressInOneLineIsReadFromItsEnd(String line, String units) {
    assertThat(units(Places.recognise(line, null, null, null))).isEqualTo(units);
  }

  @Test
  void theUnitsOfEveryWardAreFoundByTheirNames() {
    for (Place ward : all(Level.WARD, true)) {
      var units =
          Places.recognise(
              null,
              ward.name(),
              ward.district().name(),
              Places.find(Level.PROVINCE, true, former(ward)).name());
      assertThat(units.formerWard()).as(ward.toString()).isEqualTo(ward.code());
      assertThat(units.ward()).isEqualTo(ward.now() == null ? null : ward.now().code());
      assertThat(units.province()).isEqualTo(ward.province().code());
    }
    for (Place ward : all(Level.WARD, false)) {
      var units = Places.recognise(null, ward.name(), null, ward.province().name());
      assertThat(units.ward()).as(ward.toString()).isEqualTo(ward.code());
      assertThat(units.province()).isEqualTo(ward.province().code());
    }
  }

  private static String former(Place ward) {
    return Everything.provinceOf(ward);
  }

  @Test
  void typingSuggestsTheUnitsOfTodayFirst() {
    assertThat(Suggestions.of(Level.PROVINCE, null, null, ALL)).hasSize(34);
    assertThat(Suggestions.of(Level.PROVINCE, "hcm", null, ALL))
        .extracting(Place::name)
        .containsExactly("Thành phố Hồ Chí Minh");
    var duong = Suggestions.of(Level.PROVINCE, "binh duong", null, ALL);
    assertThat(duong).hasSize(1);
    assertThat(duong.get(0).former()).isTrue();
    assertThat(duong.get(0).now().name()).isEqualTo("Thành phố Hồ Chí Minh");
    var ben = Suggestions.of(Level.WARD, "P. bến", "79", ALL);
    assertThat(ben).extracting(Place::name).contains("Phường Bến Thành", "Phường Bến Nghé");
    assertThat(ben.get(0).former()).isFalse();
    assertThat(ben).allMatch(place -> place.province().code().equals("79"));
    assertThat(Suggestions.of(Level.WARD, "thuy", null, ALL))
        .extracting(Place::name)
        .anyMatch(name -> name.contains("Thủy") || name.contains("Thuỷ"));
  }

  @Test
  void aWardOfWhichTheDataDoesNotSayWhatItBecameOffersItsNeighbours() {
    var phucXa = Suggestions.of(Level.WARD, "Phúc Xá", "01", 1).stream().findFirst().orElseThrow();
    assertThat(phucXa.now()).isNull();
    assertThat(phucXa.perhaps())
        .extracting(Place.Name::name)
        .contains("Phường Ba Đình", "Phường Ngọc Hà", "Phường Giảng Võ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tỉnh Bình Dương", "Binh Duong", "BÌNH DƯƠNG"})
  void aFormerProvinceIsMeantByItsCode(String written) {
    assertThat(Places.named(Level.PROVINCE, written))
        .isEqualTo(new PlaceCodes(List.of(), List.of("74")));
  }

  @Property(tries = 300)
  void nothingThatIsWrittenBreaksIt(
      @ForAll String line, @ForAll String ward, @ForAll String district, @ForAll String province) {
    Places.recognise(line, ward, district, province);
    Places.recognise(line, null, null, null);
    Places.named(Level.WARD, ward);
    Suggestions.of(Level.PROVINCE, province, null, 10);
  }
}
