package app.quen.account;

/** A code was mailed to the address; the same with it shows that the address is the sender's. */
public class AddressProofWanted extends RuntimeException {

  private static final long serialVersionUID = 1;

  public AddressProofWanted() {
    super("the e-mail address is to be proven");
  }
}
