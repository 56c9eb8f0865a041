package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.importing.ImportView.Example;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.internal.RejectedRows.Rejected;
import app.quen.importing.internal.RowTranslator.Translated;
import app.quen.importing.model.ImportPlan;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows in as records of one type. The beans of this type are all that files can become.
 *
 * @param <D> what a row says
 */
interface Taker<D> {

  /** As the catalogue of fields calls it, e.g. {@code customer}. */
  String record();

  /** How rows are read; needs a unit of work, and is then used on another thread. */
  Reading<D> reading();

  /** Whoever may import must also be allowed what the import does. */
  void require(ImportPlan plan, Access access);

  /**
   * Brings the rows of one chunk in, inside the unit of work that is open.
   *
   * @param seen null to write; else what the dry run has behind it. A dry run may write too: its
   *     unit of work is undone
   */
  Result write(ImportRun run, List<Translated<D>> rows, @Nullable SeenKeys seen);

  /** What cells and rows mean. */
  interface Reading<D> {

    Fields.Parsed parse(Field field, String written);

    /**
     * @param values by field key
     * @throws app.quen.field.Invalid with all that does not fit
     */
    D draft(Map<String, JsonValue> values);
  }

  /**
   * What became of a chunk.
   *
   * @param keys identifiers of the rows that would make a customer; of a dry run only
   */
  record Result(Counts counts, List<Rejected> rejected, List<Example> examples, Set<String> keys) {}
}
