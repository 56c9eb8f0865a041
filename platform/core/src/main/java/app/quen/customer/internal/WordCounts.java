package app.quen.customer.internal;

import app.quen.customer.internal.SearchText.Range;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * About how many search terms begin with a word, to begin a search with its rarest one. People look
 * for the same names again and again, and how common a name is hardly changes: it is asked for once
 * an hour, not in each search. Only how long a search takes depends on it, never what is found.
 */
@ApplicationScoped
public class WordCounts {

  private static final int MOST = 20_000;
  private static final long HOUR = 3_600_000_000_000L;

  @Inject Windows windows;
  @Inject Tenants tenants;

  private final Map<Word, Count> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Word, Count> eldest) {
          return size() > MOST;
        }
      };

  private record Word(TenantId tenant, boolean archived, String word) {}

  private record Count(long terms, long askedAt) {}

  /**
   * The place of the word with the fewest terms; of equal ones the last, which is the given name.
   */
  int rarest(List<String> words, boolean archived) {
    List<Long> counts = counts(words, archived);
    int rarest = words.size() - 1;
    for (int i = rarest - 1; i >= 0; i--) {
      if (counts.get(i) < counts.get(rarest)) {
        rarest = i;
      }
    }
    return rarest;
  }

  private List<Long> counts(List<String> words, boolean archived) {
    TenantId tenant = tenants.current().id();
    long now = System.nanoTime();
    List<String> unknown = new ArrayList<>();
    synchronized (known) {
      for (String word : words) {
        Count count = known.get(new Word(tenant, archived, word));
        if (count == null || now - count.askedAt > HOUR) {
          unknown.add(word);
        }
      }
    }
    List<Long> asked =
        unknown.isEmpty()
            ? List.of()
            : windows.estimates(
                unknown.stream()
                    .map(
                        word ->
                            windows.source(
                                List.of(new Range(null, word, List.of())), archived, Finding.FEW))
                    .toList());
    synchronized (known) {
      for (int i = 0; i < unknown.size(); i++) {
        known.put(new Word(tenant, archived, unknown.get(i)), new Count(asked.get(i), now));
      }
      return words.stream().map(word -> terms(new Word(tenant, archived, word))).toList();
    }
  }

  /** Of a word that was there a moment ago; others may have driven it out. */
  private long terms(Word word) {
    Count count = known.get(word);
    return count == null ? Long.MAX_VALUE : count.terms;
  }
}
