package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Field;
import app.quen.field.FieldState;
import app.quen.field.FieldType;
import app.quen.field.FieldWork;
import app.quen.field.FieldWork.Kind;
import app.quen.field.FieldWork.State;
import app.quen.field.Invalid;
import app.quen.field.NoSuchField;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a workspace does with its fields; each in the unit of work that is open. */
@ApplicationScoped
public class FieldChanges {

  static final int MOST = 200;

  /** Said with a change, and not part of the field. */
  private static final String REASON = "reason";

  private static final Set<String> FIXED = Set.of("record", "key", "type");

  /** What belongs to a type and goes with it. */
  private static final Set<String> OF_TYPE =
      Set.of("choices", "min", "max", "maxLength", "pattern", "currency", "references", "default");

  @Inject Work work;
  @Inject FieldTable table;
  @Inject CoreCatalogue core;
  @Inject FieldRules rules;
  @Inject FieldJobs jobs;
  @Inject UniqueValues uniqueValues;
  @Inject Columns columns;
  @Inject Outbox outbox;

  public FieldState add(String recordType, JsonObject form) {
    RecordTable.of(recordType);
    Field field = FieldForm.read(form);
    List<FieldTable.Row> all = table.all(recordType);
    List<Problem> problems = new ArrayList<>(rules.against(recordType, field, all));
    if (all.stream().anyMatch(row -> row.field().key().equals(field.key()))) {
      problems.add(
          problem(
              "key",
              "taken",
              "Đã có trường “" + field.key() + "”, có thể đang được cất đi; hãy chọn khóa khác.",
              "There is a field “"
                  + field.key()
                  + "” already, maybe a retired one; choose another"
                  + " key."));
    }
    if (all.stream().filter(row -> row.field().isWorkspaces() && row.active()).count() >= MOST) {
      problems.add(
          problem(
              "key",
              "too-many",
              "Tối đa " + MOST + " trường; hãy cất bớt trường không dùng.",
              "At most " + MOST + " fields; retire some that are not used."));
    }
    refuse(problems);
    table.insert(recordType, field);
    tell("FieldAdded", recordType, null, field);
    return table.lock(recordType, field.key()).state();
  }

  /**
   * @throws Outdated if it is not at the expected version
   */
  public FieldState revise(String recordType, String key, JsonObject said, int expectedVersion) {
    String reason = said.getString(REASON, "").strip();
    JsonObject patch = Values.JSON.createObjectBuilder(said).remove(REASON).build();
    FieldTable.Row row = own(recordType, key);
    expect(row, expectedVersion);
    JsonObject form = FieldForm.of(row.field());
    for (String name : FIXED) {
      JsonValue wanted = patch.get(name);
      JsonValue is = name.equals("record") ? Values.JSON.createValue(recordType) : form.get(name);
      if (wanted != null && !wanted.equals(is)) {
        throw new Invalid(
            List.of(
                problem(
                    name,
                    "fixed",
                    name.equals("type")
                        ? "Muốn đổi loại, hãy dùng chuyển đổi (convert): giá trị cũ được chuyển"
                            + " theo."
                        : "Không thể đổi sau khi tạo; hãy đổi tên hiển thị (label).",
                    name.equals("type")
                        ? "To change the type, convert the field: its values are moved with it."
                        : "This cannot change any more; change the label.")));
      }
    }
    JsonObject merged = Values.JSON.createMergePatch(patch).apply(form).asJsonObject();
    Field read = FieldForm.read(merged);
    Field field = Shaped.was(read, row.field().was());
    if (Definition.write(field).equals(Definition.write(row.field()))) {
      return row.state();
    }
    List<Problem> problems =
        new ArrayList<>(rules.against(recordType, field, table.all(recordType)));
    Secrecy secrecy = Secrecy.of(row.field(), field);
    problems.addAll(secrecy.against(row.field(), field, reason));
    if (secrecy.work() != null && isBusy(row)) {
      problems.add(busy("sensitivity"));
    }
    boolean becomesUnique = field.handling().unique() && !row.field().handling().unique();
    if (becomesUnique && isBusy(row)) {
      problems.add(busy("unique"));
    }
    refuse(problems);
    table.update(row, field);
    if (secrecy.work() != null) {
      table.setSealed(row.id(), false);
      // what did not fit is kept aside as it was, and not encrypted
      work.sql().execute("DELETE FROM field_misfit WHERE field_id = ?", row.id());
      order(row, secrecy.work(), row.field());
    }
    if (becomesUnique) {
      order(row, Kind.UNIQUE, null);
    } else if (!field.handling().unique() && row.field().handling().unique()) {
      uniqueValues.forget(row.id());
    }
    tell("FieldRevised", recordType, row.field(), field, reason);
    return table.lock(recordType, key).state();
  }

