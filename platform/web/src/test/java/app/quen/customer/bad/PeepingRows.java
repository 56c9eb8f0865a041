package app.quen.customer.bad;

/** Reads customers, and nobody knows for whom. */
public class PeepingRows {

  public String names(String where) {
    return "SELECT name FROM customer WHERE " + where;
  }
}
