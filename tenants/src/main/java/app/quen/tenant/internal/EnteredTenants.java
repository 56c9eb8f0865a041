package app.quen.tenant.internal;

import app.quen.control.ControlSchema;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantRow;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.TenantUnavailable.Reason;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Tenants from the control schema, and the one that each thread is in. */
@ApplicationScoped
class EnteredTenants implements Tenants {

  private static final int PAGE = 500;

  private final ThreadLocal<Tenant> entered = new ThreadLocal<>();

  @Inject ControlSchema control;

  @Override
  public <T> T callAs(TenantId id, Callable<T> work) {
    var tenant =
        find(id)
            .orElseThrow(() -> new TenantUnavailable(Reason.UNKNOWN, "there is no tenant " + id));
    return callAs(tenant, work);
  }

  @Override
  public <T> T callAs(Tenant tenant, Callable<T> work) {
    requireActive(tenant);
    @Nullable Tenant before = entered.get();
    entered.set(tenant);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      if (before == null) {
        entered.remove();
      } else {
        entered.set(before);
      }
    }
  }

  private static void requireActive(Tenant tenant) {
    switch (tenant.state()) {
      case ACTIVE -> {}
      case SUSPENDED ->
          throw new TenantUnavailable(
              Reason.SUSPENDED, tenant.slug() + " is suspended: " + tenant.stateReason());
      case PROVISIONING ->
          throw new TenantUnavailable(
              Reason.PROVISIONING, tenant.slug() + " is still being set up");
    }
  }

  @Override
  public Tenant current() {
    @Nullable Tenant tenant = entered.get();
    if (tenant == null) {
      throw new TenantUnavailable(
          Reason.NONE_ENTERED, "no tenant is entered: this belongs inside Tenants.callAs");
    }
    return tenant;
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return control.call(
        sql ->
            sql.createQuery("SELECT " + TenantRow.COLUMNS + " FROM tenant t WHERE t.id = :id")
                .bind("id", id.value())
                .map(TenantRow::map)
                .findOne());
  }

  @Override
  public Optional<Tenant> findBySlug(String slug) {
    return control.call(
        sql ->
            sql.createQuery("SELECT " + TenantRow.COLUMNS + " FROM tenant t WHERE t.slug = :slug")
                .bind("slug", slug)
                .map(TenantRow::map)
                .findOne());
  }

  @Override
  public Iterable<TenantId> active() {
    return Pages::new;
  }

  private List<UUID> activeAfter(UUID last) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT id FROM tenant WHERE state = 'ACTIVE' AND id > :last"
                        + " ORDER BY id LIMIT :page")
                .bind("last", last)
                .bind("page", PAGE)
                .mapTo(UUID.class)
                .list());
  }

  private final class Pages implements Iterator<TenantId> {

    private Iterator<UUID> page = List.<UUID>of().iterator();
    private UUID last = new UUID(0, 0);
    private boolean more = true;

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && more) {
        var next = activeAfter(last);
        more = next.size() == PAGE;
        page = next.iterator();
      }
      return page.hasNext();
    }

    @Override
    public TenantId next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      last = page.next();
      return new TenantId(last);
    }
  }
}
