package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.customer.CheckManyCustomers;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.MatchCustomers;
import app.quen.customer.MatchCustomers.Match;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.ReviseManyCustomers;
import app.quen.customer.ReviseManyCustomers.Addition;
import app.quen.customer.Source;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.importing.ImportView.Example;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.internal.RejectedRows.Rejected;
import app.quen.importing.internal.RowTranslator.Translated;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportPlan.OnMatch;
import app.quen.importing.model.ImportPlan.OnNew;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of one chunk in, inside the unit of work that is open. Rows about one and the
 * same customer are taken one after the other: the second finds what the first has made.
 */
@ApplicationScoped
public class CustomerTaker implements Taker<CustomerDraft> {

  @Inject MatchCustomers matching;
  @Inject RegisterManyCustomers registering;
  @Inject ReviseManyCustomers revising;
  @Inject CheckManyCustomers checking;

  @Inject Fields fields;

  @Override
  public String record() {
    return "customer";
  }

  @Override
  public Reading<CustomerDraft> reading() {
    return new Reading<>() {
      @Override
      public Fields.Parsed parse(Field field, String written) {
        return fields.parse(field, written);
      }

      @Override
      public CustomerDraft draft(Map<String, JsonValue> values) {
        return CustomerDraft.ofFields(values);
      }
    };
  }

  @Override
  public void require(ImportPlan plan, Access access) {
    access.require("customer:read");
    if (plan.onNew() == OnNew.CREATE) {
      access.require("customer:create");
    }
    if (plan.onMatch() == OnMatch.UPDATE) {
      access.require("customer:update");
    }
  }

  @Override
  public Result write(
      ImportRun run, List<Translated<CustomerDraft>> rows, @Nullable SeenKeys seen) {
    Chunk chunk = new Chunk(run, seen);
    List<Translated<CustomerDraft>> waiting = new ArrayList<>(rows.size());
    for (Translated<CustomerDraft> row : rows) {
      if (row.problems().isEmpty()) {
        waiting.add(row);
      } else {
        chunk.reject(row, row.problems());
      }
    }
    while (!waiting.isEmpty()) {
      waiting = chunk.wave(waiting);
    }
    return chunk.result();
  }

  private final class Chunk {

    private static final int EXAMPLES = 10;

    private final ImportRun run;
    private final @Nullable SeenKeys seen;
    private final Set<String> by;
    private final Source source;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final Set<String> newKeys = new HashSet<>();
    private long created;
    private long updated;
    private long skipped;

    Chunk(ImportRun run, @Nullable SeenKeys seen) {
      this.run = run;
      this.seen = seen;
      this.by = new LinkedHashSet<>(run.plan().match());
      this.source = Source.imported(run.id().toString(), run.fileName()).of(run.plan().sourceId());
    }

    Result result() {
      return new Result(
          new Counts(created, updated, skipped, rejected.size()), rejected, examples, newKeys);
    }

    /**
     * Takes what can be taken at once, and gives back what must wait for that. Several rows about
     * one known customer are taken in their order, by the use case that revises.
     */
    List<Translated<CustomerDraft>> wave(List<Translated<CustomerDraft>> rows) {
      List<Match> matches = matches(rows);
      // who will have an identifier once this wave is written: a customer, or one that is made
      Map<String, Object> claims = new HashMap<>();
      List<Translated<CustomerDraft>> later = new ArrayList<>();
      List<Translated<CustomerDraft>> creates = new ArrayList<>();
      List<Set<String>> keysOfCreates = new ArrayList<>();
      List<Translated<CustomerDraft>> updates = new ArrayList<>();
      List<Addition> additions = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        Translated<CustomerDraft> row = rows.get(i);
        Set<String> keys = matches.get(i).keys();
        List<CustomerId> known = matches.get(i).customers();
        Object owner = known.size() == 1 ? known.getFirst() : row;
        if (keys.stream().anyMatch(key -> !claims.getOrDefault(key, owner).equals(owner))) {
          later.add(row);
        } else if (known.size() > 1) {
          reject(row, List.of(ambiguous(known.size())));
        } else if (known.isEmpty() && madeBefore(keys)) {
          known(row);
        } else if (known.isEmpty() && run.plan().onNew() == OnNew.SKIP) {
          skip(row);
        } else if (known.isEmpty()) {
          creates.add(row);
          keysOfCreates.add(keys);
          keys.forEach(key -> claims.put(key, owner));
        } else if (run.plan().onMatch() == OnMatch.SKIP) {
          skip(row);
        } else {
          updates.add(row);
          additions.add(new Addition(known.getFirst(), row.draft()));
          keys.forEach(key -> claims.put(key, owner));
        }
      }
      register(creates, keysOfCreates);
      revise(updates, additions);
      return later;
    }

    private List<Match> matches(List<Translated<CustomerDraft>> rows) {
      if (by.isEmpty()) {
        Match none = new Match(Set.of(), List.of());
        return rows.stream().map(row -> none).toList();
      }
      return matching.match(rows.stream().map(Translated::draft).toList(), by);
    }

    private boolean madeBefore(Set<String> keys) {
      return seen != null && (seen.containsAny(keys) || keys.stream().anyMatch(newKeys::contains));
    }

    /** In a dry run: an earlier row of the file would have made this customer. */
    private void known(Translated<CustomerDraft> row) {
      if (run.plan().onMatch() == OnMatch.SKIP) {
        skip(row);
      } else {
        updated++;
        example(row, "update", null);
      }
    }

    private void register(List<Translated<CustomerDraft>> rows, List<Set<String>> keys) {
      if (rows.isEmpty()) {
        return;
      }
      List<CustomerDraft> drafts = rows.stream().map(Translated::draft).toList();
      List<CustomerOutcome> outcomes =
          seen == null ? registering.register(drafts, source) : checking.check(drafts);
      for (int i = 0; i < rows.size(); i++) {
        CustomerOutcome outcome = outcomes.get(i);
        if (outcome.refused()) {
          reject(rows.get(i), outcome.problems());
        } else {
          created++;
          example(rows.get(i), "create", null);
          if (seen != null) {
            newKeys.addAll(keys.get(i));
          }
        }
      }
    }

    private void revise(List<Translated<CustomerDraft>> rows, List<Addition> additions) {
      if (rows.isEmpty()) {
        return;
      }
      List<CustomerOutcome> outcomes = revising.revise(additions, source);
      for (int i = 0; i < rows.size(); i++) {
        CustomerOutcome outcome = outcomes.get(i);
        if (outcome.refused()) {
          reject(rows.get(i), outcome.problems());
        } else if (outcome.changed()) {
          updated++;
          example(rows.get(i), "update", null);
        } else {
          skip(rows.get(i));
        }
      }
    }

    private void skip(Translated<CustomerDraft> row) {
      skipped++;
      example(row, "skip", null);
    }

    void reject(Translated<CustomerDraft> row, List<Problem> problems) {
      rejected.add(new Rejected(row.row(), problems));
      example(row, "reject", problems.getFirst().message());
    }

    private void example(Translated<CustomerDraft> row, String action, @Nullable Text reason) {
      if (seen != null
          && examples.stream().filter(e -> e.action().equals(action)).count() < EXAMPLES) {
        String name = row.draft() == null ? null : row.draft().name();
        examples.add(new Example(row.row().number(), action, name, reason));
      }
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
}
