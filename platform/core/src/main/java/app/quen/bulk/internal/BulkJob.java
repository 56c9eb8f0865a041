package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.access.StarterPermissions;
import app.quen.bulk.BulkView.Note;
import app.quen.bulk.BulkView.Result;
import app.quen.bulk.PreviewBulk.Plan;
import app.quen.customer.ChangeManyCustomers;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.FindCustomers;
import app.quen.customer.Source;
import app.quen.customer.UndoChanges;
import app.quen.customer.UndoChanges.Kept;
import app.quen.customer.UndoChanges.Undone;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a run chunk by chunk. A chunk locks the run's row, does what comes after the place that is
 * written there, and commits its customers together with the new place: after a crash, and beside
 * another job for the same run, each customer is taken once, and who cancels waits for one chunk.
 */
@ApplicationScoped
public class BulkJob implements JobHandler {

  static final String NAME = "bulk";

  private static final Logger LOG = LoggerFactory.getLogger(BulkJob.class);
  private static final int CHUNK = 500;

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Inject RunRows rows;
  @Inject Notes notes;
  @Inject StarterPermissions permissions;
  @Inject FindCustomers finding;
  @Inject ChangeManyCustomers changing;
  @Inject UndoChanges undoing;
  @Inject RecordEdits edits;
  @Inject HandedRows handed;
  @Inject Handing handing;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    int space = job.data().indexOf(' ');
    UUID id = UUID.fromString(job.data().substring(0, space));
    int attempt = Integer.parseInt(job.data().substring(space + 1));
    try {
      while (more(job, id, attempt)) {
        if (job.stopping()) {
          job.again();
          return;
        }
      }
    } catch (TenantUnavailable suspended) {
      // nothing can be written there now; the scheduler tries again
      throw suspended;
    } catch (RuntimeException e) {
      fail(id, attempt, e);
    }
  }

  private boolean more(JobContext job, UUID id, int attempt) {
    Optional<Run> found = work.transact(() -> rows.find(id));
    if (found.isEmpty() || !mayGoOn(found.get(), attempt)) {
      return false;
    }
    Actor starter = found.get().starter();
    // anew for each chunk: whether the tenant is still active, and what the starter may do
    return tenants.callAs(
        job.tenant(),
        () ->
            access.callAs(
                starter,
                permissions.of(starter, job.tenant()),
                () -> work.transact(() -> chunk(id, attempt))));
  }

  private static boolean mayGoOn(Run run, int attempt) {
    return run.attempt() == attempt && run.is(Run.RUNNING);
  }

  /**
   * @return whether there is more to do
   */
  private boolean chunk(UUID id, int attempt) {
    Run run = rows.locked(id);
    if (!mayGoOn(run, attempt)) {
      return false;
    }
    if (run.isUnreadable()) {
      throw new IllegalStateException("the plan of " + run.id() + " cannot be read");
    }
    if (!run.gathered()) {
      gather(run);
      return true;
    }
    boolean more =
        run.kind().equals(Run.HAND_OVER)
            ? handOver(run)
            : !run.kind().equals(Run.EDIT)
                ? undo(run)
                : run.view().record().equals(Plans.CUSTOMER) ? change(run) : changeRecords(run);
    if (!more) {
      rows.end(id, Run.COMPLETED, null, clock.instant());
    }
    return more;
  }

  /** Settles whom it concerns before anything changes: the change may make them fit no more. */
  private void gather(Run run) {
    if (run.kind().equals(Run.EDIT)) {
      Plan plan = Plans.plan(run.plan());
      CustomerQuery query = Plans.query(plan.query());
      if (query != null && !plan.record().equals(Plans.CUSTOMER)) {
        RecordEdits.Page page = edits.find(plan, run.position(), RecordEdits.AT_ONCE);
        rows.concern(run.id(), page.ids());
        if (page.next() != null) {
          rows.gathering(run.id(), page.next());
          return;
        }
      } else if (query != null) {
        CustomerPage page = finding.find(query, run.position(), FindCustomers.MOST);
        rows.concern(run.id(), page.items().stream().map(c -> c.id().value()).toList());
        if (page.nextCursor() != null) {
          rows.gathering(run.id(), page.nextCursor());
          return;
        }
      } else {
        rows.concern(run.id(), plan.ids());
      }
    }
    if (run.kind().equals(Run.HAND_OVER)) {
      access.require(Run.HANDING_OVER);
      handed.concern(run.id());
    }
    rows.gathered(run.id());
  }

  private boolean handOver(Run run) {
    access.require(Run.HANDING_OVER);
    Handing.Chunk chunk = handing.next(run);
    if (chunk.next() == null) {
      return false;
    }
    notes.add(run.id(), run.result().refused(), chunk.notes());
    rows.advance(run.id(), chunk.next(), chunk.seen(), chunk.result());
    return true;
  }

  private boolean change(Run run) {
    List<UUID> ids = rows.concerned(run.id(), run.position(), CHUNK);
    if (ids.isEmpty()) {
      return false;
    }
    List<CustomerOutcome> outcomes =
        changing.change(Plans.wishes(Plans.plan(run.plan()), ids), Source.bulk(run.id(), null));
    List<Note> refused = new ArrayList<>();
    long changed = 0;
    for (int i = 0; i < ids.size(); i++) {
      CustomerOutcome outcome = outcomes.get(i);
      if (outcome.refused()) {
        refused.add(new Note("customer", ids.get(i), "", outcome.problems()));
      } else if (outcome.changed()) {
        changed++;
      }
    }
    notes.add(run.id(), run.result().refused(), refused);
    rows.advance(
        run.id(),
        ids.getLast(),
        ids.size(),
        new Result(changed, 0, ids.size() - changed - refused.size(), refused.size()));
    return ids.size() == CHUNK;
  }

  private boolean changeRecords(Run run) {
    List<UUID> ids = rows.concerned(run.id(), run.position(), RecordEdits.AT_ONCE);
    if (ids.isEmpty()) {
      return false;
    }
    List<RecordEdits.Tried> tried = edits.change(run.id(), Plans.plan(run.plan()), ids);
    List<Note> refused = new ArrayList<>();
    long changed = 0;
    for (RecordEdits.Tried one : tried) {
      if (!one.problems().isEmpty()) {
        refused.add(new Note(run.view().record(), one.id(), one.name(), one.problems()));
      } else if (!one.changes().isEmpty()) {
        changed++;
      }
    }
    notes.add(run.id(), run.result().refused(), refused);
    rows.advance(
        run.id(),
        ids.getLast(),
        ids.size(),
        new Result(changed, 0, ids.size() - changed - refused.size(), refused.size()));
    return ids.size() == RecordEdits.AT_ONCE;
  }

  private boolean undo(Run run) {
    if (run.kind().equals(Run.UNDO_IMPORT)) {
      access.require("import:run");
      access.require("customer:delete");
    }
    UUID of = java.util.Objects.requireNonNull(run.of());
    if (rows.find(of).filter(undone -> undone.kind().equals(Run.HAND_OVER)).isPresent()) {
      access.require(Run.HANDING_OVER);
      Handing.Back back = handing.back(run, of, Source.undo(of, run.title()));
      if (back.next() != null) {
        taken(run, back.next(), back.undone());
      }
      return back.next() != null;
    }
    UUID after = run.position() == null ? null : UUID.fromString(run.position());
    boolean edited =
        run.kind().equals(Run.UNDO_BULK) && !run.view().record().equals(Plans.CUSTOMER);
    Source source = Source.undo(of, run.title());
    Undone undone =
        edited
            ? edits.undo(run.view().record(), false, of, after, source)
            : undoing.undo(of, after, CHUNK, source);
    if (undone.last() == null) {
      return false;
    }
    taken(run, undone.last().toString(), undone);
    return true;
  }

  private void taken(Run run, String position, Undone undone) {
    List<Note> kept = new ArrayList<>();
    for (Kept one : undone.kept()) {
      Problem reason = one.reason();
      kept.add(
          new Note(
              one.record(),
              one.id(),
              one.name(),
              List.of(new Problem(one.field(), reason.code(), reason.message()))));
    }
    notes.add(run.id(), run.result().refused(), kept);
    rows.advance(
        run.id(),
        position,
        undone.seen(),
        new Result(undone.restored(), undone.trashed(), 0, kept.size()));
  }

  private void fail(UUID id, int attempt, RuntimeException cause) {
    Text reason = reason(id, cause);
    work.transact(
        () ->
            rows.lockedIfThere(id)
                .filter(run -> mayGoOn(run, attempt))
                .ifPresent(run -> rows.end(id, Run.FAILED, reason, clock.instant())));
  }

  private static Text reason(UUID id, RuntimeException cause) {
    if (cause instanceof Invalid invalid) {
      return invalid.problems().getFirst().message();
    }
    if (cause instanceof Refused refused) {
      return new Text(
          "Người bắt đầu không còn quyền " + refused.permission() + ".",
          "Who started it lacks the permission " + refused.permission() + ".");
    }
    String code = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Bulk run {} failed ({})", id, code, cause);
    return new Text(
        "Có lỗi ngoài dự kiến (mã "
            + code
            + "). Những gì đã làm vẫn giữ nguyên; hãy bắt đầu lại để làm tiếp.",
        "Something unexpected went wrong (code "
            + code
            + "). What is done stays; start it again to go on.");
  }
}
