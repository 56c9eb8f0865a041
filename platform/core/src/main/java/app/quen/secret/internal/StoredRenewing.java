package app.quen.secret.internal;

import app.quen.database.Work;
import app.quen.key.WorkspaceKeys;
import app.quen.secret.Renewing;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** {@link Renewing} in the row of {@code secret_state}. */
@ApplicationScoped
class StoredRenewing implements Renewing {

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject WorkspaceKeys keys;
  @Inject Newest newest;
  @Inject Marks marks;

  @Override
  public State state() {
    Newest.State state = newest.state();
    return new State(state.version(), state.marked() != null);
  }

  @Override
  public State begin() {
    Newest.State before = newest.lock();
    if (before.marked() != null) {
      return new State(before.version(), true);
    }
    TenantId tenant = tenants.current().id();
    marks.ensureKey();
    List<Integer> known = keys.indexGenerations(tenant);
    // one that was made by an attempt that did not come to its end
    int next = known.getLast() > before.marking() ? known.getLast() : keys.makeNextIndex(tenant);
    work.sql()
        .execute(
            "UPDATE secret_state SET version = version + 1, marking = ?, marked = ?",
            next,
            before.marking());
    return new State(before.version() + 1, true);
  }

  @Override
  public boolean sweep() {
    return marks.sweepOld();
  }

  @Override
  public void end() {
    newest.lock();
    work.sql().execute("UPDATE secret_state SET marked = NULL");
  }

  @Override
  public void destroyOld() {
    TenantId tenant = tenants.current().id();
    Newest.State state = work.transact(newest::state);
    if (state.marked() == null) {
      keys.indexGenerations(tenant).stream()
          .filter(generation -> generation < state.marking())
          .forEach(generation -> keys.destroyIndex(tenant, generation));
    }
  }
}
