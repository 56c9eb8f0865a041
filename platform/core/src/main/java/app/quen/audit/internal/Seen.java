package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.Act;
import app.quen.whence.Whence;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits to be written down. */
record Seen(Actor actor, Whence whence, Supplier<@Nullable Act> act) {

  /** Inside the workspace; null where there is nothing to write down. */
  @Nullable Line line() {
    Act made = act.get();
    return made == null ? null : Line.of(actor, whence, made);
  }
}
