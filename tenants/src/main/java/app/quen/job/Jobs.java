package app.quen.job;

import app.quen.tenant.TenantId;
import java.time.Instant;

/** Takes jobs. */
public interface Jobs {

  /**
   * Writes the job into the control schema, to be run as soon as a thread is free. Not part of the
   * tenant's transaction: call it after commit, and look for what was not enqueued at start.
   *
   * @param id tells two jobs of the same name and tenant apart; one that is waiting or running
   *     already is not taken twice
   * @return whether it was taken
   */
  boolean enqueue(TenantId tenant, String name, String id, String data);

  boolean enqueue(TenantId tenant, String name, String id, String data, Instant at);
}
