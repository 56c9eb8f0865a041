package app.quen.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.mail.Letter;
import app.quen.mail.MailRefused;
import app.quen.testing.MailServer;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {

  private MailServer server;

  @BeforeEach
  void listen() throws Exception {
    server = new MailServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private SmtpMailer mailer(String user) {
    var mailer = new SmtpMailer();
    mailer.clock = Clock.systemUTC();
    mailer.url = Optional.of(server.url(user));
    mailer.from = Optional.of("quen@example.vn");
    return mailer;
  }

  @Test
  void aLetterArrivesAsItWasWritten() {
    mailer("")
        .send(new Letter("lan@example.vn", "[Quen] Xuất dữ liệu quá nhiều", "Chào chị,\n.\n"));

    assertThat(server.heard())
        .contains("MAIL FROM:<quen@example.vn>", "RCPT TO:<lan@example.vn>", "QUIT")
        .anyMatch(line -> line.startsWith("Subject: =?UTF-8?B?"));
    assertThat(server.lettersTo("lan@example.vn")).containsExactly("Chào chị,\n.\n");
  }

  @Test
  void aServerThatRefusesIsTold() {
    server.answerReceivers("550 nobody here");
    assertThatThrownBy(() -> mailer("").send(new Letter("lan@example.vn", "x", "y")))
        .isInstanceOf(MailRefused.class)
        .hasMessageContaining("550 nobody here");
  }

  @Test
  void aPasswordIsNotSentInTheOpen() {
    assertThatThrownBy(() -> mailer("lan:secret@").send(new Letter("lan@example.vn", "x", "y")))
        .isInstanceOf(MailRefused.class);
    assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void anAddressCannotBecomeAnotherCommand() throws Exception {
    assertThatThrownBy(
            () -> mailer("").send(new Letter("lan@example.vn>\r\nRCPT TO:<x@y.z", "x", "y")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void withoutAServerNothingIsReady() {
    var mailer = new SmtpMailer();
    mailer.url = Optional.empty();
    mailer.from = Optional.of("quen@example.vn");
    assertThat(mailer.ready()).isFalse();
  }
}
