package app.quen.audit;

import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.whence.Whence;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what is done in a workspace. */
public interface Trail {

  /**
   * Writes it down in the transaction of the change: both are there or neither is. Needs an open
   * unit of work and somebody acting.
   */
  void note(Act act);

  /** The same for many at once, which follow each other in this order. */
  void note(Collection<Act> acts);

  /**
   * Takes what was read, searched, exported or refused, of the acting subject, and returns at once;
   * it is written down within moments, whatever becomes of the unit of work that may be open. Waits
   * where more comes than can be written.
   */
  void seen(Act act);

  /**
   * The same, where finding out what it was costs something.
   *
   * @param act asked later, by who writes it down, inside the workspace; null: there is nothing to
   *     write down. May be asked again
   */
  void seen(Supplier<@Nullable Act> act);

  /** The same, of somebody who is not acting (any more, or yet), such as who has just signed in. */
  void seen(TenantId tenant, Actor actor, Whence whence, Act act);

  /**
   * Waits, for ten seconds at most, until what was seen before is written down: before the
   * application ends.
   */
  void flush();
}
