package app.quen.plugin;

import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Is told what has happened, after it was committed.
 *
 * <p><b>When:</b> soon after the commit (usually within seconds; later after an outage), in every
 * workspace that has the plugin switched on. Facts that happened while it was switched off are not
 * told; what was on its way when it was switched off is told when it is on again.
 *
 * <p><b>How often: at least once.</b> The same fact comes again after a failure, a time-out or a
 * crash, also after the listener returned normally. A listener must therefore be
 * <em>idempotent</em>: remember {@link Fact#id()} where a second time would matter, e.g. with
 * {@link KeyValueStore#compareAndPut}.
 *
 * <p><b>Order:</b> facts about one record come in the order in which they happened; a fact that
 * fails holds back the later ones of its record, and no others. Facts about different records come
 * in any order and may come at the same time on several threads.
 *
 * <p><b>Transaction:</b> none is open; each call to the store commits by itself. A listener cannot
 * undo what has happened.
 *
 * <p><b>Time:</b> a call has 10 seconds; after that it counts as failed and its thread is
 * interrupted.
 *
 * <p><b>Errors:</b> any exception counts as failed. The host tries again with growing delays, or
 * after the delay that {@link RetryLater} asks for, and at last parks the fact as a dead letter,
 * which a member of the workspace can retry. One listener's failure never disturbs another.
 *
 * <p>The class name is part of the key under which the host remembers what was delivered: a renamed
 * listener starts anew.
 *
 * @since 0.1
 */
public interface FactListener extends ExtensionPoint {

  /**
   * The types of fact that it wants, e.g. {@link Fact#CUSTOMER_REGISTERED}. Asked once, when the
   * release is loaded.
   *
   * @return not empty; a type that does not exist (yet) never comes
   */
  Set<String> types();

  /**
   * Takes one fact.
   *
   * @throws RetryLater if it cannot be handled now and the listener knows when to try again
   */
  void on(Fact fact, ListenerContext context) throws RetryLater;
}
