package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.Act;
import app.quen.whence.Whence;

/** What will be an entry, before it has its place in the chain. */
record Line(Actor actor, Whence whence, Act act) {}
