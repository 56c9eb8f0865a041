package app.quen.cell;

/** As which database user a connection is opened, see {@code db/setup.sql}. */
public enum Trust {
  /** Works inside tenants; without a tenant's role it may nothing. */
  APP,
  /** Reads and writes the control schema. */
  CONTROL,
  /** Makes and changes schemas and roles. */
  OWNER
}
