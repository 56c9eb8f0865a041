package app.quen.plugin;

import java.util.Map;
import org.slf4j.Logger;

/**
 * What every call to a plugin comes with, always as its last parameter. Valid only until the call
 * returns, and only on the thread of the call: do not keep it.
 *
 * @since 0.1
 */
public interface CallContext {

  /** The workspace that the call works for. */
  Tenant tenant();

  /** Who caused the call. */
  Actor actor();

  /**
   * The language of the workspace, for texts that the plugin writes; refusals carry both languages.
   *
   * @return BCP 47: {@code vi} or {@code en}
   */
  String language();

  /**
   * The settings that the manifest declares, by key: each one's default, or what the installation
   * has set instead.
   *
   * @return cannot be changed; empty if the manifest declares none
   */
  Map<String, String> settings();

  /**
   * The plugin's log: lines carry the plugin's id and the workspace. Support reads it, so write no
   * personal data.
   */
  Logger logger();
}
