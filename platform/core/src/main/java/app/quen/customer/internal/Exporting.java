package app.quen.customer.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a list to its end, page by page: the next one while the last one is given out. */
@ApplicationScoped
public class Exporting {

  private static final int PAGE = 1_000;

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Finding finding;

  public void export(CustomerQuery query, Consumer<CustomerView> row) {
    // the thread that reads is somebody else: it is told for whom and in which tenant
    TenantId tenant = tenants.current().id();
    try (ExecutorService reader =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "quen-export-reader"))) {
      Future<CustomerPage> next = null;
      do {
        CustomerPage page = next == null ? read(query, null) : taken(next);
        @Nullable String cursor = page.nextCursor();
        next =
            cursor == null
                ? null
                : reader.submit(in(tenant, access.asNow(() -> read(query, cursor))));
        page.items().forEach(row);
      } while (next != null);
    }
  }

  private <T> Callable<T> in(TenantId tenant, Callable<T> work) {
    return () -> tenants.callAs(tenant, work);
  }

  private CustomerPage read(CustomerQuery query, @Nullable String cursor) {
    return work.transact(() -> finding.find(query, cursor, PAGE));
  }

  private static CustomerPage taken(Future<CustomerPage> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while customers were given out", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
