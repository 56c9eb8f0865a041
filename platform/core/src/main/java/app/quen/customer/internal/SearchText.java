package app.quen.customer.internal;

import app.quen.access.Sight;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Contact;
import app.quen.text.EmailAddress;
import app.quen.text.Folding;
import app.quen.text.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find customers, as ranges of indexes, the most telling first. Every word
 * must begin a word of the name; digits may also begin or end a phone number; and so on.
 */
final class SearchText {

  private static final int MAX_WORDS = 6;

  /**
   * A range of {@code customer_search}, or of the normal forms of identifiers.
   *
   * @param kind null for search terms, else {@code phone} or {@code email}
   * @param prefix what the term begins with
   * @param words further words that the term must have
   */
  record Range(@Nullable String kind, String prefix, List<String> words) {

    static Range of(String word) {
      return new Range(null, word, List.of());
    }

    boolean holds(String term) {
      return term.startsWith(prefix) && words.stream().allMatch(w -> term.contains(" " + w));
    }
  }

  private SearchText() {}

  /**
   * @param wordRange picks the word with the fewest terms
   */
  static List<Range> ranges(String q, ToIntFunction<List<String>> wordRange) {
    List<Range> ranges = new ArrayList<>();
    String folded = Folding.fold(q);
    if (folded.contains("@")) {
      for (String prefix : emailPrefixes(q, folded)) {
        ranges.add(new Range("email", prefix, List.of()));
      }
      return ranges;
    }
    if (isNumber(q, folded)) {
      String digits = folded.replaceAll("[^0-9]", "");
      for (String prefix : phonePrefixes(q, folded, digits)) {
        ranges.add(new Range("phone", prefix, List.of()));
      }
      ranges.add(new Range(null, Terms.backwards(digits), List.of()));
      ranges.add(new Range(null, Terms.cut(folded), List.of()));
      return ranges;
    }
    List<String> words = Folding.words(q);
    if (words.size() > MAX_WORDS) {
      words = words.subList(0, MAX_WORDS);
    }
    boolean oneToken = !folded.contains(" ");
    if (oneToken && words.size() > 1) {
      ranges.add(new Range(null, Terms.cut(folded), List.of()));
    }
    if (!words.isEmpty()) {
      int driver = words.size() == 1 ? 0 : wordRange.applyAsInt(words);
      List<String> others = new ArrayList<>(words);
      String prefix = others.remove(driver);
      ranges.add(new Range(null, Terms.cut(prefix), others));
    }
    if (oneToken && folded.matches(".*[0-9._-].*")) {
      ranges.add(new Range("email", folded, List.of()));
    }
    return ranges;
  }

  private static boolean isNumber(String q, String folded) {
    String digits = folded.replaceAll("[^0-9]", "");
    return digits.length() >= 3
        && (folded.matches("[+0-9 ().\\-/]{3,30}") || PhoneNumber.read(q).isPresent());
  }

  /** The domain may be typed in letters that its normal form does not have. */
  private static Set<String> emailPrefixes(String q, String folded) {
    Set<String> prefixes = new LinkedHashSet<>();
    EmailAddress.read(q).ifPresent(email -> prefixes.add(email.normal()));
    prefixes.add(EmailAddress.beginning(q));
    prefixes.add(folded.replace(" ", ""));
    return distinct(prefixes);
  }

  private static Set<String> phonePrefixes(String q, String folded, String digits) {
    Set<String> prefixes = new LinkedHashSet<>();
    PhoneNumber.read(q).ifPresent(number -> prefixes.add(number.normal()));
    PhoneNumber.movedBeginning(folded).ifPresent(prefixes::add);
    if (folded.startsWith("+")) {
      prefixes.add("+" + digits);
    } else if (digits.startsWith("00")) {
      prefixes.add("+" + digits.substring(2));
    } else if (digits.startsWith("0")) {
      prefixes.add("+84" + digits.substring(1));
    } else {
      if (digits.startsWith("84")) {
        prefixes.add("+" + digits);
      }
      prefixes.add("+84" + digits);
    }
    return distinct(prefixes);
  }

  /** Without those that another one covers. */
  private static Set<String> distinct(Set<String> prefixes) {
    prefixes.removeIf(
        prefix -> prefixes.stream().anyMatch(o -> !o.equals(prefix) && prefix.startsWith(o)));
    return prefixes;
  }

  /** Whether this is the first of all places where the ranges find the customer. */
  static boolean isFirstPlace(List<Range> ranges, int place, String term, CustomerView customer) {
    Set<String> terms = Terms.of(customer);
    for (int i = 0; i <= place; i++) {
      Range range = ranges.get(i);
      String first = null;
      for (String candidate : range.kind == null ? terms : normals(customer, range.kind)) {
        if (range.holds(candidate) && (first == null || candidate.compareTo(first) < 0)) {
          first = candidate;
        }
      }
      if (first != null) {
        return i == place && first.equals(term);
      }
    }
    // it was changed while we were reading
    return false;
  }

  private static List<String> normals(CustomerView customer, String kind) {
    return (kind.equals("phone") ? customer.phones() : customer.emails())
        .stream().map(Contact::normal).toList();
  }

  /** The same as a condition on a customer {@code c}, for where another index leads. */
  static Sql condition(String q, Sight sight) {
    String folded = Folding.fold(q);
    List<String> words = Folding.words(q);
    List<String> either = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    if (folded.contains("@")) {
      if (sight.reads("emails")) {
        for (String prefix : emailPrefixes(q, folded)) {
          either.add(identifier("email"));
          parameters.add(Criteria.escaped(prefix) + "%");
        }
      }
    } else if (isNumber(q, folded)) {
      String digits = folded.replaceAll("[^0-9]", "");
      if (sight.reads("phones")) {
        for (String prefix : phonePrefixes(q, folded, digits)) {
          either.add(identifier("phone"));
          parameters.add(prefix + "%");
        }
        either.add(identifier("phone"));
        parameters.add("%" + digits);
      }
      if (sight.reads("externalId")) {
        either.add("c.external_id LIKE ?");
        parameters.add(Criteria.escaped(folded) + "%");
      }
      if (sight.reads("taxCode")) {
        either.add("c.tax_code LIKE ?");
        parameters.add(Criteria.escaped(folded) + "%");
      }
    } else {
      List<String> all = new ArrayList<>();
      for (String word : words) {
        // the collation ignores accents and case, but not the stroke of đ, for which some write the
        // Icelandic letter; replacing byte by byte is the quick way
        all.add(
            "CONCAT(' ', REPLACE(REPLACE(REPLACE(REPLACE(c.name COLLATE utf8mb4_bin, 'đ', 'd'),"
                + " 'Đ', 'd'), 'ð', 'd'), 'Ð', 'd')) COLLATE utf8mb4_uca1400_ai_ci LIKE ?");
        parameters.add("% " + Criteria.escaped(word) + "%");
      }
      either.add(all.isEmpty() ? "FALSE" : "(" + String.join(" AND ", all) + ")");
      if (sight.reads("externalId")) {
        either.add("c.external_id LIKE ?");
        parameters.add(Criteria.escaped(q.strip().toLowerCase(Locale.ROOT)) + "%");
      }
    }
    return either.isEmpty()
        ? Sql.of("FALSE")
        : Sql.of("(" + String.join(" OR ", either) + ")").with(parameters);
  }

  private static String identifier(String kind) {
    return "EXISTS (SELECT 1 FROM customer_identifier i WHERE i.customer_id = c.id AND i.kind = '"
        + kind
        + "' AND i.normal LIKE ?)";
  }
}
