package app.quen.customer.model;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address.
 *
 * @param written as somebody wrote it
 * @param normal in lower case; two spellings of one mailbox are equal here
 */
public record EmailAddress(String written, String normal) {

  public static final int MAX_LENGTH = 254;

  private static final EmailValidator RULES =
      JMail.strictValidator()
          .requireTopLevelDomain()
          .disallowIpDomain()
          .disallowQuotedIdentifiers();

  /** Reads an address; empty if it is none. */
  public static Optional<EmailAddress> read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    if (text.length() > MAX_LENGTH || !RULES.isValid(text)) {
      return Optional.empty();
    }
    return Optional.of(new EmailAddress(text, text.toLowerCase(Locale.ROOT)));
  }
}
