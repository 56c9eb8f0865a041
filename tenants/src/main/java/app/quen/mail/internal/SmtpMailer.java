package app.quen.mail.internal;

import app.quen.mail.Letter;
import app.quen.mail.MailRefused;
import app.quen.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@link Mailer} by one connection for each letter: {@code smtps://} is encrypted from the
 * beginning, {@code smtp://} as soon as the server offers it; a password is never sent in the open.
 */
@ApplicationScoped
class SmtpMailer implements Mailer {

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "quen.mail.url")
  Optional<String> url;

  @Inject
  @ConfigProperty(name = "quen.mail.from")
  Optional<String> from;

  @Override
  public boolean ready() {
    return url.filter(text -> !text.isBlank()).isPresent()
        && from.filter(text -> !text.isBlank()).isPresent();
  }

  @Override
  public void send(Letter letter) {
    String sender = plain(from.orElseThrow());
    String receiver = plain(letter.to());
    URI server = URI.create(url.orElseThrow().strip());
    try (var smtp = SmtpConnection.open(server)) {
      smtp.say("MAIL FROM:<" + sender + ">", 250);
      smtp.say("RCPT TO:<" + receiver + ">", 250);
      smtp.say("DATA", 354);
      smtp.say(message(letter, sender, receiver) + "\r\n.", 250);
      smtp.say("QUIT", 221);
    } catch (IOException e) {
      throw new MailRefused(
          "the mail server " + server.getHost() + " did not take a letter: " + e.getMessage(), e);
    }
  }

  /** The text in Base64, so that no line of it is too long or begins with a point. */
  private String message(Letter letter, String sender, String receiver) {
    return String.join(
        "\r\n",
        "From: Quen <" + sender + ">",
        "To: <" + receiver + ">",
        "Subject: " + word(letter.subject()),
        "Date: "
            + DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)),
        "Message-ID: <" + UUID.randomUUID() + "@quen>",
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: base64",
        "",
        LINES.encodeToString(letter.text().getBytes(StandardCharsets.UTF_8)));
  }

  /** RFC 2047, in pieces of whole characters that are not too long. */
  private static String word(String text) {
    var words = new StringBuilder();
    var piece = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              piece.appendCodePoint(point);
              if (piece.length() >= 10) {
                words.append(encoded(piece)).append("\r\n ");
                piece.setLength(0);
              }
            });
    return words.append(encoded(piece)).toString().strip();
  }

  private static String encoded(CharSequence piece) {
    return piece.isEmpty()
        ? ""
        : "=?UTF-8?B?"
            + Base64.getEncoder().encodeToString(piece.toString().getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  /** An address that cannot become another command. */
  private static String plain(String address) {
    String text = address.strip();
    if (text.isEmpty() || text.matches("(?s).*[\\s<>\\p{Cntrl}].*")) {
      throw new IllegalArgumentException("not an address to send to");
    }
    return text;
  }
}
