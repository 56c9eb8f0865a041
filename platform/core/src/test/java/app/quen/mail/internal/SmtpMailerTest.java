package app.quen.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.mail.Letter;
import app.quen.mail.MailRefused;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private ServerSocket server;
  private Thread thread;
  private volatile String toReceiver = "250 fine";

  @BeforeEach
  void listen() throws Exception {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve);
    thread.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    thread.join();
  }

  private void serve() {
    try (var socket = server.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      var out = socket.getOutputStream();
      out.write("220 here\r\n".getBytes(StandardCharsets.UTF_8));
      boolean data = false;
      String line;
      while ((line = in.readLine()) != null) {
        heard.add(line);
        if (data && !line.equals(".")) {
          continue;
        }
        String answer = "250 fine";
        if (line.startsWith("EHLO")) {
          answer = "250-here\r\n250 8BITMIME";
        } else if (line.startsWith("RCPT")) {
          answer = toReceiver;
        } else if (line.equals("DATA")) {
          answer = "354 go on";
        } else if (line.equals("QUIT")) {
          answer = "221 bye";
        }
        data = line.equals("DATA");
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (java.io.IOException closed) {
      // the test is over
    }
  }

  private SmtpMailer mailer(String user) {
    var mailer = new SmtpMailer();
    mailer.clock = Clock.systemUTC();
    mailer.url = Optional.of("smtp://" + user + "127.0.0.1:" + server.getLocalPort());
    mailer.from = Optional.of("quen@example.vn");
    return mailer;
  }

  @Test
  void aLetterArrivesAsItWasWritten() {
    mailer("")
        .send(new Letter("lan@example.vn", "[Quen] Xuất dữ liệu quá nhiều", "Chào chị,\n.\n"));

    assertThat(heard)
        .contains("MAIL FROM:<quen@example.vn>", "RCPT TO:<lan@example.vn>", "QUIT")
        .anyMatch(line -> line.startsWith("Subject: =?UTF-8?B?"));
    String body = heard.get(heard.indexOf("") + 1);
    assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
        .isEqualTo("Chào chị,\n.\n");
  }

  @Test
  void aServerThatRefusesIsTold() {
    toReceiver = "550 nobody here";
    assertThatThrownBy(() -> mailer("").send(new Letter("lan@example.vn", "x", "y")))
        .isInstanceOf(MailRefused.class)
        .hasMessageContaining("550 nobody here");
  }

  @Test
  void aPasswordIsNotSentInTheOpen() {
    assertThatThrownBy(() -> mailer("lan:secret@").send(new Letter("lan@example.vn", "x", "y")))
        .isInstanceOf(MailRefused.class);
    assertThat(heard).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void anAddressCannotBecomeAnotherCommand() throws Exception {
    assertThatThrownBy(
            () -> mailer("").send(new Letter("lan@example.vn>\r\nRCPT TO:<x@y.z", "x", "y")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void withoutAServerNothingIsReady() {
    var mailer = new SmtpMailer();
    mailer.url = Optional.empty();
    mailer.from = Optional.of("quen@example.vn");
    assertThat(mailer.ready()).isFalse();
  }
}
