package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.bulk.BulkView;
import app.quen.bulk.NoSuchRun;
import app.quen.database.Work;
import app.quen.field.Fields;
import app.quen.importing.ImportView;
import app.quen.importing.ShowImport;
import app.quen.job.Jobs;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do to bulk edits and undoings. */
@ApplicationScoped
public class Runs {

  /** As long as the customer record remembers what runs did. */
  private static final Duration UNDOABLE = Duration.ofDays(30);

  /** Longer than any transaction that asks for a job. */
  private static final Duration NET_AFTER = Duration.ofMinutes(2);

  private static final int LISTED = 50;

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Clock clock;
  @Inject RunRows rows;
  @Inject Policy policy;
  @Inject Fields fields;
  @Inject ShowImport imports;

  public BulkView show(UUID id) {
    return rows.find(id).filter(this::isSeen).orElseThrow(() -> new NoSuchRun(id)).view();
  }

  /** What a run shows of records is for who runs it, and who sees all of them. */
  private boolean isSeen(Run run) {
    Actor actor = access.actor();
    String record = run.view().record();
    return isOf(actor, run.createdBy())
        || isOf(actor, run.starter())
        || fields.catalogue(record).whollySeen(policy.of(record));
  }

  private static boolean isOf(Actor actor, Actor other) {
    return actor.kind() == other.kind() && Objects.equals(actor.id(), other.id());
  }

  private Run locked(UUID id) {
    show(id);
    Run run = rows.locked(id);
    if (run.kind().equals(Run.HAND_OVER)) {
      access.require(Run.HANDING_OVER);
    }
    return run;
  }

  public List<BulkView> own() {
    return rows.begunBy(access.actor(), clock.instant().minus(UNDOABLE), LISTED).stream()
        .map(Run::view)
        .toList();
  }

  public List<BulkView> undoingsOf(UUID of) {
    return rows.undoing(of).filter(this::isSeen).map(Run::view).stream().toList();
  }

  public BulkView start(UUID id) {
    Run run = locked(id);
    if (!run.is(Run.DRAFT) && !run.is(Run.FAILED)) {
      throw notNow("Lần sửa này đã được bắt đầu.", "It was started already.");
    }
    requireReadable(run);
    order(run);
    return show(id);
  }

  private static void requireReadable(Run run) {
    requireReadable(!run.isUnreadable());
  }

  private static void requireReadable(boolean readable) {
    if (!readable) {
      throw Plans.refused("plan", "unreadable", Run.NOT_READ.vi(), Run.NOT_READ.en());
    }
  }

  public BulkView cancel(UUID id) {
    Run run = locked(id);
    if (run.is(Run.COMPLETED) || run.is(Run.CANCELLED)) {
      throw notNow("Lần sửa này đã kết thúc.", "It has come to its end already.");
    }
    rows.end(id, Run.CANCELLED, null, clock.instant());
    return show(id);
  }

  public BulkView undo(UUID id) {
    Run run = locked(id);
    if (!(run.kind().equals(Run.EDIT) || run.kind().equals(Run.HAND_OVER))
        || !(run.is(Run.COMPLETED) || run.is(Run.CANCELLED))
        || run.startedAt() == null) {
      throw notNow(
          "Chỉ hoàn tác được một lần sửa đã xong hoặc đã dừng.",
          "Only a bulk edit that is completed or was stopped can be undone.");
    }
    requireReadable(run);
    return undoing(run.id(), Run.UNDO_BULK, null, run.view().record(), run.finishedAt());
  }

  public BulkView undoImport(UUID id) {
    ImportView of = imports.show(id);
    if (!Set.of("completed", "cancelled").contains(of.state()) || of.result() == null) {
      throw notNow(
          "Chỉ hoàn tác được lần nhập đã xong hoặc đã hủy. Hãy hủy lần nhập trước.",
          "Only an import that is completed or cancelled can be undone. Cancel it first.");
    }
    requireReadable(!of.columns().isEmpty());
    access.require(of.record() + ":delete");
    // an import of other records makes the customers too whom it does not find
    access.require("customer:update");
    access.require("customer:delete");
    return undoing(id, Run.UNDO_IMPORT, of.fileName(), of.record(), of.finishedAt());
  }

  private BulkView undoing(
      UUID of, String kind, @Nullable String title, String record, @Nullable Instant finishedAt) {
    Optional<Run> there = rows.undoing(of);
    if (there.isPresent()) {
      if (there.get().is(Run.FAILED)) {
        order(rows.locked(there.get().id()));
      }
      return show(there.get().id());
    }
    if (finishedAt != null && finishedAt.plus(UNDOABLE).isBefore(clock.instant())) {
      throw notNow(
          "Đã quá 30 ngày nên không hoàn tác được nữa.",
          "More than 30 days have passed, so it cannot be undone any more.");
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    JsonObject plan = JSON.createObjectBuilder().add("record", record).build();
    rows.add(id, kind, of, title, plan, null, access.actor(), clock.instant());
    order(rows.locked(id));
    return show(id);
  }

  /** Has the job enqueued after commit; should the process end in between, a second one begins. */
  private void order(Run run) {
    Instant now = clock.instant();
    TenantId tenant = tenants.current().id();
    int attempt = rows.order(run, access.actor(), now);
    String ticket = run.id() + " " + attempt;
    jobs.enqueue(tenant, BulkJob.NAME, "net " + ticket, ticket, now.plus(NET_AFTER));
    work.afterCommit(() -> jobs.enqueue(tenant, BulkJob.NAME, ticket, ticket));
  }

  private static RuntimeException notNow(String vi, String en) {
    return Plans.refused("state", "not-now", vi, en);
  }
}
