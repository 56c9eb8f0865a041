package app.quen.plugin;

/**
 * The context of a listener's call.
 *
 * @since 0.1
 */
public interface ListenerContext extends CallContext {

  /** What the plugin keeps for this workspace. */
  KeyValueStore store();
}
