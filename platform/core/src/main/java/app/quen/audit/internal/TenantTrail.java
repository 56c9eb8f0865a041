package app.quen.audit.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.whence.Whence;
import app.quen.whence.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Trail} in the schema of the tenant that is entered. */
@ApplicationScoped
class TenantTrail implements Trail {

  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Whereabouts whereabouts;
  @Inject Work work;
  @Inject Chain chain;
  @Inject SeenQueue seen;

  @Override
  public void note(Act act) {
    note(List.of(act));
  }

  @Override
  public void note(Collection<Act> acts) {
    Actor actor = access.actor();
    Whence whence = whereabouts.now();
    Noted noted = work.companion(Noted.class, this::begin);
    acts.forEach(act -> noted.lines.add(Line.of(actor, whence, act)));
  }

  private Noted begin() {
    var noted = new Noted();
    work.beforeCommit(() -> chain.append(noted.lines));
    return noted;
  }

  @Override
  public void seen(Act act) {
    seen(tenants.current().id(), access.actor(), whereabouts.now(), act);
  }

  @Override
  public void seen(Supplier<@Nullable Act> act) {
    seen.put(tenants.current().id(), new Seen(access.actor(), whereabouts.now(), act));
  }

  @Override
  public void seen(TenantId tenant, Actor actor, Whence whence, Act act) {
    seen.put(tenant, new Seen(actor, whence, () -> act));
  }

  @Override
  public void flush() {
    seen.flush();
  }

  /** What one unit of work has done so far. */
  static final class Noted {
    final List<Line> lines = new ArrayList<>();
  }
}
