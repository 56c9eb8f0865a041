package app.quen.customer.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, page by page: two ahead of the one that is given out. Where a page ends
 * is known before its customers are read, so the next one is looked for meanwhile.
 */
@ApplicationScoped
public class Exporting {

  private static final int PAGE = 1_000;
  private static final int AHEAD = 2;

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Finding finding;

  public void export(CustomerQuery query, Consumer<CustomerView> row) {
    try (ExecutorService readers =
        Executors.newFixedThreadPool(AHEAD, task -> new Thread(task, "quen-export-reader"))) {
      Reading reading = new Reading(readers, tenants.current().id(), query);
      Page page = reading.page(null);
      Page second = reading.after(page);
      while (page != null) {
        List<CustomerView> customers = taken(page.customers);
        Page third = reading.after(second);
        customers.forEach(row);
        page = second;
        second = third;
      }
    }
  }

  /**
   * A page that is being read.
   *
   * @param next where the following one begins, as soon as that is known; empty after the last
   */
  private record Page(
      CompletableFuture<Optional<String>> next, Future<List<CustomerView>> customers) {}

  private final class Reading {

    private final ExecutorService readers;
    private final TenantId tenant;
    private final CustomerQuery query;

    Reading(ExecutorService readers, TenantId tenant, CustomerQuery query) {
      this.readers = readers;
      this.tenant = tenant;
      this.query = query;
    }

    /** None after the last one. */
    @Nullable Page after(@Nullable Page page) {
      return page == null ? null : taken(page.next).map(this::page).orElse(null);
    }

    Page page(@Nullable String cursor) {
      var next = new CompletableFuture<Optional<String>>();
      // the thread that reads is somebody else: it is told for whom and in which tenant
      var read = access.asNow(() -> read(cursor, next));
      return new Page(next, readers.submit(() -> tenants.callAs(tenant, read)));
    }

    private List<CustomerView> read(
        @Nullable String cursor, CompletableFuture<Optional<String>> next) {
      try {
        return work.transact(
            () -> {
              Finding.Found found = finding.found(query, cursor, PAGE);
              next.complete(Optional.ofNullable(found.nextCursor()));
              return found.customers().get();
            });
      } catch (RuntimeException | Error e) {
        next.completeExceptionally(e);
        throw e;
      }
    }
  }

  private static <T> T taken(Future<T> read) {
    try {
      return read.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while customers were given out", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
