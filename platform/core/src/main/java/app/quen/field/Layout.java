package app.quen.field;

import app.quen.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of a record stand in its form.
 *
 * @param stage of the life cycle that it is for; null: for every stage that has none of its own
 * @param sections in their order, with the keys of their fields in theirs
 * @param hidden fields that this form does not show
 * @param own whether somebody has laid it out; else it is made from the catalogue, or is that of
 *     all stages
 */
public record Layout(
    String recordType,
    @Nullable String stage,
    List<Section> sections,
    List<String> hidden,
    boolean own) {

  /** A part of the form. */
  public record Section(String key, Text label, List<String> fields) {}
}
