package app.quen.consent.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.cell.Conflicts;
import app.quen.consent.Consent;
import app.quen.consent.ConsentChannel;
import app.quen.consent.ConsentDraft;
import app.quen.consent.ConsentPage;
import app.quen.consent.ConsentState;
import app.quen.consent.ConsentStatus;
import app.quen.consent.Purpose;
import app.quen.consent.PurposeId;
import app.quen.consent.Verdict;
import app.quen.consent.Verdict.Reason;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.Source;
import app.quen.database.Overtaken;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.source.Sources;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code consent}. They are read and added, never changed. */
@ApplicationScoped
public class Consents {

  private static final int AT_ONCE = 2_000;

  @Inject Work work;
  @Inject Access access;
  @Inject Purposes purposes;
  @Inject Sources sources;
  @Inject ConsentRows rows;
  @Inject CustomersInSight customers;
  @Inject SeenConsents seen;
  @Inject Outbox outbox;

  public Consent add(CustomerId customer, ConsentDraft draft, Source source) {
    lock(customer);
    Instant now = Columns.now();
    Purpose purpose = purposes.find(draft.purpose()).orElse(null);
    ConsentRules.Checked checked = ConsentRules.check(draft, purpose, now);
    PurposeRules.refuse(checked.problems());
    UUID sourceId = sources.resolve(source.sourceKind(), draft.sourceId());
    Actor actor = access.actor();
    Consent before =
        rows.newest(List.of(customer.value()), draft.purpose(), checked.channel())
            .get(customer.value());
    Consent consent =
        new Consent(
            UuidCreator.getTimeOrderedEpoch(),
            customer,
            draft.purpose(),
            checked.channel(),
            checked.state(),
            checked.version(),
            checked.at(),
            now,
            sourceId,
            Objects.requireNonNull(sources.find(List.of(sourceId)).get(sourceId)).name(),
            actor,
            checked.textShown(),
            checked.address(),
            checked.note());
    try {
      rows.add(consent);
    } catch (RuntimeException e) {
      // who waited for the customer's lock may have counted before the other one added
      throw Conflicts.duplicate(e, "PRIMARY") ? new Overtaken(e) : e;
    }
    outbox.record(
        fact(consent.state()),
        "consent",
        // of the customer: so that what one customer says is told in the order in which it was said
        customer.value(),
        payload(consent, Objects.requireNonNull(purpose), before, source));
    return consent;
  }

  private static String fact(ConsentState state) {
    return switch (state) {
      case GRANTED -> "ConsentGranted";
      case REFUSED -> "ConsentRefused";
      case WITHDRAWN -> "ConsentWithdrawn";
    };
  }

  private static JsonObject payload(
      Consent consent, Purpose purpose, @Nullable Consent before, Source source) {
    String was = before == null ? "missing" : before.state().word();
    var change =
        Columns.JSON
            .createObjectBuilder()
            .add("field", purpose.key() + "." + consent.channel().word())
            .add("before", was)
            .add("after", consent.state().word());
    return Columns.JSON
        .createObjectBuilder()
        .add("customerId", consent.customer().toString())
        .add("consentId", consent.id().toString())
        .add("purpose", purpose.key())
        .add("purposeId", purpose.id().toString())
        .add("purposeVersion", consent.version())
        .add("channel", consent.channel().word())
        .add("at", consent.at().toString())
        .add("sourceId", consent.sourceId().toString())
        .add("source", source.json())
        .add("changes", Columns.JSON.createArrayBuilder().add(change))
        .build();
  }

  /** Locks the customer's row until the transaction ends. */
  private void lock(CustomerId customer) {
    customers.requireChangeable(customer);
    exists("SELECT id FROM customer WHERE id = ? FOR UPDATE", customer);
  }

  private void exists(String query, CustomerId customer) {
    work.sql()
        .createQuery(query)
        .bind(0, customer.value())
        .mapTo(UUID.class)
        .findOne()
        .orElseThrow(() -> new NoSuchCustomer(customer));
  }

  public List<ConsentStatus> of(CustomerId customer) {
    customers.require(customer);
    Map<PurposeId, Map<ConsentChannel, Consent>> said = new HashMap<>();
    for (Consent consent : rows.newest(customer)) {
      said.computeIfAbsent(consent.purpose(), k -> new HashMap<>()).put(consent.channel(), consent);
    }
    boolean trashed = !rows.trashed(List.of(customer.value())).isEmpty();
    List<ConsentStatus> all = new ArrayList<>();
    for (Purpose purpose : purposes.all()) {
      Map<ConsentChannel, Consent> ofPurpose = said.getOrDefault(purpose.id(), Map.of());
      for (ConsentChannel channel : ConsentChannel.values()) {
        Consent consent = ofPurpose.get(channel);
        if (consent != null || purpose.active() && purpose.channels().contains(channel)) {
          all.add(new ConsentStatus(purpose, channel, verdict(purpose, channel, consent, trashed)));
        }
      }
    }
    return all;
  }

  public ConsentPage history(CustomerId customer, int limit, @Nullable String cursor) {
    customers.require(customer);
    ConsentPage page = rows.history(customer, limit, cursor);
    return new ConsentPage(page.items().stream().map(seen::of).toList(), page.nextCursor());
  }

  public Verdict check(CustomerId customer, PurposeId purpose, ConsentChannel channel) {
    customers.require(customer);
    return Objects.requireNonNull(check(List.of(customer), purpose, channel).get(customer));
  }

  public Map<CustomerId, Verdict> check(
      Collection<CustomerId> asked, PurposeId purposeId, ConsentChannel channel) {
    if (asked.size() > AT_ONCE) {
      throw new IllegalArgumentException(asked.size() + " customers; at most " + AT_ONCE);
    }
    Purpose purpose = purposes.show(purposeId);
    Map<UUID, Consent> newest =
        rows.newest(asked.stream().map(CustomerId::value).toList(), purposeId, channel);
    Set<UUID> trashed = rows.trashed(newest.keySet());
    Map<CustomerId, Verdict> verdicts = new LinkedHashMap<>();
    for (CustomerId customer : asked) {
      UUID id = customer.value();
      verdicts.put(customer, verdict(purpose, channel, newest.get(id), trashed.contains(id)));
    }
    return verdicts;
  }

  private Verdict verdict(
      Purpose purpose, ConsentChannel channel, @Nullable Consent consent, boolean trashed) {
    return new Verdict(
        reason(purpose, channel, consent, trashed), consent == null ? null : seen.of(consent));
  }

  private static Reason reason(
      Purpose purpose, ConsentChannel channel, @Nullable Consent consent, boolean trashed) {
    if (consent == null) {
      return Reason.MISSING;
    }
    return switch (consent.state()) {
      case REFUSED -> Reason.REFUSED;
      case WITHDRAWN -> Reason.WITHDRAWN;
      case GRANTED -> trashed ? Reason.IN_TRASH : granted(purpose, channel, consent.version());
    };
  }

  private static Reason granted(Purpose purpose, ConsentChannel channel, int version) {
    if (!purpose.active()) {
      return Reason.PURPOSE_RETIRED;
    }
    if (!purpose.channels().contains(channel)) {
      return Reason.CHANNEL_UNUSED;
    }
    return purpose.keeps(version) ? Reason.GRANTED : Reason.OUTDATED;
  }
}
