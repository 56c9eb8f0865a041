package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Purposes;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One purpose with all versions of its text. */
@ApplicationScoped
public class ShowPurpose {

  @Inject Purposes purposes;

  /**
   * @throws NoSuchPurpose if there is none
   */
  @Permitted("consent:read")
  @InTransaction
  public Purpose show(PurposeId id) {
    return purposes.show(id);
  }
}
