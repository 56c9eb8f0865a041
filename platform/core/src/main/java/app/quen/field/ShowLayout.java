package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.Layouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Shows how the fields of a record are laid out. */
@ApplicationScoped
public class ShowLayout {

  @Inject Layouts layouts;

  /**
   * The stage's own, else that of all stages, else one made from the catalogue. Every field is
   * either in a section or hidden: one that came after the layout stands at the end of its section.
   *
   * @param stage null: that of all stages
   * @throws Invalid if there is no such record type or stage
   */
  @Permitted("field:read")
  @InTransaction
  public Layout show(String recordType, @Nullable String stage) {
    return layouts.show(recordType, stage);
  }
}
