package app.quen.order;

/** No order of this workspace has the id. */
public class NoSuchOrder extends RuntimeException {

  public NoSuchOrder(OrderId id) {
    super("no order " + id + " in this workspace");
  }
}
