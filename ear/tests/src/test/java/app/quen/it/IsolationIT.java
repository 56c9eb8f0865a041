package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.provisioning.NewTenant;
import app.quen.provisioning.Provisioning;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tenants are kept apart in the server as well, with its JPA, its CDI and its class loaders. */
@ExtendWith(ArquillianExtension.class)
class IsolationIT {
  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Access access;
  @Inject Provisioning provisioning;
  @Inject RegisterCustomer registerCustomer;

  @Deployment
  static EnterpriseArchive ear() {
    return EarDeployment.with(IsolationIT.class);
  }

  /** A tenant with one customer that is called as the tenant is. */
  private Tenant make(String name) {
    var slug = "it-" + name + "-" + UUID.randomUUID().toString().substring(0, 8);
    var tenant =
        provisioning.provision(
            new NewTenant(slug, "Isolation " + name, "other", "vi"), (sql, made) -> made);
    tenants.runAs(tenant.id(), () -> register(tenant));
    return tenant;
  }

  private void register(Tenant tenant) {
    var customer =
        Json.createObjectBuilder().add("kind", "organisation").add("name", tenant.slug()).build();
    access.callAs(
        Actor.SYSTEM,
        Set.of("*"),
        () -> registerCustomer.register(CustomerDraft.read(customer), Source.FORM));
  }

  private List<String> names() {
    return work.transact(
        () -> work.sql().createQuery("SELECT name FROM customer").mapTo(String.class).list());
  }

  @Test
  void theDatabaseRefusesAnotherTenantsSchemaThroughSqlAndThroughJpa() {
    var a = make("a");
    var b = make("b");
    var query = "SELECT name FROM " + b.id().schema() + ".customer";

    assertThatThrownBy(
            () -> tenants.runAs(a.id(), () -> work.transact(() -> work.sql().execute(query))))
        .hasMessageContaining("command denied");
    assertThatThrownBy(
            () ->
                tenants.runAs(
                    a.id(),
                    () ->
                        work.transact(
                            () -> work.entities().createNativeQuery(query).getResultList())))
        .hasMessageContaining("command denied");
    assertThatThrownBy(this::names).isInstanceOf(TenantUnavailable.class);
    assertThat(tenants.callAs(a.id(), this::names)).containsExactly(a.slug());
    assertThat(tenants.callAs(b.id(), this::names)).containsExactly(b.slug());
  }

  @Test
  void eightThreadsOverFiftyTenantsSeeNoWrongRow() throws Exception {
    List<Tenant> all = new ArrayList<>();
    for (var i = 0; i < 50; i++) {
      all.add(make(String.valueOf(i)));
    }
    var loader = Thread.currentThread().getContextClassLoader();
    List<Callable<Integer>> loads = new ArrayList<>();
    for (var thread = 0; thread < 8; thread++) {
      loads.add(
          () -> {
            Thread.currentThread().setContextClassLoader(loader);
            for (var i = 0; i < 250; i++) {
              var tenant = all.get(ThreadLocalRandom.current().nextInt(all.size()));
              assertThat(tenants.callAs(tenant.id(), () -> mixed(tenant)))
                  .isNotEmpty()
                  .containsOnly(tenant.slug());
            }
            return 250;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var load : threads.invokeAll(loads)) {
        assertThat(load.get()).isEqualTo(250);
      }
    }
    for (var tenant : all) {
      assertThat(tenants.callAs(tenant.id(), this::names)).containsOnly(tenant.slug());
    }
  }

  private List<String> mixed(Tenant tenant) {
    switch (ThreadLocalRandom.current().nextInt(5)) {
      case 0 -> {
        return work.transact(
            () ->
                work.entities()
                    .createQuery("SELECT c.name FROM Customer c", String.class)
                    .getResultList());
      }
      case 1 -> register(tenant);
      case 2 -> failing("UPDATE customer SET name = 'wrong'");
      case 3 -> failing("SELECT no_such_column FROM customer");
      default -> {
        // reads only
      }
    }
    return names();
  }

  /** So that connections come back from rollbacks and from errors as well. */
  private void failing(String statement) {
    assertThatThrownBy(
            () ->
                work.transact(
                    () -> {
                      work.sql().execute(statement);
                      throw new IllegalStateException("rolled back");
                    }))
        .isInstanceOf(RuntimeException.class);
  }
}
