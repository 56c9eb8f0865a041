package app.quen.tenant;

/** Where a tenant is in its life. Only an {@link #ACTIVE} one can be entered. */
public enum TenantState {
  /** The schema is being made; nobody can sign in yet. */
  PROVISIONING,
  ACTIVE,
  /** Refused on every surface until an operator resumes it; the data stays. */
  SUSPENDED
}