  public FieldState retire(String recordType, String key) {
    FieldTable.Row row = table.lock(recordType, key);
    if (row.putAwayAt() != null) {
      return row.state();
    }
    refuse(rules.against(recordType, row.field(), table.all(recordType), "key"));
    if (isBusy(row) && row.work().kind() != Kind.INDEX) {
      throw new Invalid(List.of(busy("key")));
    }
    table.putAway(row, Instant.now());
    tell("FieldRetired", recordType, row.field(), null);
    return table.lock(recordType, key).state();
  }

  public FieldState restore(String recordType, String key) {
    FieldTable.Row row = table.lock(recordType, key);
    if (row.putAwayAt() == null) {
      return row.state();
    }
    if (row.field().isWorkspaces()) {
      refuse(rules.against(recordType, row.field(), table.all(recordType)));
    }
    table.putAway(row, null);
    tell("FieldRestored", recordType, null, row.field());
    return table.lock(recordType, key).state();
  }

  /**
   * @param form the new type with what belongs to it
   * @param preview only says what would not fit
   */
  public FieldState convert(String recordType, String key, JsonObject form, boolean preview) {
    FieldTable.Row row = own(recordType, key);
    Field before = row.field();
    if (isBusy(row)) {
      throw new Invalid(List.of(busy("type")));
    }
    JsonObjectBuilder target = Values.JSON.createObjectBuilder(FieldForm.of(before));
    OF_TYPE.forEach(target::remove);
    boolean searchable =
        before.searchable()
            && FieldType.of(form.getString("type", ""))
                .filter(FieldType::canBeSearched)
                .isPresent();
    target.add("searchable", searchable);
    form.forEach(target::add);
    Field read = FieldForm.read(target.build());
    List<Problem> problems = new ArrayList<>();
    if (before.secret()) {
      problems.add(
          problem(
              "type",
              "sensitive",
              "Giá trị đang được mã hóa; hãy bỏ “nhạy cảm” trước khi đổi loại.",
              "Its values are encrypted; make it not sensitive before you change the type."));
    }
    if (before.handling().unique()) {
      problems.add(
          problem(
              "type",
              "unique",
              "Hãy tắt “không được trùng” trước khi đổi loại.",
              "Let values repeat before you change the type."));
    }
    problems.addAll(rules.against(recordType, read, table.all(recordType)));
    problems.addAll(rules.brokenBy(read, table.all(recordType)));
    refuse(problems);
    if (preview) {
      order(row, Kind.PREVIEW, read);
    } else {
      work.sql().execute("DELETE FROM field_misfit WHERE field_id = ?", row.id());
      table.update(row, Shaped.was(read, Shaped.was(before, null)));
      order(row, Kind.CONVERT, read);
      tell("FieldConverted", recordType, before, read);
    }
    return table.lock(recordType, key).state();
  }

