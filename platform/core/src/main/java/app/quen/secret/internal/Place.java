package app.quen.secret.internal;

import app.quen.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where a value belongs: it opens nowhere else. */
record Place(TenantId tenant, String recordType, UUID record, String key) {

  byte[] bytes() {
    return (tenant + "\n" + recordType + "\n" + record + "\n" + key)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return recordType + " " + record + ", field " + key + ", workspace " + tenant;
  }
}
