package app.quen.tenant;

/** No tenant is entered, or the one asked for does not exist or is not active. */
public class TenantUnavailable extends RuntimeException {

  private final Reason reason;

  public TenantUnavailable(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public enum Reason {
    NONE_ENTERED,
    UNKNOWN,
    SUSPENDED,
    PROVISIONING
  }
}
