package app.quen.testing;

import app.quen.provisioning.NewTenant;
import app.quen.provisioning.Provisioning;
import app.quen.tenant.Tenant;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes tenants the real way, with whatever migrations are on the class path. */
final class TestTenants {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestTenants() {}

  static Tenant make(SeContainer beans, String name) {
    var slug =
        "test-" + name + "-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    return beans
        .select(Provisioning.class)
        .get()
        .provision(
            new NewTenant(slug, "Test " + name.toUpperCase(), "other", "vi"),
            (sql, tenant) -> tenant);
  }
}
