package app.quen.account.internal;

import app.quen.account.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * NIST SP 800-63B-4 for a password that is the only factor: at least 15 characters, any characters,
 * no rules of composition, not one that others would try first.
 */
@ApplicationScoped
public class PasswordRules {

  static final int LONGEST = 128;
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
          "012345678901234567890123456789012345678901234567890",
          "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
          "1q2w3e4r5t6y7u8i9o0p");

  private final Set<String> common = load();

  @Inject
  @ConfigProperty(name = "quen.password.shortest", defaultValue = "15")
  int shortest;

  /**
   * What is wrong with a password, if anything.
   *
   * @param about what others know of the person and the workspace: names, e-mail address, slug
   */
  public Optional<Problem> check(String field, String password, List<String> about) {
    var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    var length = normal.codePointCount(0, normal.length());
    if (length < shortest) {
      return problem(
          field,
          "too-short",
          "Mật khẩu cần ít nhất %d ký tự. Vài từ dễ nhớ ghép lại là tốt nhất.".formatted(shortest),
          "The password needs at least %d characters. A few words that you remember are best."
              .formatted(shortest));
    }
    if (length > LONGEST) {
      return problem(
          field,
          "too-long",
          "Mật khẩu được dài tối đa %d ký tự.".formatted(LONGEST),
          "The password can have at most %d characters.".formatted(LONGEST));
    }
    var plain = fold(normal);
    if (about.stream()
        .map(PasswordRules::fold)
        .anyMatch(a -> a.length() > 3 && plain.contains(a))) {
      return problem(
          field,
          "personal",
          "Mật khẩu chứa tên, email hoặc tên doanh nghiệp, nên dễ đoán. Hãy chọn mật khẩu khác.",
          "The password contains your name, e-mail address or workspace name, so others could guess"
              + " it. Choose another one.");
    }
    if (isCommon(plain)) {
      return problem(
          field,
          "common",
          "Mật khẩu này nhiều người dùng hoặc dễ đoán, và sẽ bị thử trước tiên. Hãy chọn mật khẩu"
              + " khác.",
          "Many people use this password or it is easy to guess, so it would be tried first. Choose"
              + " another one.");
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(String field, String code, String vi, String en) {
    return Optional.of(new Problem(field, code, vi, en));
  }

  private boolean isCommon(String plain) {
    if (common.contains(plain) || isSimple(plain) || isRepeated(plain)) {
      return true;
    }
    for (var cut = 3; cut <= plain.length() - 3; cut++) {
      if (isKnown(plain.substring(0, cut)) && isKnown(plain.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown(String part) {
    return common.contains(part) || isSimple(part);
  }

  /** One character over and over, or a walk along the alphabet, the digits or the keyboard. */
  private static boolean isSimple(String text) {
    return text.chars().distinct().count() == 1
        || ROWS.stream()
            .anyMatch(
                row -> row.contains(text) || new StringBuilder(row).reverse().indexOf(text) >= 0);
  }

  private static boolean isRepeated(String text) {
    for (var length = 1; length <= text.length() / 2; length++) {
      var part = text.substring(0, length);
      if (part.repeat(text.length() / length + 1).startsWith(text)) {
        return true;
      }
    }
    return false;
  }

  /** As somebody guesses: no case, no accents, no spaces or punctuation between words. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('đ', 'd')
        .replaceAll("[\\s_.-]", "");
  }

  private static Set<String> load() {
    try (var packed = PasswordRules.class.getResourceAsStream("common-passwords.txt.gz")) {
      if (packed == null) {
        throw new IllegalStateException("the list of common passwords is missing");
      }
      var lines =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
