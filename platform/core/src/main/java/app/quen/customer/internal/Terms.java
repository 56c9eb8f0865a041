package app.quen.customer.internal;

import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Contact;
import app.quen.text.Folding;
import app.quen.text.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is found by.
 *
 * <p>For each word of the name one term: the name turned so that it begins with this word, {@code
 * thuy dung | dang}. So one range scan finds what is typed, and a further word is looked for in the
 * same index entry. Besides: the external id, the tax code, and each phone number backwards behind
 * {@code <}, to be found by its last digits. By its first digits a number is found through its
 * normal form, as is an e-mail address.
 */
final class Terms {

  static final int MAX_LENGTH = 160;
  private static final int MAX_WORDS = 12;

  private Terms() {}

  static Set<String> of(CustomerView customer) {
    Set<String> terms = new LinkedHashSet<>(ofName(customer.name()));
    for (Contact phone : customer.phones()) {
      terms.add(backwards(PhoneNumber.dialled(phone.normal())));
    }
    addWhole(terms, customer.externalId());
    addWhole(terms, customer.taxCode());
    return terms;
  }

  static Set<String> ofName(String name) {
    List<String> words = Folding.words(name);
    int count = Math.min(words.size(), MAX_WORDS);
    Set<String> terms = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      String term = String.join(" ", words.subList(i, words.size()));
      if (i > 0) {
        term += " | " + String.join(" ", words.subList(0, i));
      }
      terms.add(cut(term));
    }
    return terms;
  }

  static String backwards(String digits) {
    return "<" + new StringBuilder(digits).reverse();
  }

  private static void addWhole(Set<String> terms, @Nullable String text) {
    if (text != null) {
      String folded = Folding.fold(text);
      if (!folded.isEmpty()) {
        terms.add(cut(folded));
      }
    }
  }

  static String cut(String term) {
    if (term.length() <= MAX_LENGTH) {
      return term;
    }
    int end = Character.isHighSurrogate(term.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return term.substring(0, end).strip();
  }
}
