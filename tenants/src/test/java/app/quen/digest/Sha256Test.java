package app.quen.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {

  @Test
  void itIsTheSha256OfEverybodyElse() {
    // FIPS 180-2, appendix B
    assertThat(HexFormat.of().formatHex(Sha256.of("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aTextIsItsBytesInUtf8() {
    assertThat(Sha256.of("Bưởi")).isEqualTo(Sha256.of("Bưởi".getBytes(StandardCharsets.UTF_8)));
  }
}
