package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerView;
import app.quen.customer.internal.Writer.Change;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of {@code customer_search}. Each says whose the customer is, so that a search
 * reads of its index only what who asks may see.
 */
@WithoutSight(because = "it only writes")
@ApplicationScoped
class TermRows {

  private static final int KEYS_AT_ONCE = 200;

  @Inject Work work;

  private record Term(boolean archived, String term, UUID customer, @Nullable UUID owner) {}

  void insert(Collection<CustomerView> customers) {
    List<Term> terms = new ArrayList<>();
    customers.forEach(customer -> add(terms, customer, Terms.of(customer)));
    insert(terms);
  }

  void update(Collection<Change> changes) {
    List<Term> gone = new ArrayList<>();
    List<Term> added = new ArrayList<>();
    for (Change change : changes) {
      if (change.after().deletedAt() != null) {
        continue; // nobody finds what lies in the trash
      }
      Set<String> before = Terms.of(change.before());
      Set<String> after = Terms.of(change.after());
      if (Objects.equals(change.before().ownerId(), change.after().ownerId())) {
        Set<String> stay = Set.copyOf(before);
        before.removeAll(after);
        after.removeAll(stay);
      }
      add(gone, change.before(), before);
      add(added, change.after(), after);
    }
    delete(gone);
    insert(added);
  }

  void delete(Collection<CustomerView> customers) {
    List<Term> gone = new ArrayList<>();
    customers.forEach(customer -> add(gone, customer, Terms.of(customer)));
    delete(gone);
  }

  /** Moves a customer's terms between the archive and the rest. */
  void move(CustomerView customer, boolean archived) {
    Set<String> terms = Terms.of(customer);
    if (terms.isEmpty()) {
      return;
    }
    work.sql()
        .createUpdate(
            "UPDATE customer_search SET archived = :to WHERE archived = :from AND term IN (<terms>)"
                + " AND customer_id = :id")
        .bind("to", archived)
        .bind("from", !archived)
        .bindList("terms", List.copyOf(terms))
        .bind("id", customer.id().value())
        .execute();
  }

  private static void add(List<Term> rows, CustomerView customer, Set<String> terms) {
    boolean archived = customer.archivedAt() != null;
    for (String term : terms) {
      rows.add(new Term(archived, term, customer.id().value(), customer.ownerId()));
    }
  }

  /** In the order of the primary key, so that neighbours share pages. */
  private void insert(List<Term> terms) {
    terms.sort(Comparator.comparing(Term::archived).thenComparing(Term::term));
    Insert insert = new Insert("customer_search", "archived", "term", "customer_id", "owner_id");
    terms.forEach(term -> insert.add(term.archived, term.term, term.customer, term.owner));
    insert.run(work.sql());
  }

  /** By ranges of the primary key: MariaDB reads the whole table for a list of tuples. */
  private void delete(List<Term> terms) {
    for (int from = 0; from < terms.size(); from += KEYS_AT_ONCE) {
      List<Term> some = terms.subList(from, Math.min(terms.size(), from + KEYS_AT_ONCE));
      String keys =
          String.join(
              " OR ",
              Collections.nCopies(some.size(), "(archived = ? AND term = ? AND customer_id = ?)"));
      List<Object> values = new ArrayList<>();
      some.forEach(term -> Collections.addAll(values, term.archived, term.term, term.customer));
      PlainSql.execute(work.sql(), "DELETE FROM customer_search WHERE " + keys, values);
    }
  }
}
