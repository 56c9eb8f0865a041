package app.quen.secret;

import app.quen.key.NoKey;

/**
 * Has newer keys take over: of the customers, and for the marks. Who keeps values goes through them
 * with {@link Vault#renew}. All needs an open unit of work but {@link #destroyOld}.
 */
public interface Renewing {

  /**
   * @param version of the customers' keys that encrypt now
   * @param running whether there may be values and marks of the keys before
   */
  record State(int version, boolean running) {}

  State state();

  /**
   * From the end of this unit of work on all is encrypted and marked by new keys, and found by
   * both. Where that is so already, nothing happens.
   *
   * @throws NoKey if the keys of the workspace cannot be had
   */
  State begin();

  /**
   * Forgets some marks that the key before has made and that nobody has renewed.
   *
   * @return whether there may be more
   */
  boolean sweep();

  /** From the end of this unit of work on nothing is asked for by the key before. */
  void end();

  /** For ever: the keys that made marks before, once nothing is running. */
  void destroyOld();
}
