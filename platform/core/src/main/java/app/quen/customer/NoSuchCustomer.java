package app.quen.customer;

/** No customer of this workspace has the id. */
public class NoSuchCustomer extends RuntimeException {

  private final CustomerId id;

  public NoSuchCustomer(CustomerId id) {
    super("no customer " + id + " in this workspace");
    this.id = id;
  }

  public CustomerId id() {
    return id;
  }
}
