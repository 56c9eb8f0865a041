package app.quen.plugin;

import java.time.LocalDate;

/**
 * The context of a check: what it may depend on beside the record. It has no store and no clock, so
 * that the same record gives the same answer.
 *
 * @since 0.1
 */
public interface CheckContext extends CallContext {

  /** The day in the workspace's time zone. Use this one, never the system's clock. */
  LocalDate today();
}
