package app.quen.fact.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.fact.FactListeners;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The listeners of the tenant that is entered: the platform's own first, then its plugins'. */
@Dependent
class Listeners {

  private final Iterable<FactListener> own;
  private final Iterable<FactListeners> others;
  private final Access access;

  @Inject
  Listeners(Instance<FactListener> own, Instance<FactListeners> others, Access access) {
    this((Iterable<FactListener>) own, others, access);
  }

  Listeners(Iterable<FactListener> own, Iterable<FactListeners> others, Access access) {
    this.own = own;
    this.others = others;
    this.access = access;
  }

  List<FactListener> all() {
    var all = new ArrayList<FactListener>();
    own.forEach(all::add);
    others.forEach(source -> all.addAll(source.listeners()));
    return all;
  }

  Stream<FactListener> named(String name) {
    return all().stream().filter(listener -> listener.name().equals(name));
  }

  /** A listener that cannot even say whether it wants a fact is owed it. */
  boolean wants(FactListener listener, Fact fact) {
    try {
      return listener.wants(fact.type());
    } catch (Exception | LinkageError | StackOverflowError e) {
      return true;
    }
  }

  /**
   * The platform's listeners act as the system, which may do all; a plugin as itself.
   *
   * @return why it failed; null if it did not
   */
  @Nullable Throwable deliver(FactListener listener, List<Fact> facts) {
    boolean ours = false;
    for (FactListener one : own) {
      ours |= one.name().equals(listener.name());
    }
    Actor actor = ours ? Actor.SYSTEM : new Actor(Actor.Kind.PLUGIN, null, listener.name());
    try {
      return access.callAs(
          actor,
          ours ? Set.of("*") : Set.of(),
          () -> {
            listener.deliver(facts);
            return null;
          });
    } catch (Throwable e) {
      // whatever it is, it must not reach the other listeners
      if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
        throw fatal;
      }
      return e;
    } finally {
      // an interrupt that the listener left behind; stopping has a flag of its own
      Thread.interrupted();
    }
  }
}
