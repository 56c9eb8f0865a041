package app.quen.audit;

import app.quen.tenant.TenantId;

/** Wants to know when a trail has grown. */
public interface TrailFollower {

  /** After the commit, on the thread of who wrote: returns at once. */
  void grown(TenantId workspace);
}
