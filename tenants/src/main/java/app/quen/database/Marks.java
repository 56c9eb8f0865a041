package app.quen.database;

/**
 * For those that keep what they have read of the tenant that is entered: what tells whether it has
 * changed since, at the price of a look-up. Needs an open unit of work.
 */
public interface Marks {

  /**
   * The mark as this unit of work sees it: another one after each {@link #changed} of that name,
   * never one that was there before; empty until the first.
   */
  String of(String name);

  /** To be called after each change, in its transaction. */
  void changed(String name);
}
