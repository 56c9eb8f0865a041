package app.quen.text;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that mail of today can reach: a plain local part at a domain with a dot.
 * Refused although RFC 5321 or 5322 has them: quoted local parts, comments, spaces inside,
 * addresses of machines in brackets, domains without a dot or with a number for an ending. Nobody
 * has such a mailbox; who writes one made a mistake. No question is asked of the network.
 *
 * @param written as somebody wrote it, without white space around
 * @param normal in small letters, the domain in ASCII (Punycode); two spellings of one mailbox are
 *     equal here
 */
public record EmailAddress(String written, String normal) {

  public static final int MAX_LENGTH = 254;

  /** Dot-separated words of letters of any script, digits and the signs of RFC 5321. */
  private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]+");

  private static final EmailValidator RULES =
      JMail.strictValidator()
          .requireTopLevelDomain()
          .disallowIpDomain()
          .disallowQuotedIdentifiers();

  /** Reads an address; empty if it is none. */
  public static Optional<EmailAddress> read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    int at = text.lastIndexOf('@');
    if (text.length() > MAX_LENGTH || at < 1) {
      return Optional.empty();
    }
    String domain = ascii(text.substring(at + 1));
    String local = text.substring(0, at).toLowerCase(Locale.ROOT);
    String normal = local + "@" + domain;
    if (domain == null
        || normal.length() > MAX_LENGTH
        || !LOCAL.matcher(local).matches()
        || !RULES.isValid(normal)) {
      return Optional.empty();
    }
    return Optional.of(new EmailAddress(text, normal));
  }

  /** How the normal forms begin of the addresses that begin as somebody typed. */
  public static String beginning(String typed) {
    return Normalizer.normalize(Folding.tidy(typed), Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace(" ", "");
  }

  private static @Nullable String ascii(String domain) {
    try {
      String composed = Normalizer.normalize(domain, Normalizer.Form.NFKC);
      return IDN.toASCII(composed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
