package app.quen.importing.internal;

import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.MatchCustomers;
import app.quen.customer.MatchCustomers.Match;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.Source;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the customers that rows are about, and makes those that nobody knows yet. */
@ApplicationScoped
public class Recognition {

  @Inject MatchCustomers matching;
  @Inject RegisterManyCustomers registering;

  /**
   * Who a row is about.
   *
   * @param customer null where nobody was found and none was made
   * @param problems why not
   */
  record Found(@Nullable CustomerId customer, List<Problem> problems) {

    static final Found NOBODY = new Found(null, List.of());
  }

  /**
   * @param by {@code phone}, {@code email}, {@code externalId}
   * @param make whether those that nobody knows are made
   * @return by the place of the draft; a draft that says nothing to recognise anybody by is nobody
   */
  List<Found> find(List<CustomerDraft> drafts, Set<String> by, boolean make, Source source) {
    List<Found> found = new ArrayList<>();
    if (drafts.isEmpty() || by.isEmpty()) {
      drafts.forEach(draft -> found.add(Found.NOBODY));
      return found;
    }
    List<Match> matches = matching.match(drafts, by);
    List<CustomerDraft> unknown = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    Map<Integer, Integer> waiting = new LinkedHashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      Match match = matches.get(i);
      if (match.customers().size() == 1) {
        found.add(new Found(match.customers().get(0), List.of()));
        continue;
      }
      found.add(Found.NOBODY);
      if (match.customers().size() > 1) {
        found.set(i, new Found(null, List.of(ambiguous(match.customers().size()))));
      } else if (make && !match.keys().isEmpty()) {
        // rows that share an identifier are about one and the same new customer
        Set<Integer> claimed = new HashSet<>();
        match.keys().stream().filter(places::containsKey).map(places::get).forEach(claimed::add);
        if (claimed.size() > 1) {
          found.set(i, new Found(null, List.of(ambiguous(claimed.size()))));
          continue;
        }
        int place = claimed.isEmpty() ? unknown.size() : claimed.iterator().next();
        if (claimed.isEmpty()) {
          unknown.add(drafts.get(i));
        }
        match.keys().forEach(key -> places.put(key, place));
        waiting.put(i, place);
      }
    }
    if (!unknown.isEmpty()) {
      List<CustomerOutcome> made = registering.register(unknown, source);
      waiting.forEach((row, place) -> found.set(row, found(made.get(place))));
    }
    return found;
  }

  private static Found found(CustomerOutcome outcome) {
    return outcome.refused()
        ? new Found(
            null,
            outcome.problems().stream()
                .map(p -> new Problem("customer." + p.field(), p.code(), p.message()))
                .toList())
        : new Found(outcome.id(), List.of());
  }

  private static Problem ambiguous(int customers) {
    return new Problem(
        "match",
        "ambiguous",
        new Text(
            "Dòng này khớp với "
                + customers
                + " khách hàng khác nhau. Hãy sửa điện thoại, e-mail hoặc mã khách hàng để chỉ"
                + " một người khớp.",
            "This row fits "
                + customers
                + " different customers. Correct its phone, e-mail or external id, so that it"
                + " fits one."));
  }
}
