package app.quen.field.internal;

import app.quen.field.Catalogue.Context;
import app.quen.field.Field;
import app.quen.field.Fields.Checked;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of one record say together: defaults of a new one, which fields are there at all,
 * which are needed, and whether the rules hold.
 */
public final class Settlement {

  private final Collection<Field> fields;
  private final JsonObject written;
  private final ZoneId zone;
  private final Context context;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> hidden = new HashSet<>();
  private JsonObject values;
  private @Nullable Map<String, Object> before;

  private Settlement(
      Collection<Field> fields,
      JsonObject written,
      JsonObject values,
      Context context,
      ZoneId zone) {
    this.fields = fields;
    this.written = written;
    this.values = values;
    this.context = context;
    this.zone = zone;
  }

  /**
   * @param hidden the keys of fields that this record does not have, by their rules
   */
  public record Outcome(Checked checked, Set<String> hidden) {}

  /**
   * @param written as it came
   * @param checked what {@link Values#check} made of it
   * @param zone where today is
   */
  public static Outcome of(
      Collection<Field> fields, JsonObject written, Checked checked, Context context, ZoneId zone) {
    var settlement = new Settlement(fields, written, checked.values(), context, zone);
    settlement.run(checked.problems());
    return new Outcome(
        new Checked(settlement.values, List.copyOf(settlement.problems)),
        Set.copyOf(settlement.hidden));
  }

  private void run(List<Problem> known) {
    problems.addAll(known);
    if (context.before() == null) {
      addDefaults();
    }
    hide();
    for (Field field : fields) {
      if (!field.isCore() && !hidden.contains(field.key()) && field.appliesTo(context.kind())) {
        if (values.containsKey(field.key())) {
          validate(field);
        } else if (field.required() && !mayStayEmpty(field)) {
          require(field);
        }
      }
    }
  }

  private void addDefaults() {
    JsonObjectBuilder with = null;
    for (Field field : fields) {
      JsonValue value = field.handling().defaultValue();
      if (value != null && !written.containsKey(field.key()) && field.appliesTo(context.kind())) {
        with = with == null ? Values.JSON.createObjectBuilder(values) : with;
        with.add(field.key(), value);
      }
    }
    values = with == null ? values : with.build();
  }

  /** What is hidden has no value, which may hide more; what is hidden stays so. */
  private void hide() {
    List<Field> ruled =
        fields.stream().filter(field -> field.handling().visibleWhen() != null).toList();
    boolean again = !ruled.isEmpty();
    while (again) {
      again = false;
      Map<String, Object> record = now();
      for (Field field : ruled) {
        if (!hidden.contains(field.key()) && !holds(field.handling().visibleWhen(), record)) {
          hidden.add(field.key());
          again |= empty(field);
        }
      }
    }
  }

  private boolean holds(@Nullable String rule, Map<String, Object> record) {
    return rule == null || Boolean.TRUE.equals(Expressions.evaluate(rule, record, zone));
  }

  /** Whether there was a value. What somebody has just written is refused, not dropped. */
  private boolean empty(Field field) {
    JsonValue value = values.get(field.key());
    if (value == null) {
      return false;
    }
    values = Values.JSON.createObjectBuilder(values).remove(field.key()).build();
    boolean said = written.containsKey(field.key());
    if (said && !value.equals(beforeValues().get(field.key()))) {
      problems.add(
          new Problem(
              field.key(),
              "not-visible",
              new Text(
                  "“" + field.label().vi() + "” không dùng cho hồ sơ như thế này; hãy để trống.",
                  "“" + field.label().en() + "” is not for a record like this; leave it out.")));
    }
    return true;
  }

  /**
   * A field that became required later may stay empty where it was; one that its rule brings up
   * only now may not.
   */
  private boolean mayStayEmpty(Field field) {
    return context.before() != null
        && !beforeValues().containsKey(field.key())
        && (field.handling().visibleWhen() == null
            || holds(field.handling().visibleWhen(), beforeRecord(context.before())));
  }

  private void require(Field field) {
    if (problems.stream().noneMatch(problem -> problem.field().equals(field.key()))) {
      problems.add(
          new Problem(
              field.key(),
              "required",
              new Text(
                  "Cần có “" + field.label().vi() + "”.",
                  "“" + field.label().en() + "” is needed.")));
    }
  }

  private void validate(Field field) {
    String rule = field.handling().validWhen();
    if (rule == null || !Boolean.FALSE.equals(Expressions.evaluate(rule, now(), zone))) {
      return;
    }
    boolean stayed =
        context.before() != null
            && values.get(field.key()).equals(beforeValues().get(field.key()))
            && Boolean.FALSE.equals(
                Expressions.evaluate(rule, beforeRecord(context.before()), zone));
    if (!stayed) {
      Text message = field.handling().validMessage();
      problems.add(
          new Problem(
              field.key(),
              "rule",
              message != null
                  ? message
                  : new Text(
                      "“" + field.label().vi() + "” không thỏa quy tắc: " + rule,
                      "“" + field.label().en() + "” does not meet the rule: " + rule)));
    }
  }

  private @Nullable JsonObject nowRecord;

  private Map<String, Object> now() {
    if (nowRecord == null) {
      nowRecord = context.record().get();
    }
    return RecordValues.of(fields, nowRecord, values);
  }

  private JsonObject beforeValues() {
    return context.before() == null ? JsonValue.EMPTY_JSON_OBJECT : context.beforeValues();
  }

  private Map<String, Object> beforeRecord(Supplier<JsonObject> record) {
    if (before == null) {
      before = RecordValues.of(fields, record.get(), beforeValues());
    }
    return before;
  }
}
