package app.quen.importing.internal;

import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.importing.internal.Taker.Reading;
import app.quen.importing.model.ImportColumn;
import app.quen.importing.model.ImportPlan;
import app.quen.text.FormulaGuard;
import app.quen.text.Text;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into drafts of what they become, as the mapping says. Used by one thread.
 *
 * @param <D> the draft
 */
final class RowTranslator<D> {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int REMEMBERED = 2_000;

  private final Reading<D> reading;
  private final Map<String, String> members;
  private final boolean csv;
  private final List<Target> targets = new ArrayList<>();

  /** A column, its field, and what its last values meant: many columns have few values. */
  private record Target(int column, Field field, Map<String, Fields.Parsed> known) {}

  /**
   * A row and what it says.
   *
   * @param draft null if there are problems
   */
  record Translated<D>(Row row, @Nullable D draft, List<Problem> problems) {}

  /**
   * @param members ids of accounts by what people may call them: e-mail address, or name if only
   *     one has it
   */
  RowTranslator(ImportPlan plan, Fields fields, Reading<D> reading, Map<String, String> members) {
    this.reading = reading;
    this.members = members;
    Catalogue catalogue = fields.catalogue(plan.record());
    this.csv = plan.encoding() != null;
    for (ImportColumn column : plan.mapped()) {
      String key = column.field();
      Field field =
          catalogue
              .find(key)
              .orElseThrow(
                  () ->
                      new Invalid(
                          List.of(
                              new Problem(
                                  "columns",
                                  "unknown",
                                  new Text(
                                      "Trường “"
                                          + key
                                          + "” không còn trong không gian làm việc. Hãy"
                                          + " bật lại tiện ích rồi tiếp tục.",
                                      "The field “"
                                          + key
                                          + "” is not in this workspace any more."
                                          + " Switch its plugin on again, then resume.")))));
      targets.add(new Target(column.index(), field, new HashMap<>()));
    }
  }

  Translated<D> translate(Row row) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Target target : targets) {
      String cell = row.cell(target.column());
      if (cell.isEmpty()) {
        continue;
      }
      Fields.Parsed parsed = parse(target, csv ? FormulaGuard.plain(cell) : cell);
      if (parsed.problems().isEmpty()) {
        values.merge(target.field().key(), parsed.value(), RowTranslator::both);
      } else {
        problems.addAll(parsed.problems());
      }
    }
    if (!problems.isEmpty()) {
      return new Translated<>(row, null, problems);
    }
    try {
      return new Translated<>(row, reading.draft(values), List.of());
    } catch (Invalid e) {
      return new Translated<>(row, null, e.problems());
    }
  }

  private Fields.Parsed parse(Target target, String cell) {
    Fields.Parsed parsed = target.known().get(cell);
    if (parsed == null) {
      String written =
          target.field().type() == FieldType.MEMBER
              ? members.getOrDefault(Headings.fold(cell), cell)
              : cell;
      parsed = reading.parse(target.field(), written);
      if (target.known().size() >= REMEMBERED) {
        target.known().clear();
      }
      target.known().put(cell, parsed);
    }
    return parsed;
  }

  /** Several columns of one field, such as two phones. */
  private static JsonValue both(JsonValue one, JsonValue other) {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    for (JsonValue value : List.of(one, other)) {
      if (value.getValueType() == JsonValue.ValueType.ARRAY) {
        value.asJsonArray().forEach(all::add);
      } else {
        all.add(value);
      }
    }
    return all.build();
  }
}
