package app.quen.view;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.view.internal.Views;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The views of a list: one's own and those of the workspace. */
@ApplicationScoped
public class ListViews {

  @Inject Views views;

  /** At most 400, in the order of their names. */
  @Permitted("customer:read")
  @InTransaction
  public List<SavedView> list(String record) {
    return views.list(record);
  }
}
