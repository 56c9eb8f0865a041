package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Purposes;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Changes the name and the channels of a purpose, retires it or takes it back. */
@ApplicationScoped
public class RevisePurpose {

  @Inject Purposes purposes;

  /**
   * @param version that the caller has read
   * @throws NoSuchPurpose if there is none
   * @throws app.quen.field.Outdated if it is not at that version
   * @throws Invalid with all that does not fit
   */
  @Permitted("consent:manage")
  @InTransaction
  public Purpose revise(PurposeId id, PurposeDraft change, int version) {
    return purposes.revise(id, change, version);
  }
}
