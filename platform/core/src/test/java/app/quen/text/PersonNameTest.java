package app.quen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn An, Nguyễn, Văn, An",
    "Lê Lợi, Lê, , Lợi",
    "Lan, , , Lan",
    "Tôn Nữ Thị Ninh, Tôn Nữ, Thị, Ninh",
    "Ton Nu Thi Ninh, Ton Nu, Thi, Ninh",
    "Tôn Thất Tùng, Tôn Thất, , Tùng",
    "Công Tằng Tôn Nữ Hoàng Anh, Công Tằng Tôn Nữ, Hoàng, Anh",
    "Âu Dương Minh Tuấn, Âu Dương, Minh, Tuấn",
    "Au Duong Minh Tuan, Au Duong, Minh, Tuan",
    "Hoàng Phủ Ngọc Tường, Hoàng Phủ, Ngọc, Tường",
    "Hoàng Phú Quý, Hoàng, Phú, Quý",
    "Tôn Nữ, Tôn, , Nữ",
    "Chị Lan, , , Lan",
    "Anh Tuấn, , , Tuấn",
    "Chị Nguyễn Thị Lan, Nguyễn, Thị, Lan",
    "chị nguyễn thị lan, Nguyễn, Thị, Lan",
    "chi nguyen thi lan, Nguyen, Thi, Lan",
    "Chi Pu, Chi, , Pu",
    "Bà Trưng Trắc, Trưng, , Trắc",
    "Ông Cao Thắng, Cao, , Thắng",
    "Ông Văn Tùng, Ông, Văn, Tùng",
    "Mr. Trần Nam, Trần, , Nam",
    "PGS. TS. Lê Văn Bình, Lê, Văn, Bình",
    "TS.Lê Bình, Lê, , Bình",
    "Bác sĩ Trần Thị Hoa, Trần, Thị, Hoa",
    "Anh/Chị Phạm Hà, Phạm, , Hà",
    "Chu Văn An, Chu, Văn, An",
    "Anh, , , Anh",
    "NGUYỄN VĂN AN, Nguyễn, Văn, An",
    "trần thị mỹ-linh, Trần, Thị, Mỹ-Linh",
    "ÐẶNG THÙY DUNG, Đặng, Thùy, Dung",
    "H'BIA NIÊ, H'Bia, , Niê"
  })
  void aNameIsSplitFamilyNameFirst(String written, String family, String middle, String given) {
    assertThat(PersonName.split(written)).isEqualTo(new PersonName(family, middle, given));
    assertThat(PersonName.split(Normalizer.normalize(written, Normalizer.Form.NFD)))
        .isEqualTo(new PersonName(family, middle, given));
  }

  @ParameterizedTest
  @CsvSource({
    "NGUYỄN VĂN AN, Nguyễn Văn An",
    "nguyễn văn an, Nguyễn Văn An",
    "đặng thuỳ dung, Đặng Thuỳ Dung",
    "THUÝ HOÀ, Thuý Hoà",
    "o'neil, O'Neil",
    "Ðặng Dung, Đặng Dung",
    "VƯƠNG ĐÌNH HUỆ II, Vương Đình Huệ II"
  })
  void aNameAllInOneCaseIsOfferedInProperCase(String written, String proper) {
    assertThat(ProperCase.of(written)).hasValue(proper);
    assertThat(ProperCase.of(proper)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Nguyễn Văn An", "Trần McDonald", "12345", "''", "Lê văn Tám", "\u1c80"})
  void aNameInSeveralCasesIsLeftAlone(String written) {
    assertThat(ProperCase.of(written)).isEmpty();
  }

  @Property(tries = 2_000)
  void whatIsOfferedIsFoundLikeWhatWasWritten(@ForAll String written) {
    ProperCase.of(written)
        .ifPresent(
            proper -> {
              assertThat(Folding.fold(proper)).isEqualTo(Folding.fold(written));
              assertThat(ProperCase.of(proper)).isEmpty();
            });
    PersonName.split(written);
  }
}
