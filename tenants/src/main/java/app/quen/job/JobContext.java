package app.quen.job;

import app.quen.tenant.TenantId;
import java.time.Instant;

/** What a job is told. */
public interface JobContext {

  TenantId tenant();

  /** The id that the job was enqueued with. */
  String id();

  /** What was handed to {@link Jobs#enqueue}. */
  String data();

  /**
   * Whether the application is stopping: long work then returns {@link #again() again()} soon and
   * cleanly.
   */
  boolean stopping();

  /** Asks to be run again, soon, once this run has returned; its data stays the same. */
  void again();

  /** The same, but not before that time. */
  void again(Instant at);
}
