package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.CustomerView;
import app.quen.customer.ReviseManyCustomers.Addition;
import app.quen.customer.Source;
import app.quen.customer.internal.Rules.Checked;
import app.quen.customer.internal.Rules.Frame;
import app.quen.customer.internal.Writer.Change;
import app.quen.customer.model.Keys;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.StoredValues;
import app.quen.installation.Checks;
import app.quen.source.SourceKind;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many customers with few statements. Does to each what {@link Registration} does to one. */
@WithoutSight(
    because =
        "what it reads is written or checked, and changeable and against hold it against "
            + "the sight")
@ApplicationScoped
public class Batch {

  private static final String RECORD = "customer";

  @Inject Work work;
  @Inject Customers customers;
  @Inject Rows rows;
  @Inject Writer writer;
  @Inject Outbox outbox;
  @Inject Checks checks;
  @Inject Fields fields;
  @Inject Owners owners;
  @Inject StoredValues values;
  @Inject RunChanges runChanges;
  @Inject Origins origins;
  @Inject SeenCustomers seen;

  /** What is to be written of one, and what is against it. */
  private record Candidate(CustomerView customer, List<Problem> problems) {}

  public List<CustomerOutcome> register(List<CustomerDraft> drafts, Source from) {
    Catalogue catalogue = fields.forWriting(RECORD);
    Source source = origins.of(from);
    List<Candidate> candidates = examined(drafts, catalogue, origins.id(source), true);
    List<CustomerView> fit =
        candidates.stream()
            .filter(candidate -> candidate.problems.isEmpty())
            .map(Candidate::customer)
            .toList();
    writer.insertOwnRows(fit);
    writer.insertParts(fit, catalogue);
    List<Outbox.Entry> facts = new ArrayList<>(fit.size());
    for (CustomerView customer : fit) {
      facts.add(fact(customer, source, Changes.between(null, customer)));
    }
    outbox.recordAll("CustomerRegistered", RECORD, facts);
    runChanges.made(source, fit);
    return candidates.stream()
        .map(
            candidate ->
                candidate.problems.isEmpty()
                    ? new CustomerOutcome(candidate.customer.id(), true, List.of())
                    : new CustomerOutcome(null, false, candidate.problems))
        .toList();
  }

  public List<CustomerOutcome> check(List<CustomerDraft> drafts) {
    Catalogue catalogue = fields.catalogue(RECORD);
    return examined(drafts, catalogue, SourceKind.IMPORT.standard(), false).stream()
        .map(candidate -> new CustomerOutcome(null, false, candidate.problems))
        .toList();
  }

  /**
   * @param write whether they are to be written if they fit
   */
  private List<Candidate> examined(
      List<CustomerDraft> drafts, Catalogue catalogue, UUID sourceId, boolean write) {
    Actor actor = customers.actor();
    Instant now = Customers.now();
    Set<UUID> strangers = owners.strangers(drafts);
    List<Candidate> candidates = new ArrayList<>(drafts.size());
    for (CustomerDraft draft : drafts) {
      Frame frame = Frame.ofNew(Customers.newId(), sourceId, actor, now);
      Checked checked = Rules.check(seen.owned(draft), frame, catalogue, null);
      List<Problem> problems = problems(checked, strangers, null);
      problems.addAll(seen.against(SeenCustomers.keys(draft)));
      candidates.add(new Candidate(checked.customer(), problems));
    }
    examine(candidates, new HashMap<>(), Map.of(), catalogue, write);
    return candidates;
  }

  private static List<Problem> problems(
      Checked checked, Set<UUID> strangers, @Nullable UUID ownerBefore) {
    List<Problem> problems = new ArrayList<>(checked.problems());
    if (!Owners.fits(strangers, checked.customer().ownerId(), ownerBefore)) {
      problems.add(Owners.unknown());
    }
    return problems;
  }

  /** Adds what the plugins and the other customers, in the store or in the batch, have against. */
  private void examine(
      List<Candidate> candidates,
      Map<String, UUID> claimed,
      Map<UUID, CustomerView> before,
      Catalogue catalogue,
      boolean write) {
    List<Candidate> fit = candidates.stream().filter(c -> c.problems.isEmpty()).toList();
    List<List<Problem>> against =
        checks.checkCustomers(fit.stream().map(c -> c.customer.json()).toList());
    for (int i = 0; i < fit.size(); i++) {
      fit.get(i).problems.addAll(against.get(i));
    }
    claimed.putAll(customers.holders(externalKeys(fit)));
    for (Candidate candidate : fit) {
      String key = Keys.ofExternalId(candidate.customer.externalId());
      if (key == null || !candidate.problems.isEmpty()) {
        continue;
      }
      UUID id = candidate.customer.id().value();
      if (!claimed.computeIfAbsent(key, k -> id).equals(id)) {
        candidate.problems.add(
            Customers.taken(Objects.requireNonNull(candidate.customer.externalId())));
      }
    }
    claimValues(fit, before, catalogue, write);
  }

