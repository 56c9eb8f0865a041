package app.quen.customer.internal;

import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a list to its end, page by page. */
@ApplicationScoped
public class Exporting {

  private static final int PAGE = 500;

  @Inject Work work;
  @Inject Finding finding;

  public void export(CustomerQuery query, Consumer<CustomerView> row) {
    @Nullable String cursor = null;
    do {
      String from = cursor;
      CustomerPage page = work.transact(() -> finding.find(query, from, PAGE));
      page.items().forEach(row);
      cursor = page.nextCursor();
    } while (cursor != null);
  }
}
