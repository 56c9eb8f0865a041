package app.quen.alert.internal;

import app.quen.access.Actor;
import app.quen.alert.AlertRule;
import app.quen.alert.Place;
import app.quen.alert.RuleSetting;
import app.quen.alert.SecurityEvent;
import app.quen.audit.AuditEntry;
import app.quen.fact.Outbox;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Learns from entries of the trail, and says what stands out. Needs an open unit of work. */
@ApplicationScoped
class Judging {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String HOUR = "hour";
  private static final String COUNTED = "";

  @Inject Habits habits;
  @Inject Events events;
  @Inject Rules rules;
  @Inject Journeys journeys;
  @Inject Settings settings;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /** What is counted together. */
  private record Tally(Actor subject, AlertRule rule, LocalDate day) {}

  private record AtHour(Actor subject, LocalDate day, int hour) {}

  /** In the order of the trail. */
  void judge(List<AuditEntry> entries) {
    WorkspaceSettings local = settings.current();
    Map<AlertRule, RuleSetting> set = rules.all();
    Map<Tally, Long> tallies = new LinkedHashMap<>();
    Set<AtHour> hours = new LinkedHashSet<>();
    for (AuditEntry entry : entries) {
      if (entry.act().equals("UnreadableValue")) {
        bent(entry, set);
        continue;
      }
      Subjects.of(entry)
          .ifPresent(
              subject -> {
                LocalDate day = local.dayOf(entry.at());
                Subjects.counted(entry)
                    .ifPresent(
                        rule ->
                            tallies.merge(
                                new Tally(subject, rule, day), Subjects.amount(entry), Long::sum));
                if (subject.kind() == Actor.Kind.MEMBER && Subjects.atWork(entry)) {
                  int hour = entry.at().atZone(local.timeZone()).getHour();
                  hours.add(new AtHour(subject, day, hour));
                }
                if (entry.act().equals("SignedIn")) {
                  arrived(entry, subject, day, set);
                }
              });
    }
    tallies.forEach((tally, amount) -> count(tally, amount, set));
    hours.forEach(hour -> look(hour, local, set));
  }

  /** Who came upon it has not done it, and nobody knows who has. */
  private void bent(AuditEntry entry, Map<AlertRule, RuleSetting> set) {
    RuleSetting rule = Objects.requireNonNull(set.get(AlertRule.UNREADABLE_VALUE));
    if (rule.enabled()) {
      var detail = JSON.createObjectBuilder(Subjects.told(entry));
      if (entry.recordType() != null && entry.recordId() != null) {
        detail.add("recordType", entry.recordType()).add("recordId", entry.recordId().toString());
      }
      raise(rule, Actor.SYSTEM, null, null, detail.build(), entry.sequence(), entry.at());
    }
  }

  /** What was read since it was last counted, on this day. */
  void count(Map<Actor, Long> reads) {
    Map<AlertRule, RuleSetting> set = rules.all();
    LocalDate today = settings.current().dayOf(clock.instant());
    reads.forEach(
        (subject, amount) -> {
          if (subject.id() != null) {
            count(new Tally(subject, AlertRule.MASS_READS, today), amount, set);
          }
        });
  }

  private void count(Tally tally, long amount, Map<AlertRule, RuleSetting> set) {
    RuleSetting rule = Objects.requireNonNull(set.get(tally.rule()));
    UUID subject = Objects.requireNonNull(tally.subject().id());
    String kind = tally.rule().key().substring(0, Math.min(12, tally.rule().key().length()));
    long before = habits.add(subject, kind, COUNTED, tally.day(), amount);
    long usual = habits.usual(subject, kind, tally.day());
    long threshold = Math.max(rule.floor(), usual * rule.factor());
    // once a day, when it is gone over
    if (rule.enabled() && before <= threshold && before + amount > threshold) {
      JsonObject detail =
          JSON.createObjectBuilder().add("day", tally.day().toString()).add("usual", usual).build();
      raise(rule, tally.subject(), before + amount, threshold, detail, null, clock.instant());
    }
  }

