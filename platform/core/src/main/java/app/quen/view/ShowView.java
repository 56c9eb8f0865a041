package app.quen.view;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.view.internal.Views;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One view. */
@ApplicationScoped
public class ShowView {

  @Inject Views views;

  /**
   * @throws NoSuchView if who is acting sees none with this id
   */
  @Permitted("customer:read")
  @InTransaction
  public SavedView show(UUID id) {
    return views.show(id);
  }
}
