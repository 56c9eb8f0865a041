package app.quen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0912 345 678, +84912345678",
    "0912.345.678, +84912345678",
    "+84 912 345 678, +84912345678",
    "84912345678, +84912345678",
    "0084 912 345 678, +84912345678",
    "912345678, +84912345678",
    "(024) 3825 1234, +842438251234",
    "01641234567, +84341234567",
    "+84 164 123 4567, +84341234567",
    "84 1641234567, +84341234567",
    "1641234567, +84341234567",
    "0120-123-4567, +84701234567",
    "+1 415 555 2671, +14155552671",
    "1900 1234, +8419001234",
    "84/(0)912345678, +84912345678",
    "+84 (0) 912-345-678, +84912345678",
    "(+84) 912 345 678, +84912345678",
    "+84.0164.123.4567, +84341234567",
    "84/(0)164 123 4567, +84341234567",
    "0084 0 164 123 4567, +84341234567",
    "+841641234567, +84341234567",
    "０９１２ ３４５ ６７８, +84912345678",
    "00 44 20 7946 0018, +442079460018",
    "+44 (0)20 7946 0018, +442079460018",
    "+82-2-312-3456, +8223123456",
    "024 3825 1234 máy lẻ 101, +842438251234;ext=101",
    "(024) 3825 1234 (101), ",
    "024.3825.1234 ext. 101, +842438251234;ext=101",
    "024 38251234 x101, +842438251234;ext=101",
    "024 3825 1234 (số nội bộ: 7), +842438251234;ext=7",
    "024 3825 1234#9, +842438251234;ext=9",
    "+842438251234;ext=101, +842438251234;ext=101"
  })
  void numbersAreReadInEveryForm(String written, String normal) {
    assertThat(PhoneNumber.read(written).map(PhoneNumber::normal))
        .isEqualTo(Optional.ofNullable(normal));
    PhoneNumber.read(written).ifPresent(it -> assertThat(it.written()).isEqualTo(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"037 3852 123", "(038) 384 1234", "079 3821 234", "(08) 3825 1234"})
  void anOldLandlineThatLooksLikeAMobileNumberKeepsWhatWasWritten(String written) {
    var number = PhoneNumber.read(written).orElseThrow();
    assertThat(number.written()).isEqualTo(written);
    assertThat(number.normal()).isEqualTo("+84" + written.replaceAll("[^0-9]", "").substring(1));
  }

  @ParameterizedTest
  @CsvSource({
    "0164, +8434",
    "0164 12, +843412",
    "+84 164 1, +84341",
    "0120, +8470",
    "0912, ",
    "016, ",
    "4164, "
  })
  void theBeginningOfAnOldNumberLeadsToTheNewOne(String typed, String beginning) {
    assertThat(PhoneNumber.movedBeginning(typed)).isEqualTo(Optional.ofNullable(beginning));
  }

  @Provide
  Arbitrary<String> oldPrefixes() {
    return Arbitraries.of(moved().stream().map(prefix -> prefix[0]).toList());
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of("", " ", ".", "-", "\u00a0", "  ");
  }

  @Property(tries = 300)
  void howAnOldNumberIsWrittenDoesNotMatter(
      @ForAll("oldPrefixes") String prefix,
      @ForAll @IntRange(max = 9_999_999) int number,
      @ForAll("separators") String between,
      @ForAll @IntRange(max = 6) int lead) {
    String rest = "%07d".formatted(number);
    String leads = List.of("0", "+84", "0084", "84", "+84 (0)", "84/(0)", "+840").get(lead);
    String written =
        leads + prefix.substring(1) + between + rest.substring(0, 3) + between + rest.substring(3);
    String now =
        moved().stream().filter(it -> it[0].equals(prefix)).findFirst().orElseThrow()[1] + rest;
    var old = PhoneNumber.read(written);
    assertThat(old).as(written).isPresent();
    assertThat(old.get().normal()).isEqualTo("+84" + now.substring(1));
    assertThat(old.get().normal()).isEqualTo(PhoneNumber.read(now).orElseThrow().normal());
  }

  @Property(tries = 500)
  void aNormalFormIsItsOwn(
      @ForAll
          @StringLength(max = 25)
          @Chars({'0', '1', '2', '3', '4', '8', '9', '+', ' ', '.', '(', ')', '#', 'x'})
          String written) {
    PhoneNumber.read(written)
        .ifPresent(
            number ->
                assertThat(PhoneNumber.read(number.normal()).map(PhoneNumber::normal))
                    .hasValue(number.normal()));
  }

  @Property(tries = 500)
  void nothingThatIsWrittenBreaksIt(@ForAll String written) {
    PhoneNumber.read(written);
    PhoneNumber.movedBeginning(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12", "0912", "abc", "0912345678x", "09123456789012345", "01111111111"})
  void whatIsNoNumberIsNotRead(String written) {
    assertThat(PhoneNumber.read(written)).isEmpty();
  }

  private static List<String[]> moved() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                PhoneNumber.class.getResourceAsStream("prefix_11_to_10.tsv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.startsWith("0"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyMovedPrefixLeadsToItsNewOne() {
    assertThat(moved()).hasSize(21);
    for (String[] prefix : moved()) {
      assertThat(PhoneNumber.read(prefix[0] + "2345678").map(PhoneNumber::normal))
          .as(prefix[0])
          .hasValue("+84" + prefix[1].substring(1) + "2345678");
    }
  }
}
