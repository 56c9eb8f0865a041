package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.Act;
import app.quen.whence.Whence;

/** What will be an entry, before it has its place in the chain. */
record Line(Actor actor, Whence whence, Act act) {

  /**
   * With for whom: a job works for the person who wanted it, and a program by the leave of who made
   * its key.
   */
  static Line of(Actor actor, Whence whence, Act act) {
    if (act.onBehalfOf() != null) {
      return new Line(actor, whence, act);
    }
    if (whence.isJob() && actor.kind() != Actor.Kind.SYSTEM) {
      Actor job = new Actor(Actor.Kind.SYSTEM, null, String.valueOf(whence.client()));
      return new Line(job, whence, act.forWhom(actor));
    }
    Whence.Leave leave = whence.leave();
    if (leave != null && actor.kind() == Actor.Kind.API_KEY) {
      Actor maker = new Actor(Actor.Kind.MEMBER, leave.account(), leave.name());
      return new Line(actor, whence, act.forWhom(maker));
    }
    return new Line(actor, whence, act);
  }
}
