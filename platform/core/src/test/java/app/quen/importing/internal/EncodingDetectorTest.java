package app.quen.importing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.importing.model.Encoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EncodingDetectorTest {

  private static final String TEXT =
      """
      Họ và tên,Số điện thoại,Địa chỉ
      Nguyễn Thị Hường,0912345678,12 Lý Thường Kiệt - phường Cửa Nam
      Trần Đức Thắng,0987654321,Xã Đoàn Kết - huyện Đạ Huoai
      Phạm Quỳnh Như,0356789012,Quận Bình Thạnh - thành phố Hồ Chí Minh
      """;

  @Test
  void utf8IsRecognisedWithAndWithoutItsMark() {
    assertThat(EncodingDetector.detect(TEXT.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Encoding.UTF_8);
    assertThat(EncodingDetector.detect(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Encoding.UTF_8);
    assertThat(EncodingDetector.detect("name;phone\n".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Encoding.UTF_8);
  }

  @Test
  void aSampleThatEndsInsideACharacterIsStillUtf8() {
    byte[] bytes = "Nguyễn".getBytes(StandardCharsets.UTF_8);
    assertThat(EncodingDetector.detect(java.util.Arrays.copyOf(bytes, bytes.length - 2)))
        .isEqualTo(Encoding.UTF_8);
  }

  @Test
  void utf16IsRecognisedInBothOrdersWithAndWithoutItsMark() {
    assertThat(EncodingDetector.detect(TEXT.getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(Encoding.UTF_16LE);
    assertThat(EncodingDetector.detect(TEXT.getBytes(StandardCharsets.UTF_16BE)))
        .isEqualTo(Encoding.UTF_16BE);
    assertThat(EncodingDetector.detect(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(Encoding.UTF_16LE);
    assertThat(EncodingDetector.detect(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
        .isEqualTo(Encoding.UTF_16BE);
  }

  @Test
  void vietnameseInItsWindowsCodePageIsRecognised() {
    assertThat(EncodingDetector.detect(windows1258(TEXT))).isEqualTo(Encoding.WINDOWS_1258);
  }

  @Test
  void westernTextIsNotTakenForVietnamese() {
    byte[] western =
        "name,city\nJürgen Müller,Köln\nFrançois Lefèvre,Besançon\nSeán Ó Ríordáin,Corcaigh\n"
            .getBytes(Charset.forName("windows-1252"));
    assertThat(EncodingDetector.detect(western)).isEqualTo(Encoding.WINDOWS_1252);
  }

  @Test
  void theOldTcvn3FontsAreRecognisedAndNotRead() {
    assertThat(EncodingDetector.detect(tcvn3(TEXT.toLowerCase()))).isEqualTo(Encoding.TCVN3);
    assertThat(Encoding.TCVN3.isReadable()).isFalse();
    assertThat(Encoding.TCVN3.advice().vi()).contains("TCVN3", "UniKey");
  }

  @Test
  void theOldVniFontsAreRecognisedAndNotRead() {
    // "nguyễn thị hường", "đường lý thường kiệt", "trần đức thắng" as VNI-Times stores it
    byte[] vni =
        "nguyeãn thò höôøng\nñöôøng lyù thöôøng kieät\ntraàn ñöùc thaéng\n"
            .getBytes(Charset.forName("windows-1252"));
    assertThat(EncodingDetector.detect(vni)).isEqualTo(Encoding.VNI);
    assertThat(LegacyVietnamese.fromVni(vni))
        .isEqualTo("nguyễn thị hường\nđường lý thường kiệt\ntrần đức thắng\n");
  }

  @Property(tries = 200)
  void anyVietnameseSurvivesItsWindowsCodePage(@ForAll @From("syllables") String text) {
    byte[] bytes = windows1258(text);
    assertThat(
            Normalizer.normalize(
                Encoding.WINDOWS_1258.charset().decode(java.nio.ByteBuffer.wrap(bytes)),
                Normalizer.Form.NFC))
        .isEqualTo(text);
    assertThat(EncodingDetector.detect(bytes))
        .isIn(Encoding.WINDOWS_1258, Encoding.UTF_8, Encoding.WINDOWS_1252);
  }

  @Provide
  Arbitrary<String> syllables() {
    return Arbitraries.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi",
            "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "khuỷu", "nghiêng", "quyết", "giữa", "oằn", "uống",
            "yêu", "thuở", "xoong", "ướt", "Đắk", "Ea")
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(words -> String.join(" ", words));
  }

  @Test
  void syllablesAreToldFromNoise() {
    for (String word :
        "Nguyễn Trần Huỳnh khuỷu nghiêng quyết giữa oằn uống yêu thuở xoong ướt Đắk quý rượu người"
            .split(" ")) {
      assertThat(VietnameseSyllables.has(word)).as(word).isTrue();
    }
    for (String word : "Müller Lefèvre NguyÔn ®øc höôøng Köln".split(" ")) {
      assertThat(VietnameseSyllables.has(word)).as(word).isFalse();
    }
  }

  /** As Windows writes it: marked vowels composed, the tone as a character of its own. */
  static byte[] windows1258(String text) {
    StringBuilder raw = new StringBuilder();
    Charset charset = Charset.forName("windows-1258");
    var encoder = charset.newEncoder();
    for (char c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
      if (encoder.canEncode(c)) {
        raw.append(c);
        continue;
      }
      String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      StringBuilder base = new StringBuilder();
      StringBuilder tone = new StringBuilder();
      for (char part : parts.toCharArray()) {
        boolean isTone = "\u0300\u0301\u0303\u0309\u0323".indexOf(part) >= 0;
        (isTone ? tone : base).append(part);
      }
      raw.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(raw.toString().getBytes(charset));
    return out.toByteArray();
  }

  private static byte[] tcvn3(String text) {
    Map<Character, Character> codes = new HashMap<>();
    LegacyVietnamese.FROM_TCVN3.forEach((code, letter) -> codes.put(letter, code));
    StringBuilder raw = new StringBuilder();
    for (char c : text.toCharArray()) {
      raw.append(codes.getOrDefault(c, c).charValue());
    }
    return raw.toString().getBytes(Charset.forName("windows-1252"));
  }
}
