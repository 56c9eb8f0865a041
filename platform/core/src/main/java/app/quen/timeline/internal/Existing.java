package app.quen.timeline.internal;

import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.Work;

/** Whether the customer is there at all: no entries and no customer are different answers. */
final class Existing {

  private Existing() {}

  static void require(Work work, CustomerId customer) {
    boolean exists =
        work.sql()
            .createQuery("SELECT EXISTS (SELECT 1 FROM customer WHERE id = ?)")
            .bind(0, customer.value())
            .mapTo(Boolean.class)
            .one();
    if (!exists) {
      throw new NoSuchCustomer(customer);
    }
  }
}