  private void look(AtHour at, WorkspaceSettings local, Map<AlertRule, RuleSetting> set) {
    UUID subject = Objects.requireNonNull(at.subject().id());
    if (habits.add(subject, HOUR, Integer.toString(at.hour()), at.day(), 1) > 0) {
      return;
    }
    RuleSetting rule = Objects.requireNonNull(set.get(AlertRule.UNUSUAL_HOURS));
    if (!rule.enabled() || habits.days(subject, HOUR, at.day()) < rule.floor()) {
      return;
    }
    Set<String> usual = habits.learned(subject, HOUR, at.day());
    for (int near = -1; near <= 1; near++) {
      if (usual.contains(Integer.toString(Math.floorMod(at.hour() + near, 24)))) {
        return;
      }
    }
    Instant midnight = at.day().atStartOfDay(local.timeZone()).toInstant();
    if (!events.since(AlertRule.UNUSUAL_HOURS, subject, midnight)) {
      JsonObject detail = JSON.createObjectBuilder().add("hour", at.hour()).build();
      raise(rule, at.subject(), null, null, detail, null, clock.instant());
    }
  }

  private void arrived(
      AuditEntry entry, Actor subject, LocalDate day, Map<AlertRule, RuleSetting> set) {
    String address = entry.address();
    UUID id = subject.id();
    if (address == null || id == null) {
      return;
    }
    String place = journeys.name(address);
    Set<String> known = habits.known(id, "place", day);
    habits.add(id, "place", place, day, 1);
    RuleSetting fresh = Objects.requireNonNull(set.get(AlertRule.NEW_PLACE));
    // where somebody signs in for the first time is where they are at home
    if (fresh.enabled() && !known.isEmpty() && !known.contains(place)) {
      JsonObject detail =
          JSON.createObjectBuilder().add("address", address).add("place", place).build();
      raise(fresh, subject, null, null, detail, entry.sequence(), entry.at());
    }
    RuleSetting travel = Objects.requireNonNull(set.get(AlertRule.IMPOSSIBLE_TRAVEL));
    if (travel.enabled()) {
      journeys
          .before(entry, id)
          .filter(journey -> journey.kilometresAnHour() > travel.floor())
          .ifPresent(
              journey ->
                  raise(
                      travel,
                      subject,
                      journey.kilometresAnHour(),
                      (long) travel.floor(),
                      told(journey),
                      entry.sequence(),
                      entry.at()));
    }
  }

  private static JsonObject told(Journeys.Journey journey) {
    Place from = journey.from();
    return JSON.createObjectBuilder()
        .add("from", from.label())
        .add("to", journey.to().label())
        .add("kilometres", Math.round(journey.kilometres()))
        .add("minutes", journey.time().toMinutes())
        .build();
  }

  private void raise(
      RuleSetting rule,
      Actor subject,
      @Nullable Long amount,
      @Nullable Long threshold,
      JsonObject detail,
      @Nullable Long entry,
      Instant at) {
    boolean ends = rule.endsSessions() && subject.kind() == Actor.Kind.MEMBER;
    var event =
        new SecurityEvent(
            UuidCreator.getTimeOrderedEpoch(),
            rule.rule(),
            at,
            subject,
            amount,
            threshold,
            detail,
            entry,
            ends,
            null);
    events.insert(event);
    outbox.record(
        "SecurityEventRaised", "security-event", event.id(), payload(event, rule.mails()));
  }

  private static JsonObject payload(SecurityEvent event, boolean mails) {
    UUID id = event.subject().id();
    return JSON.createObjectBuilder()
        .add("rule", event.rule().key())
        .add("subjectKind", event.subject().kind().name())
        .add("subjectId", id == null ? JsonValue.NULL : JSON.createValue(id.toString()))
        .add("subjectName", event.subject().name())
        .add("at", event.at().toString())
        .add("amount", event.amount() == null ? JsonValue.NULL : JSON.createValue(event.amount()))
        .add("detail", event.detail())
        .add("endsSessions", event.endsSessions())
        .add("mails", mails)
        .build();
  }
}