  private void claimValues(
      List<Candidate> candidates,
      Map<UUID, CustomerView> before,
      Catalogue catalogue,
      boolean write) {
    List<Candidate> fit = candidates.stream().filter(c -> c.problems.isEmpty()).toList();
    List<StoredValues.Claim> claims =
        fit.stream()
            .map(c -> Customers.claim(before.get(c.customer.id().value()), c.customer))
            .toList();
    List<List<Problem>> against =
        write ? values.claim(RECORD, catalogue, claims) : values.look(RECORD, catalogue, claims);
    for (int i = 0; i < fit.size(); i++) {
      fit.get(i).problems.addAll(against.get(i));
    }
  }

  private static Set<String> externalKeys(List<Candidate> candidates) {
    Set<String> keys = new LinkedHashSet<>();
    candidates.forEach(
        candidate -> {
          String key = Keys.ofExternalId(candidate.customer.externalId());
          if (key != null) {
            keys.add(key);
          }
        });
    return keys;
  }

  public List<CustomerOutcome> revise(List<Addition> additions, Source source) {
    Set<UUID> strangers = owners.strangers(additions.stream().map(Addition::draft).toList());
    Revision revision = new Revision(strangers, source);
    List<Wanted> wanted = new ArrayList<>(additions.size());
    for (Addition addition : additions) {
      wanted.add(
          new Wanted(
              addition.id(),
              SeenCustomers.keys(addition.draft()),
              known -> Merging.draft(known, addition.draft())));
    }
    return revision.write(wanted);
  }

  /** As {@link #revise}, but each is to become what is wanted of it, with nothing added. */
  List<CustomerOutcome> become(List<Wanted> wanted, Set<UUID> owners, Source source) {
    return new Revision(this.owners.strangersAmong(owners), source).write(wanted);
  }

  /** What {@link #become} would do; writes nothing. */
  List<Tried> tried(List<Wanted> wanted, Set<UUID> owners) {
    return new Revision(this.owners.strangersAmong(owners), Source.API).tried(wanted);
  }

  /**
   * What a customer is to become.
   *
   * @param keys of the fields that are to be written
   * @param draft from what is known of it; may throw {@link Invalid}
   */
  record Wanted(CustomerId id, Set<String> keys, Function<CustomerView, CustomerDraft> draft) {}

  /** A customer as it is and as it would be; {@code before} is null if there is none. */
  record Tried(
      @Nullable CustomerView before, @Nullable CustomerView after, CustomerOutcome outcome) {}

  /** Many changes of customers that are there. */
  private final class Revision {

    private final Catalogue catalogue = fields.forWriting(RECORD);
    private final Map<UUID, CustomerView> after = new LinkedHashMap<>();
    private final Map<String, UUID> claimed = new HashMap<>();
    private final Set<UUID> strangers;
    private final Source source;
    private Map<UUID, CustomerView> before = Map.of();
    private boolean writing;

    Revision(Set<UUID> strangers, Source source) {
      this.strangers = strangers;
      this.source = origins.of(source);
    }

    List<CustomerOutcome> write(List<Wanted> wanted) {
      writing = true;
      before = known(wanted, catalogue, " FOR UPDATE");
      List<CustomerOutcome> outcomes = examine(wanted);
      Batch.this.write(before, after, catalogue, source);
      return outcomes;
    }

    List<Tried> tried(List<Wanted> wanted) {
      before = known(wanted, catalogue, "");
      List<CustomerOutcome> outcomes = examine(wanted);
      List<Tried> tried = new ArrayList<>(wanted.size());
      for (int i = 0; i < wanted.size(); i++) {
        UUID id = wanted.get(i).id().value();
        tried.add(new Tried(before.get(id), after.get(id), outcomes.get(i)));
      }
      return tried;
    }

