package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Trash;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers in the trash, the last ones first. */
@ApplicationScoped
public class ListTrash {

  @Inject Trash trash;

  /**
   * @param cursor from the page before
   * @throws Invalid if it is none of ours
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerPage list(@Nullable String cursor, int limit) {
    return trash.page(cursor == null ? null : id(cursor), Math.clamp(limit, 1, FindCustomers.MOST));
  }

  private static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new Invalid(
          List.of(
              new Problem(
                  "cursor",
                  "unknown",
                  new Text(
                      "Không có trang nào bắt đầu ở đó.",
                      "No page begins there: use the nextCursor of the page before."))));
    }
  }
}
