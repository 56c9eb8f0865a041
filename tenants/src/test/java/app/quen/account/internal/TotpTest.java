package app.quen.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_234_567_890);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theCodesAreThoseOfAppendixBOfRfc6238(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  void theCodesAreThoseOfAppendixDOfRfc4226(long step, String code) {
    assertThat(Totp.code(SECRET, step, 6)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void theSecretIsWrittenAsInRfc4648(String text, String base32) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  @Test
  void clocksMayDifferByHalfAMinuteAndNoMore() {
    long now = Totp.step(NOW);
    for (long around = -3; around <= 3; around++) {
      var match = Totp.match(SECRET, Totp.code(SECRET, now + around, 6), NOW, 0);
      assertThat(match.isPresent()).as("%d steps off", around).isEqualTo(Math.abs(around) <= 1);
    }
  }

  @Test
  void aCodeIsTakenOnceAndNoneFromBeforeIt() {
    long now = Totp.step(NOW);
    var code = Totp.code(SECRET, now, 6);

    var first = Totp.match(SECRET, code, NOW, 0);

    assertThat(first).hasValue(now);
    assertThat(Totp.match(SECRET, code, NOW, first.getAsLong())).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, now - 1, 6), NOW, now)).isEmpty();
    assertThat(Totp.match(SECRET, Totp.code(SECRET, now + 1, 6), NOW, now)).hasValue(now + 1);
  }

  @Test
  void whatIsNoCodeMatchesNothing() {
    for (var text : new String[] {"", "1", "abcdef", "12345678901234567890", "００５９２４"}) {
      assertThat(Totp.match(SECRET, text, NOW, 0)).isEmpty();
    }
  }
}
