package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.audit.internal.Sealing;
import app.quen.seal.SealKey;
import app.quen.seal.Seals;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;

/**
 * Has the trail sealed with a new key from now on: after a time, or where somebody may have got
 * hold of the old one. What was sealed stays sealed, and the old private half is forgotten.
 */
@ApplicationScoped
public class RotateSealKey {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Tenants tenants;
  @Inject Sealing sealing;
  @Inject Seals seals;
  @Inject Trail trail;

  /**
   * No unit of work may be open.
   *
   * @throws app.quen.seal.NoSealKey if the keys cannot be opened
   * @throws TrailBroken if the trail does not go on from its last seal: it would be vouched for
   *     anew
   */
  @Permitted("audit:rotate")
  public SealKey rotate() {
    TenantId workspace = tenants.current().id();
    if (!sealing.sealNow(workspace)) {
      throw new TrailBroken(workspace);
    }
    SealKey key = seals.rotate(workspace);
    trail.seen(
        Act.of("SealKeyRotated")
            .with(
                JSON.createObjectBuilder()
                    .add("number", key.number())
                    .add("after", key.after())
                    .build()
                    .toString()));
    return key;
  }
}
