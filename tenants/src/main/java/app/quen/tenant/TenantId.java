package app.quen.tenant;

import java.util.UUID;

/** The identity of a tenant; never changes and is never used again for another one. */
public record TenantId(UUID value) {

  public static TenantId of(String text) {
    return new TenantId(UUID.fromString(text));
  }

  /** The name of the MariaDB schema that holds this tenant's data. */
  public String schema() {
    return "t_" + value.toString().replace("-", "");
  }

  /** The name of the schema beside it that holds what {@link #role()} may add to and not change. */
  public String auditSchema() {
    return schema() + "_audit";
  }

  /** The name of the MariaDB role that alone may read and write {@link #schema()}. */
  public String role() {
    return "r_" + value.toString().replace("-", "");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
