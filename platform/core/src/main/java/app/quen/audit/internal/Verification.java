package app.quen.audit.internal;

import app.quen.access.WithoutSight;
import app.quen.audit.AuditEntry;
import app.quen.audit.TrailReport;
import app.quen.audit.TrailReport.Break;
import app.quen.audit.TrailReport.Key;
import app.quen.audit.TrailReport.Kind;
import app.quen.database.Work;
import app.quen.seal.Seal;
import app.quen.seal.SealKey;
import app.quen.seal.Seals;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a trail from its beginning to its end, and holds it against its hashes and seals. */
@WithoutSight(because = "it reckons hashes and shows none of the values")
@ApplicationScoped
public class Verification {

  private static final int PAGE = 1_000;
  private static final int MOST_BREAKS = 100;

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Entries entries;
  @Inject Seals seals;
  @Inject Sealing sealing;

  public TrailReport run() {
    TenantId workspace = tenants.current().id();
    sealing.trySealNow(workspace);
    // the seals first and then the trail, which has only grown meanwhile
    List<Seal> sealed = seals.all(workspace);
    return new Reading(workspace, seals.keys(workspace), sealed).run();
  }

  private record End(Head head, long last, byte @Nullable [] there) {}

  private final class Reading {

    private final TenantId workspace;
    private final List<SealKey> keys;
    private final List<Seal> sealed;
    private final Map<Long, List<Seal>> open = new TreeMap<>();
    private final List<Break> breaks = new ArrayList<>();
    private long count;
    private long last;
    private byte[] previous;

    Reading(TenantId workspace, List<SealKey> keys, List<Seal> sealed) {
      this.workspace = workspace;
      this.keys = keys;
      this.sealed = sealed;
      this.previous = Canonical.beginning(workspace);
    }

    TrailReport run() {
      List<Seal> copies = work.transact(this::copies);
      if (!seals.genuine(workspace, keys)) {
        found(0, Kind.KEYS, "a key to seal with was not vouched for by the one before it");
      }
      sealed.forEach(this::expect);
      copies.forEach(this::expect);
      List<AuditEntry> page;
      do {
        page = work.transact(() -> entries.after(last, PAGE));
        page.forEach(this::read);
      } while (!page.isEmpty());
      checkEnd();
      Seal newest = sealed.isEmpty() ? null : sealed.getLast();
      if (newest == null && count > 0) {
        found(last, Kind.UNSEALED, "no seal vouches for the trail; is quen.audit.key set?");
      }
      return new TrailReport(
          count,
          newest == null ? 0 : newest.sequence(),
          newest == null ? null : newest.at(),
          keys.stream().map(key -> new Key(key.number(), key.after(), key.at())).toList(),
          List.copyOf(breaks));
    }

    private void expect(Seal seal) {
      if (!seals.genuine(workspace, keys, seal)) {
        found(seal.sequence(), Kind.FORGED, "a seal was not made with the workspace's key");
      }
      open.computeIfAbsent(seal.sequence(), none -> new ArrayList<>()).add(seal);
    }

    private void read(AuditEntry entry) {
      long sequence = entry.sequence();
      if (sequence != last + 1) {
        found(
            last + 1,
            Kind.MISSING,
            sequence == last + 2 ? "it is not there" : "all up to " + (sequence - 1) + " are gone");
      } else if (!Arrays.equals(entry.previousHash(), previous)) {
        found(sequence, Kind.UNLINKED, "it does not follow the entry before it");
      }
      if (!Arrays.equals(entry.hash(), Canonical.hash(entry))) {
        found(sequence, Kind.CHANGED, "it does not say what it said when it was hashed");
      }
      List<Seal> here = open.remove(sequence);
      if (here != null) {
        here.forEach(seal -> compare(seal, entry));
      }
      previous = entry.hash();
      last = sequence;
      count++;
    }

    private void compare(Seal seal, AuditEntry entry) {
      if (!Arrays.equals(seal.hash(), entry.hash())) {
        found(
            entry.sequence(),
            Kind.SEAL,
            "the seal of " + seal.at() + " vouches for another content up to here");
      }
    }

    private void checkEnd() {
      // in one snapshot: whatever is added while this reads, the two belong together
      End end =
          work.transact(
              () -> {
                Head head = Head.read(work);
                return new End(head, entries.last(), entries.hash(head.sequence()).orElse(null));
              });
      long noted = end.head().sequence();
      if (noted > end.last()) {
        found(noted, Kind.CUT, "the trail ends at " + end.last() + " and went on to here once");
      } else if (noted < end.last()
          || noted > 0 && !Arrays.equals(end.there(), end.head().hash())) {
        found(noted, Kind.HEAD, "what is noted as the end of the trail is not its end");
      }
      open.forEach(
          (sequence, those) -> {
            if (sequence > last) {
              found(
                  sequence,
                  Kind.CUT,
                  "the trail ends at "
                      + last
                      + ", and a seal of "
                      + those.getFirst().at()
                      + " says that it came to here");
            }
          });
    }

    private List<Seal> copies() {
      return work.sql()
          .createQuery(
              "SELECT seq, hash, at, signature FROM "
                  + entries.table("audit_checkpoint")
                  + " ORDER BY seq")
          .map(
              (row, context) ->
                  new Seal(
                      row.getLong("seq"),
                      row.getBytes("hash"),
                      Entries.instant(row, "at"),
                      row.getBytes("signature"),
                      true))
          .list();
    }

    private void found(long sequence, Kind kind, String what) {
      if (breaks.size() < MOST_BREAKS) {
        breaks.add(new Break(sequence, kind, what));
      }
    }
  }
}
