package app.quen.audit;

import app.quen.tenant.TenantId;

/** The trail does not go on from its last seal. */
public class TrailBroken extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TrailBroken(TenantId workspace) {
    super("the trail of workspace " + workspace + " does not go on from its last seal");
  }
}