    private List<CustomerOutcome> examine(List<Wanted> wanted) {
      CustomerOutcome[] outcomes = new CustomerOutcome[wanted.size()];
      // a customer that comes twice is taken twice, one after the other
      List<Integer> wave = new ArrayList<>();
      Set<CustomerId> inWave = new HashSet<>();
      for (int i = 0; i <= wanted.size(); i++) {
        if (i == wanted.size() || !inWave.add(wanted.get(i).id())) {
          add(wanted, wave, outcomes);
          wave.clear();
          inWave.clear();
          if (i < wanted.size()) {
            inWave.add(wanted.get(i).id());
          }
        }
        wave.add(i);
      }
      return List.of(outcomes);
    }

    private void add(List<Wanted> wanted, List<Integer> wave, CustomerOutcome[] outcomes) {
      Actor actor = customers.actor();
      Instant now = Customers.now();
      Map<Integer, Candidate> changed = new LinkedHashMap<>();
      for (int i : wave) {
        Wanted one = wanted.get(i);
        UUID id = one.id().value();
        CustomerView old = before.get(id);
        if (old == null) {
          outcomes[i] = new CustomerOutcome(null, false, List.of(gone()));
          continue;
        }
        CustomerView known = after.getOrDefault(id, old);
        Frame frame =
            new Frame(
                known.id(),
                old.version() + 1,
                known.sourceId(),
                known.createdAt(),
                known.createdBy(),
                now,
                actor,
                known.archivedAt());
        CustomerDraft draft;
        try {
          draft = one.draft().apply(known);
        } catch (Invalid invalid) {
          outcomes[i] = new CustomerOutcome(null, false, invalid.problems());
          continue;
        }
        Checked checked = Rules.check(draft, frame, catalogue, known);
        List<Problem> problems = problems(checked, strangers, known.ownerId());
        // by what is asked for, not by what would change: that would tell what is there
        problems.addAll(0, seen.against(one.keys()));
        if (!problems.isEmpty()) {
          outcomes[i] = new CustomerOutcome(null, false, problems);
        } else if (Changes.between(known, checked.customer()).isEmpty()) {
          outcomes[i] = new CustomerOutcome(one.id(), false, List.of());
        } else {
          changed.put(i, new Candidate(checked.customer(), new ArrayList<>()));
        }
      }
      Map<UUID, CustomerView> known = new HashMap<>(before);
      known.putAll(after);
      Batch.this.examine(List.copyOf(changed.values()), claimed, known, catalogue, writing);
      changed.forEach(
          (i, candidate) -> {
            boolean fits = candidate.problems.isEmpty();
            CustomerId id = candidate.customer.id();
            if (fits) {
              after.put(id.value(), candidate.customer);
            }
            outcomes[i] = new CustomerOutcome(fits ? id : null, fits, candidate.problems);
          });
    }
  }

  private static Problem gone() {
    return new Problem(
        "id",
        "not-found",
        new Text("Khách hàng này không còn nữa.", "This customer is not there any more."));
  }

  private void write(
      Map<UUID, CustomerView> before,
      Map<UUID, CustomerView> after,
      Catalogue catalogue,
      Source source) {
    List<Change> changes = new ArrayList<>(after.size());
    List<Outbox.Entry> facts = new ArrayList<>(after.size());
    after.forEach(
        (id, customer) -> {
          CustomerView old = Objects.requireNonNull(before.get(id));
          changes.add(new Change(old, customer));
          facts.add(fact(customer, source, Changes.between(old, customer)));
        });
    writer.updateOwnRows(after.values());
    writer.updateParts(changes, rows.storedValues(after.keySet()), catalogue);
    outbox.recordAll("CustomerRevised", RECORD, facts);
    runChanges.revised(source, changes);
  }

  /**
   * Those that are not in the trash.
   *
   * @param lock what locks their rows until the transaction ends, in one order for all
   */
  private Map<UUID, CustomerView> known(List<Wanted> wanted, Catalogue catalogue, String lock) {
    Set<UUID> ids = new LinkedHashSet<>();
    wanted.forEach(one -> ids.add(one.id().value()));
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<UUID> inUse =
        work.sql()
            .createQuery(
                "SELECT id FROM customer WHERE id IN (<ids>) AND archived < 2 ORDER BY id" + lock)
            .bindList("ids", List.copyOf(ids))
            .mapTo(UUID.class)
            .list();
    Map<UUID, CustomerView> found = new HashMap<>();
    rows.read(inUse, catalogue).forEach(customer -> found.put(customer.id().value(), customer));
    return seen.changeable(found);
  }

  private static Outbox.Entry fact(CustomerView customer, Source source, JsonArray changes) {
    return new Outbox.Entry(
        customer.id().value(), Changes.payload(customer.version(), source, changes).toString());
  }
}
