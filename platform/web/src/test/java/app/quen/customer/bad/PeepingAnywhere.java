package app.quen.customer.bad;

/** Reads whatever table it is given. */
public class PeepingAnywhere {

  public String ids(String table) {
    return "SELECT id FROM " + table + " LIMIT 1";
  }
}
