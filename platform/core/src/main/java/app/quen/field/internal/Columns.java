package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.SchemaChange;
import app.quen.database.SchemaChange.VirtualType;
import app.quen.database.Work;
import app.quen.field.FieldWork;
import app.quen.field.FieldWork.Kind;
import app.quen.field.FieldWork.State;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives searchable fields their virtual column and its index, and takes them from those that need
 * them no more. The catalogue names a column only once its index stands, so that no query uses one
 * without.
 */
@WithoutSight(because = "it builds columns and indexes, and shows nothing")
@ApplicationScoped
class Columns {

  private static final Logger LOG = LoggerFactory.getLogger(Columns.class);

  /** So many rows are indexed while a person waits for the answer. */
  private static final int AT_ONCE = 20_000;

  /** InnoDB has 64 secondary indexes a table; some are the tables' own. */
  static final int MOST = 50;

  @Inject Work work;
  @Inject SchemaChange schema;
  @Inject FieldTable table;
  @Inject FieldJobs jobs;
  @Inject Tenants tenants;

  /**
   * After the open unit of work: at once what is little work, and by a job the rest. The catalogue
   * tells what is missing; so nothing is lost if the process ends in between.
   */
  void bringAfterCommit() {
    if (!pending().isEmpty()) {
      jobs.orderColumnsLater();
      work.afterCommit(this::bringSoon);
    }
  }

  private void bringSoon() {
    List<FieldTable.Row> pending = work.transact(this::pending);
    if (pending.isEmpty()) {
      return;
    }
    if (pending.stream()
        .map(row -> RecordTable.of(row.recordType()))
        .distinct()
        .allMatch(this::small)) {
      try {
        bring(() -> false);
        return;
      } catch (RuntimeException e) {
        LOG.warn("The columns of searchable fields are left to a job", e);
      }
    }
    work.transact(
        () -> {
          Instant now = Instant.now();
          for (FieldTable.Row row : pending) {
            if (row.wanted() != null && (row.work() == null || !row.work().state().open())) {
              table.setWork(row.id(), FieldWork.ordered(Kind.INDEX, row.work(), null, now));
            }
          }
          jobs.orderColumns();
        });
  }

  private boolean small(RecordTable record) {
    return work.transact(
        () ->
            work.sql()
                    .createQuery(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM "
                            + record.table()
                            + " LIMIT "
                            + AT_ONCE
                            + ") x")
                    .mapTo(Integer.class)
                    .one()
                < AT_ONCE);
  }

  /** Those whose column is not as it should be. One that was cancelled is left alone. */
  private List<FieldTable.Row> pending() {
    return table.all().stream()
        .filter(row -> RecordTable.find(row.recordType()).isPresent())
        .filter(row -> row.column() != row.wanted())
        .filter(row -> row.column() != null || row.field().isWorkspaces() || !cancelled(row))
        .toList();
  }

  private static boolean cancelled(FieldTable.Row row) {
    return row.work() != null
        && row.work().kind() == Kind.INDEX
        && row.work().state() == State.CANCELLED;
  }

  /**
   * One after the other, until there is nothing more to do.
   *
   * @param stopping asked now and then
   * @return false if it was stopped before the end
   */
  boolean bring(BooleanSupplier stopping) {
    return schema.alone(() -> bringAll(stopping));
  }

  private boolean bringAll(BooleanSupplier stopping) {
    while (true) {
      List<FieldTable.Row> pending = work.transact(this::pending);
      if (pending.isEmpty()) {
        return true;
      }
      if (stopping.getAsBoolean() || !bring(pending.getFirst(), stopping)) {
        return false;
      }
    }
  }

  /** False if it is to be done later. */
  private boolean bring(FieldTable.Row row, BooleanSupplier stopping) {
    String name = RecordTable.of(row.recordType()).table();
    String column = row.columnName();
    if (row.column() != null) {
      work.transact(() -> table.setColumn(row.id(), null));
    }
    VirtualType type = row.wanted();
    schema.dropIndex(name, column);
    schema.dropColumn(name, column);
    if (type == null) {
      return true;
    }
    @Nullable FieldWork begun = began(row);
    schema.addVirtualColumn(name, column, type, RecordTable.VALUES, row.field().key());
    TenantId tenant = tenants.current().id();
    AtomicBoolean stopped = new AtomicBoolean();
    boolean stands =
        schema.addIndex(
            name,
            column,
            percent -> {
              stopped.set(stopping.getAsBoolean());
              return !stopped.get()
                  && (begun == null
                      || tenants.callAs(tenant, () -> progressed(row.id(), begun, percent)));
            },
            column);
    if (stands) {
      return work.transact(() -> finish(row, type, begun));
    }
    schema.dropColumn(name, column);
    return !stopped.get();
  }

  /** The work that was ordered; null where an index is made without a word. */
  private @Nullable FieldWork began(FieldTable.Row row) {
    FieldWork ordered = row.work();
    if (ordered == null || ordered.kind() != Kind.INDEX || !ordered.state().open()) {
      return null;
    }
    FieldWork running = ordered.progressed(0, 100);
    work.transact(() -> table.setWork(row.id(), running));
    return running;
  }

  /** Whether to go on: nobody has cancelled it, or ordered something else. */
  private boolean progressed(int id, FieldWork begun, int percent) {
    return work.transact(
        () -> {
          @Nullable FieldWork now = table.lock(id).map(FieldTable.Row::work).orElse(null);
          boolean ours =
              now != null
                  && now.kind() == Kind.INDEX
                  && now.attempt() == begun.attempt()
                  && now.state().open();
          if (ours) {
            table.setWork(id, now.progressed(percent, 100));
          }
          return ours;
        });
  }

  private boolean finish(FieldTable.Row row, VirtualType type, @Nullable FieldWork begun) {
    FieldTable.Row now = table.lock(row.id()).orElse(null);
    if (now == null) {
      return true;
    }
    table.setColumn(row.id(), type);
    FieldWork last = now.work();
    if (begun != null
        && last != null
        && last.kind() == Kind.INDEX
        && last.attempt() == begun.attempt()) {
      table.setWork(row.id(), last.progressed(100, 100).ended(State.DONE, null, Instant.now()));
    }
    return true;
  }

  /** The last try of a job has failed. */
  void failed(String why) {
    work.transact(
        () ->
            table.all().stream()
                .filter(row -> row.work() != null && row.work().kind() == Kind.INDEX)
                .filter(row -> row.work().state().open())
                .forEach(
                    row ->
                        table.setWork(
                            row.id(),
                            row.work()
                                .ended(
                                    State.WAITING,
                                    new Text(
                                        "Chưa thêm được chỉ mục, sẽ thử lại: " + why,
                                        "The index could not be added yet and is tried again: "
                                            + why),
                                    null))));
  }
}
