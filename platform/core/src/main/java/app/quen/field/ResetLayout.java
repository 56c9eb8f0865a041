package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.Layouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Takes a layout away that somebody made. */
@ApplicationScoped
public class ResetLayout {

  @Inject Layouts layouts;

  /** Without one there, nothing happens. */
  @Permitted("field:manage")
  @InTransaction
  public void reset(String recordType, @Nullable String stage) {
    layouts.reset(recordType, stage);
  }
}
