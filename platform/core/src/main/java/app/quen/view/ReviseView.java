package app.quen.view;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.view.internal.Views;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Changes a view: one's own, or with {@code view:share} the workspace's. */
@ApplicationScoped
public class ReviseView {

  @Inject Views views;

  /**
   * What the draft does not say stays.
   *
   * @param version that the caller has read
   * @throws NoSuchView if who is acting sees none with this id
   * @throws app.quen.field.Outdated if it is not at that version
   * @throws app.quen.field.Invalid if something cannot be meant
   */
  @Permitted("customer:read")
  @InTransaction
  public SavedView revise(UUID id, ViewDraft draft, int version) {
    return views.revise(id, draft, version);
  }
}
