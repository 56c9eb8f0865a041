package app.quen.account;

import app.quen.tenant.TenantId;

/** Somebody came by a workspace's provider and was not let in; the workspace should know. */
public class RefusedEntrance extends RuntimeException {

  private final TenantId tenant;
  private final Rejected reason;

  public RefusedEntrance(TenantId tenant, Rejected reason) {
    super(reason);
    this.tenant = tenant;
    this.reason = reason;
  }

  public TenantId tenant() {
    return tenant;
  }

  public Rejected reason() {
    return reason;
  }
}
