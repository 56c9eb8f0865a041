package app.quen.tenant;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Finds tenants, and enters one for the length of a block. */
public interface Tenants {

  /**
   * Runs the work inside the tenant, on this thread; whatever tenant was entered before is entered
   * again afterwards. The tenant's state is read from the control schema at each call.
   *
   * @throws TenantUnavailable if the tenant is unknown or not active
   */
  <T> T callAs(TenantId tenant, Callable<T> work);

  /**
   * The same for a tenant that the caller has read from the control schema just now.
   *
   * @throws TenantUnavailable if it was not active
   */
  <T> T callAs(Tenant justRead, Callable<T> work);

  default void runAs(TenantId tenant, Runnable work) {
    callAs(
        tenant,
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * The tenant that is entered on this thread.
   *
   * @throws TenantUnavailable if there is none
   */
  Tenant current();

  Optional<Tenant> find(TenantId tenant);

  Optional<Tenant> findBySlug(String slug);

  /** The ids of all active tenants, for background work that visits each; in no order. */
  Iterable<TenantId> active();
}
