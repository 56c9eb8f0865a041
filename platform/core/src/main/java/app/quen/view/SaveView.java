package app.quen.view;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.view.internal.Views;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps a list under a name. */
@ApplicationScoped
public class SaveView {

  @Inject Views views;

  /**
   * For oneself; for the workspace it needs {@code view:share}.
   *
   * @throws app.quen.field.Invalid if something is missing or cannot be meant
   */
  @Permitted("customer:read")
  @InTransaction
  public SavedView save(ViewDraft draft) {
    return views.save(draft);
  }
}
