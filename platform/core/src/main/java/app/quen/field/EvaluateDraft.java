package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Fields.Checked;
import app.quen.field.internal.RecordTable;
import app.quen.field.internal.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a form that is being filled in what its fields would say if it were saved now. */
@ApplicationScoped
public class EvaluateDraft {

  @Inject Fields fields;

  /**
   * @param hidden the fields that this record does not have, by their rules
   * @param problems of the fields that are not the core's
   */
  public record Judgement(Set<String> hidden, List<Problem> problems) {}

  /**
   * The same rules as on saving, in the same code.
   *
   * @param draft the record as the API takes it, as far as it is filled in
   * @param before as it is stored; null for a new one
   */
  @Permitted("field:read")
  @InTransaction
  public Judgement evaluate(String recordType, JsonObject draft, @Nullable JsonObject before) {
    RecordTable.of(recordType);
    Catalogue catalogue = fields.catalogue(recordType);
    JsonObject written = values(draft);
    JsonObject valuesBefore = before == null ? JsonValue.EMPTY_JSON_OBJECT : values(before);
    Checked checked = catalogue.check(written, valuesBefore);
    Settlement.Outcome outcome =
        catalogue.judge(
            written,
            checked,
            new Catalogue.Context(
                () -> draft,
                before == null ? null : () -> before,
                valuesBefore,
                draft.getString("kind", recordType.equals("customer") ? "person" : null)));
    return new Judgement(outcome.hidden(), outcome.checked().problems());
  }

  private static JsonObject values(JsonObject record) {
    return record.get("fields") instanceof JsonObject fields ? fields : JsonValue.EMPTY_JSON_OBJECT;
  }
}
