package app.quen.database;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * The unit of work of the tenant that is entered: one connection, one transaction, one persistence
 * context. Bound to the thread, never shared.
 */
public interface Work {

  /**
   * Runs the work in a transaction: joins the one that is open on this thread, or begins one. The
   * outermost call commits, and rolls back on any exception. A unit of work that lost against
   * another transaction (snapshot conflict, deadlock, lock wait, {@link Overtaken}) is run again
   * from the start, for seconds, so it must not have effects outside the database but through
   * {@link #afterCommit}.
   */
  <T> T transact(Supplier<T> work);

  default void transact(Runnable work) {
    transact(
        () -> {
          work.run();
          return null;
        });
  }

  /** The persistence context of the open unit of work. */
  EntityManager entities();

  /**
   * SQL on the connection and in the transaction of the open unit of work. What was changed through
   * {@link #entities()} before is flushed first, so that both see the same. Not to be kept or
   * closed.
   */
  Handle sql();

  /**
   * Runs the action once, as the last thing inside the outermost transaction, after what was
   * changed through {@link #entities()} has been written: for what many wait for, and which should
   * be held as short as can be.
   */
  void beforeCommit(Runnable action);

  /**
   * What goes with the open unit of work, one of each type.
   *
   * @param begin makes it where there is none yet
   */
  <T> T companion(Class<T> type, Supplier<T> begin);

  /** Whether a unit of work is open on this thread. */
  boolean isOpen();

  /**
   * Runs the action once, after the outermost transaction has committed; never after a rollback.
   */
  void afterCommit(Runnable action);
}
