package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Purposes;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a purpose a new text; the old ones stay, as the proof of what people were asked. */
@ApplicationScoped
public class AddPurposeVersion {

  @Inject Purposes purposes;

  /**
   * @param keepsConsents whether what was granted before still holds; if not, everybody has to be
   *     asked anew
   * @throws NoSuchPurpose if there is none
   * @throws Invalid if the text does not fit
   */
  @Permitted("consent:manage")
  @InTransaction
  public Purpose add(PurposeId id, Text text, boolean keepsConsents) {
    return purposes.addVersion(id, text, keepsConsents);
  }
}
