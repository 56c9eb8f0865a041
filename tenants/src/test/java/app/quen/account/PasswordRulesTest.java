package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.PasswordRules;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedDatabase.class)
class PasswordRulesTest {

  static World world;

  @BeforeAll
  static void open() {
    world = World.open();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static String code(String password, String... about) {
    return world
        .bean(PasswordRules.class)
        .check("password", password, List.of(about))
        .map(Problem::code)
        .orElse("good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple x",
        "mây trắng bay qua núi",
        "aaaaaaaaaaaaaab7Q!?x",
        "🌸🌸 hoa đào nở 🌸🌸",
        "               but spaces count",
        "gửi xe ở cổng số 3",
      })
  void aPasswordOfManyCharactersIsGoodWhateverTheyAre(String password) {
    assertThat(code(password)).isEqualTo("good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "password123456789",
        "matkhau123456789",
        "anhyeuemnhieulam",
        "Anh Yêu Em Nhiều Lắm",
        "aaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabc",
        "123456789012345",
        "qwertyuiopasdfgh",
        "1qaz2wsx3edc4rfv",
        "iloveyou12345678",
        "KhachHangThanThiet",
      })
  void whatOthersTryFirstIsRefused(String password) {
    assertThat(code(password)).isEqualTo("common");
  }

  @Test
  void lengthIsCountedInCharactersAndNotInBytes() {
    assertThat(code("ngắn quá")).isEqualTo("too-short");
    assertThat(code("🌸".repeat(7) + "hoa")).isEqualTo("too-short");
    assertThat(code("sáng " + "mây trắng bay ".repeat(8) + "chiều")).isEqualTo("good");
    assertThat(code("mây trắng bay qua núi ".repeat(9))).isEqualTo("too-long");
  }

  @Test
  void namesOfThePersonAndTheWorkspaceAreRefused() {
    assertThat(code("tranthilan rất thích hoa", "Trần Thị Lan")).isEqualTo("personal");
    assertThat(code("Cửa-Hàng-Sen mở cửa lúc 8h", "cua-hang-sen")).isEqualTo("personal");
    assertThat(code("rất thích đi bộ ở hồ Tây", "Lan")).isEqualTo("good");
  }

  @Test
  void theReasonComesInBothLanguages() {
    var problem =
        world.bean(PasswordRules.class).check("password", "ngắn", List.of()).orElseThrow();
    assertThat(problem.in("vi")).contains("ít nhất 15 ký tự");
    assertThat(problem.in("en")).contains("at least 15 characters");
  }

  @Test
  void aHashIsArgon2idWithItsOwnSaltAndMatchesHoweverThePasswordWasTyped() {
    var hashes = world.bean(PasswordHashes.class);
    var hash = hashes.hash("mây trắng bay qua núi");
    assertThat(hash).contains("argon2id").contains("t=2,m=19456,p=1").hasSizeLessThan(255);
    assertThat(hashes.hash("mây trắng bay qua núi")).isNotEqualTo(hash);
    assertThat(
            hashes.matches(
                Normalizer.normalize("mây trắng bay qua núi", Normalizer.Form.NFD), hash))
        .isTrue();
    assertThat(hashes.matches("mây trắng bay qua nui", hash)).isFalse();
    assertThat(hashes.matches("anything", null)).isFalse();
  }
}
