package app.quen.view;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.view.internal.Views;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Deletes a view: one's own, or with {@code view:share} the workspace's. */
@ApplicationScoped
public class DeleteView {

  @Inject Views views;

  /**
   * @throws NoSuchView if who is acting sees none with this id
   */
  @Permitted("customer:read")
  @InTransaction
  public void delete(UUID id) {
    views.delete(id);
  }
}
