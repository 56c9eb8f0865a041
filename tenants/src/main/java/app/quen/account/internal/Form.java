package app.quen.account.internal;

import app.quen.account.Problem;
import app.quen.account.Rejected;
import com.sanctionco.jmail.JMail;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one input, and collects what is wrong with them. */
public final class Form {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> INDUSTRIES =
      Set.of("retail", "telecom", "health", "education", "services", "other");

  /** Which roles there are, the workspace itself says. */
  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Addresses that the product itself uses or may come to use, or that could deceive. */
  private static final Set<String> RESERVED =
      Set.of(
          ("about abuse account accounts admin administrator api app apps assets auth billing blog"
                  + " cdn console contact dashboard demo dev docs download email example faq files"
                  + " forum ftp help home hostmaster image images imap import invite jobs legal"
                  + " localhost login logout mail marketplace me media member members metrics mx"
                  + " news null oauth ops operator operators plugin plugins policy pop portal"
                  + " postmaster press pricing privacy quen root security session sessions settings"
                  + " signin signout signup sitemap smtp ssl staging static stats status store"
                  + " support system team tenant tenants terms test token undefined user users"
                  + " vendor vendors webhook webhooks webmail webmaster workspace workspaces www")
              .split(" "));

  private final List<Problem> problems = new ArrayList<>();

  public void add(Problem problem) {
    problems.add(problem);
  }

  public void add(Optional<Problem> problem) {
    problem.ifPresent(problems::add);
  }

  /**
   * @throws Rejected if anything was wrong
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new Rejected(problems);
    }
  }

  public String name(String field, @Nullable String written) {
    var name = written == null ? "" : Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    if (name.isEmpty()) {
      reject(field, "required", "Hãy nhập tên.", "Enter a name.");
    } else if (name.codePointCount(0, name.length()) > 120) {
      reject(field, "too-long", "Tên được dài tối đa 120 ký tự.", "Use at most 120 characters.");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      reject(
          field,
          "malformed",
          "Tên chứa ký tự điều khiển không nhìn thấy. Hãy gõ lại.",
          "The name contains invisible control characters. Type it again.");
    }
    return name;
  }

  public String slug(String field, @Nullable String written) {
    var slug = written == null ? "" : written.strip();
    if (slug.length() < 3 || slug.length() > 40 || !SLUG.matcher(slug).matches()) {
      reject(
          field,
          "malformed",
          "Địa chỉ gồm 3 đến 40 chữ thường không dấu, chữ số và dấu gạch nối ở giữa, ví dụ"
              + " cua-hang-sen.",
          "The address has 3 to 40 lower case letters, digits and single hyphens between them, such"
              + " as lotus-shop.");
    } else if (RESERVED.contains(slug) || slug.startsWith("xn--")) {
      reject(
          field,
          "reserved",
          "Địa chỉ này dành riêng cho hệ thống. Hãy chọn địa chỉ khác.",
          "This address is reserved. Choose another one.");
    }
    return slug;
  }

  public static Problem slugTaken(String field) {
    return new Problem(
        field,
        "taken",
        "Địa chỉ này đã có doanh nghiệp dùng. Hãy chọn địa chỉ khác.",
        "Another workspace has this address. Choose another one.");
  }

  public String email(String field, @Nullable String written) {
    var email = normalEmail(written);
    if (email.isEmpty()) {
      reject(field, "required", "Hãy nhập email.", "Enter an e-mail address.");
    } else if (email.length() > 254
        || !JMail.strictValidator().requireTopLevelDomain().isValid(email)) {
      reject(
          field,
          "malformed",
          "Email này không đúng dạng, ví dụ lan@example.vn.",
          "This is not an e-mail address such as lan@example.com.");
    }
    return email;
  }

  public static Problem emailTaken(String field) {
    return new Problem(
        field,
        "taken",
        "Email này đã có tài khoản. Hãy đăng nhập, hoặc dùng email khác.",
        "There is an account with this e-mail address already. Sign in, or use another one.");
  }

  public static String normalEmail(@Nullable String written) {
    return written == null
        ? ""
        : Normalizer.normalize(written, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  public String language(String field, @Nullable String written) {
    var language = written == null ? "" : written;
    if (!language.equals("vi") && !language.equals("en")) {
      reject(field, "unknown", "Ngôn ngữ là vi hoặc en.", "The language is vi or en.");
    }
    return language;
  }

  public String industry(String field, @Nullable String written) {
    return oneOf(field, written, INDUSTRIES, "Hãy chọn một ngành trong danh sách.");
  }

  public String role(String field, @Nullable String written) {
    var role = written == null ? "" : written;
    if (role.length() > 40 || !ROLE.matcher(role).matches()) {
      reject(
          field,
          "unknown",
          "Hãy chọn một vai trò trong danh sách.",
          "Choose one of the workspace's roles.");
    }
    return role;
  }

  private String oneOf(String field, @Nullable String written, Set<String> values, String vi) {
    if (written == null || !values.contains(written)) {
      reject(
          field,
          "unknown",
          vi,
          "Choose one of " + String.join(", ", values.stream().sorted().toList()) + ".");
      return "";
    }
    return written;
  }

  /**
   * @param written null where it stays as it is
   */
  public int within(String field, @Nullable Integer written, int now, int least, int most) {
    if (written == null) {
      return now;
    }
    if (written < least || written > most) {
      reject(
          field,
          "out-of-range",
          "Hãy chọn từ %d đến %d.".formatted(least, most),
          "Choose from %d to %d.".formatted(least, most));
    }
    return written;
  }

  private void reject(String field, String code, String vi, String en) {
    problems.add(new Problem(field, code, vi, en));
  }
}
