package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.Act;
import app.quen.audit.AuditEntry;
import app.quen.audit.TrailFollower;
import app.quen.database.Work;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds to the end of a trail. */
@ApplicationScoped
class Chain {

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Inject Entries entries;
  @Inject Sealing sealing;
  @Inject @Any Instance<TrailFollower> followers;

  /**
   * As the last thing in a unit of work: from here to its commit, everybody else who wants to add
   * to this trail waits.
   */
  void append(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    TenantId workspace = tenants.current().id();
    Head head = Head.lock(work);
    byte[] hash = head.sequence() == 0 ? Canonical.beginning(workspace) : head.hash();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = now.isBefore(head.at()) ? head.at() : now;
    long sequence = head.sequence();
    List<AuditEntry> added = new ArrayList<>(lines.size());
    for (Line line : lines) {
      AuditEntry entry = chained(line, ++sequence, at, hash);
      hash = entry.hash();
      added.add(entry);
    }
    entries.insert(added);
    new Head(sequence, hash, at).write(work);
    work.afterCommit(
        () -> {
          sealing.wake(workspace);
          followers.forEach(follower -> follower.grown(workspace));
        });
  }

  private static AuditEntry chained(Line line, long sequence, Instant at, byte[] previous) {
    AuditEntry open = entry(line, sequence, at, previous, new byte[0]);
    return entry(line, sequence, at, previous, Canonical.hash(open));
  }

  private static AuditEntry entry(
      Line line, long sequence, Instant at, byte[] previous, byte[] hash) {
    Act act = line.act();
    return new AuditEntry(
        sequence,
        at,
        named(line.actor()),
        act.onBehalfOf() == null ? null : named(act.onBehalfOf()),
        act.name(),
        act.recordType(),
        act.recordId(),
        act.customerId(),
        act.changes(),
        cut(act.why(), 500),
        cut(line.whence().address(), 45),
        cut(line.whence().client(), 300),
        previous,
        hash);
  }

  private static Actor named(Actor actor) {
    UUID id = actor.id();
    String name = cut(actor.name(), 200);
    return name == null ? actor : new Actor(actor.kind(), id, name);
  }

  /** What the column takes; not through the middle of a character. */
  private static @Nullable String cut(@Nullable String text, int most) {
    if (text == null || text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most));
  }
}
