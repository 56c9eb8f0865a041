package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Purposes;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes a new purpose with the first version of its text. */
@ApplicationScoped
public class DeclarePurpose {

  @Inject Purposes purposes;

  /**
   * @throws Invalid with all that does not fit
   */
  @Permitted("consent:manage")
  @InTransaction
  public Purpose declare(PurposeDraft draft) {
    return purposes.add(draft);
  }
}