  /** Breaks off what can be broken off; what it was for does not come about. */
  public FieldState cancel(String recordType, String key) {
    FieldTable.Row row = table.lock(recordType, key);
    FieldWork running = row.work();
    if (running == null || !running.state().open()) {
      return row.state();
    }
    if (running.kind() == Kind.CONVERT) {
      throw new Invalid(
          List.of(
              problem(
                  "work",
                  "not-cancellable",
                  "Đang chuyển giá trị, không thể dừng giữa chừng; xong rồi có thể chuyển lại.",
                  "Values are being moved, which cannot stop half-way; they can be moved back"
                      + " after.")));
    }
    table.setWork(row.id(), running.ended(State.CANCELLED, null, Instant.now()));
    if (running.kind() == Kind.INDEX && row.field().isWorkspaces()) {
      table.update(row, Shaped.notSearchable(row.field()));
    }
    if (running.kind() == Kind.SEAL || running.kind() == Kind.UNSEAL) {
      back(row, running);
    }
    if (running.kind() == Kind.UNIQUE) {
      table.update(row, Shaped.notUnique(row.field()));
      uniqueValues.forget(row.id());
    }
    return table.lock(recordType, key).state();
  }

  /** What was done up to here is undone by work of its own. */
  private void back(FieldTable.Row row, FieldWork broken) {
    Field before = broken.target();
    if (before == null || !row.field().isWorkspaces() || before.secret() == row.field().secret()) {
      throw new Invalid(
          List.of(
              problem(
                  "work",
                  "not-cancellable",
                  "Đang mã hóa giá trị của một trường nhạy cảm; hãy đợi cho xong.",
                  "Values of a sensitive field are being encrypted; wait until that is done.")));
    }
    Field after = Shaped.withSensitivity(row.field(), before.handling().sensitivity());
    table.update(row, after);
    table.setSealed(row.id(), false);
    FieldTable.Row now = table.lock(row.recordType(), row.field().key());
    order(now, after.secret() ? Kind.SEAL : Kind.UNSEAL, row.field());
    tell("FieldRevised", row.recordType(), row.field(), after);
  }

  private void order(FieldTable.Row row, Kind kind, @Nullable Field target) {
    FieldWork ordered = FieldWork.ordered(kind, row.work(), target, Instant.now());
    table.setWork(row.id(), ordered);
    jobs.orderWork(row.id(), ordered.attempt());
  }

  private static boolean isBusy(FieldTable.Row row) {
    return row.work() != null && row.work().state().open() && row.work().kind() != Kind.INDEX;
  }

  private static Problem busy(String at) {
    return problem(
        at,
        "busy",
        "Đang có việc chạy trên trường này; hãy đợi xong hoặc dừng việc đó.",
        "Work on this field is running; wait for it or cancel it.");
  }

  /** Fields of the core and of plugins change with their owners. */
  private FieldTable.Row own(String recordType, String key) {
    if (core.of(recordType).stream().anyMatch(field -> field.key().equals(key))) {
      throw new Invalid(List.of(notYours()));
    }
    FieldTable.Row row = table.lock(recordType, key);
    if (!row.field().isWorkspaces()) {
      throw new Invalid(List.of(notYours()));
    }
    return row;
  }

  private static Problem notYours() {
    return problem(
        "key",
        "not-yours",
        "Trường này thuộc về Quen hoặc một tiện ích; không gian làm việc chỉ sửa trường của mình.",
        "This field belongs to Quen or to a plugin; a workspace changes its own fields only.");
  }

  private static void expect(FieldTable.Row row, int version) {
    if (row.version() != version) {
      throw new Outdated(row.field().key(), version, row.version());
    }
  }

  private static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private void tell(String type, String recordType, @Nullable Field before, @Nullable Field after) {
    tell(type, recordType, before, after, "");
  }

  private void tell(
      String type,
      String recordType,
      @Nullable Field before,
      @Nullable Field after,
      String reason) {
    columns.bringAfterCommit();
    Field known = after != null ? after : before;
    if (known == null) {
      throw new NoSuchField(recordType, "?");
    }
    String id = "field:" + recordType + ":" + known.key();
    outbox.record(
        type,
        "field",
        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
        Values.JSON
            .createObjectBuilder()
            .add("record", recordType)
            .add("field", known.key())
            .add(REASON, reason)
            .add(
                "changes",
                Values.JSON
                    .createArrayBuilder()
                    .add(
                        Values.JSON
                            .createObjectBuilder()
                            .add("field", "definition")
                            .add("before", before == null ? JsonValue.NULL : FieldForm.of(before))
                            .add("after", after == null ? JsonValue.NULL : FieldForm.of(after))))
            .build());
  }
}
