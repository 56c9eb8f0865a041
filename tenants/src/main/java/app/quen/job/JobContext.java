package app.quen.job;

import app.quen.tenant.TenantId;

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

  /** Asks to be run again from the database's point of view as soon as possible. */
  void again();
}
