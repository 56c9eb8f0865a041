package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Finding;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.field.SensitiveReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of the customers that a query means. */
@ApplicationScoped
public class FindCustomers {

  public static final int MOST = 200;

  @Inject SensitiveReads sensitive;
  @Inject Finding finding;

  /**
   * @param cursor from the page before, of the same query
   * @param limit 1 to 200
   * @throws Invalid if a filter, the sort or the cursor does not fit
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerPage find(CustomerQuery query, @Nullable String cursor, int limit) {
    CustomerPage page = finding.find(query, cursor, Math.clamp(limit, 1, MOST));
    sensitive.noteList(
        "customer",
        page.items().stream()
            .collect(Collectors.toMap(each -> each.id().value(), CustomerView::fields)));
    return page;
  }
}
