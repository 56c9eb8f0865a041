package app.quen.testing;

import app.quen.account.Member;
import app.quen.start.Started;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.concurrent.Callable;

/**
 * The application without a server: all beans of the class path, on a database, with two tenants.
 *
 * <pre>{@code
 * @ExtendWith(EmbeddedDatabase.class)
 * class SomethingTest {
 *   static final World world = World.open();
 *
 *   @AfterAll
 *   static void close() {
 *     world.close();
 *   }
 *
 *   @Test
 *   void somethingHolds() {
 *     var customers = world.bean(FindCustomer.class);
 *     world.in(world.a(), () -> customers.find(...));
 *   }
 * }
 * }</pre>
 */
public final class World implements AutoCloseable {

  private final SeContainer beans;
  private final Tenant a;
  private final Tenant b;

  private World(SeContainer beans) {
    this.beans = beans;
    this.a = TestTenants.make(beans, "a");
    this.b = TestTenants.make(beans, "b");
  }

  /** On the JVM's {@link EmbeddedDatabase}. */
  public static World open() {
    return open(EmbeddedDatabase.database());
  }

  public static World open(MariaDb database) {
    return open(database, new Class<?>[0]);
  }

  /** With beans of the test beside those of the class path. */
  public static World with(Class<?>... beans) {
    return open(EmbeddedDatabase.database(), beans);
  }

  private static World open(MariaDb database, Class<?>[] beans) {
    EmbeddedDatabase.settings(database).forEach(System::setProperty);
    var container = SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    try {
      container.getBeanManager().getEvent().select(Started.class).fire(new Started());
      return new World(container);
    } catch (RuntimeException | Error e) {
      // what it had begun to use is free for the next world
      container.close();
      throw e;
    }
  }

  public Tenant a() {
    return a;
  }

  public Tenant b() {
    return b;
  }

  /** One more tenant. */
  public Tenant another(String name) {
    return TestTenants.make(beans, name);
  }

  /**
   * Somebody at work in a tenant, as if they had been invited and had come; with the account of the
   * address, where it has one.
   */
  public Member member(TenantId tenant, String email, String name, String role) {
    return TestMembers.join(this, tenant, email, name, role);
  }

  public <T> T bean(Class<T> type) {
    return beans.select(type).get();
  }

  public <T> T in(Tenant tenant, Callable<T> work) {
    return bean(Tenants.class).callAs(tenant.id(), work);
  }

  public void run(Tenant tenant, Runnable work) {
    bean(Tenants.class).runAs(tenant.id(), work);
  }

  @Override
  public void close() {
    beans.close();
  }
}
