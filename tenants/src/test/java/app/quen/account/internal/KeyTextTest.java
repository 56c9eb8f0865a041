package app.quen.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyTextTest {

  @Test
  void aKeyIsReadAsItWasWritten() {
    for (int i = 0; i < 1000; i++) {
      var key = KeyText.random();
      assertThat(KeyText.read(key.text())).contains(key);
    }
  }

  @Test
  void anyOneWrongLetterIsFoundWithoutADatabase() {
    var text = KeyText.random().text();
    IntStream.range(0, text.length())
        .forEach(
            at -> {
              var wrong = new StringBuilder(text);
              wrong.setCharAt(at, text.charAt(at) == 'x' ? 'y' : 'x');
              assertThat(KeyText.read(wrong.toString())).isEmpty();
            });
    assertThat(KeyText.read(text + "x")).isEmpty();
    assertThat(KeyText.read(text.substring(1))).isEmpty();
    assertThat(KeyText.read("")).isEmpty();
  }

  @Test
  void theChecksumIsTheOneThatTheApiDescribes() {
    var key = new KeyText("dhg9bkp4", "x3YsPEle0wPCO9zbfqD97vkJ2XCjfFbi7wNkEErQ");

    assertThat(key.text())
        .isEqualTo("quen_live_dhg9bkp4_x3YsPEle0wPCO9zbfqD97vkJ2XCjfFbi7wNkEErQ1Oz7vK");
  }

  @Test
  void keysOfBeforeAreStillRead() {
    assertThat(KeyText.read("quen_dhg9bkp4_x3YsPEle0wPCO-9zbfqD97vkJ2XCjfFbi7wNkEErQgo"))
        .get()
        .extracting(KeyText::prefix, KeyText::secret)
        .containsExactly("dhg9bkp4", "x3YsPEle0wPCO-9zbfqD97vkJ2XCjfFbi7wNkEErQgo");
  }

  @Test
  void theSecretShowsInNoLog() {
    var key = KeyText.random();

    assertThat(key.toString()).doesNotContain(key.secret()).contains(key.prefix());
  }
}
