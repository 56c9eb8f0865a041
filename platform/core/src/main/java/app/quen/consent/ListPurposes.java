package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Purposes;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The purposes of the workspace with all versions of their texts, retired ones too. */
@ApplicationScoped
public class ListPurposes {

  @Inject Purposes purposes;

  /** In the order in which they were made; a workspace has at most {@value Purposes#MOST}. */
  @Permitted("consent:read")
  @InTransaction
  public List<Purpose> list() {
    return purposes.all();
  }
}
