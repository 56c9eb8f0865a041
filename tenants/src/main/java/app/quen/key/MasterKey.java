package app.quen.key;

/**
 * Wraps the keys of workspaces. By default it comes from the configuration; an installation with a
 * key management service brings a bean of its own, as an enabled alternative. May be called by many
 * threads at once, and may take as long as a call over the network does: what it unwraps is kept in
 * memory.
 */
public interface MasterKey {

  /**
   * @param boundTo must be the same when it is unwrapped
   * @throws NoKey if there is no master key
   */
  byte[] wrap(byte[] key, byte[] boundTo);

  /**
   * @throws NoKey if there is no master key, or it is not the one that has wrapped this
   */
  byte[] unwrap(byte[] wrapped, byte[] boundTo);
}
