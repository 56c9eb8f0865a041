package app.quen.customer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    "1900 1234, +8419001234"
  })
  void numbersAreReadInEveryForm(String written, String normal) {
    assertThat(PhoneNumber.read(written)).hasValue(new PhoneNumber(written, normal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "12", "0912", "abc", "0912345678x", "09123456789012345", "01111111111"})
  void whatIsNoNumberIsNotRead(String written) {
    assertThat(PhoneNumber.read(written)).isEmpty();
  }

  @Test
  void everyMovedPrefixLeadsToItsNewOne() throws IOException {
    List<String[]> moved;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                PhoneNumber.class.getResourceAsStream("prefix_11_to_10.tsv"),
                StandardCharsets.UTF_8))) {
      moved =
          lines.lines().filter(line -> line.startsWith("0")).map(line -> line.split("\t")).toList();
    }
    assertThat(moved).hasSize(21);
    for (String[] prefix : moved) {
      assertThat(PhoneNumber.read(prefix[0] + "2345678").map(PhoneNumber::normal))
          .as(prefix[0])
          .hasValue("+84" + prefix[1].substring(1) + "2345678");
    }
  }
}
