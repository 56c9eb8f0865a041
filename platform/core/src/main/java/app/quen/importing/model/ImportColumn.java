package app.quen.importing.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the file.
 *
 * @param index from 0
 * @param heading empty where the file has none
 * @param type what its values look like: text, number, date, boolean, phone, email, choice, empty
 * @param field the key of the field it goes into; null if it is left out
 */
public record ImportColumn(
    int index,
    String heading,
    String type,
    List<String> samples,
    @Nullable String field,
    @Nullable String suggestedField) {

  public ImportColumn into(@Nullable String field) {
    return new ImportColumn(index, heading, type, samples, field, suggestedField);
  }
}
