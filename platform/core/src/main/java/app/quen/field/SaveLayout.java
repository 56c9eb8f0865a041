package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Layout.Section;
import app.quen.field.internal.Layouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the fields of a record out. */
@ApplicationScoped
public class SaveLayout {

  @Inject Layouts layouts;

  /**
   * @param stage null: for every stage that has none of its own
   * @throws Invalid with all that does not fit: an unknown field, one twice, a required one hidden
   */
  @Permitted("field:manage")
  @InTransaction
  public Layout save(
      String recordType, @Nullable String stage, List<Section> sections, List<String> hidden) {
    return layouts.save(recordType, stage, sections, hidden);
  }
}
