package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a definition must be like beside the others of its record type. */
@ApplicationScoped
class FieldRules {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject ValueStore store;
  @Inject CoreCatalogue core;

  /** What the catalogue has against the field. */
  List<Problem> against(String recordType, Field field, List<FieldTable.Row> all) {
    List<Problem> problems = new ArrayList<>();
    List<Field> others =
        Stream.concat(
                core.of(recordType).stream(),
                all.stream().filter(FieldTable.Row::active).map(FieldTable.Row::field))
            .filter(other -> !other.key().equals(field.key()))
            .toList();
    String visibleWhen = field.handling().visibleWhen();
    if (visibleWhen != null) {
      if (Expressions.mentions(visibleWhen, field)) {
        problems.add(
            problem(
                "visibleWhen",
                "circular",
                "Điều kiện hiện không thể dựa vào chính trường này.",
                "Whether a field is there cannot depend on the field itself."));
      } else {
        check("visibleWhen", visibleWhen, others, problems);
      }
    }
    if (field.handling().validWhen() != null) {
      List<Field> with = new ArrayList<>(others);
      with.add(field);
      check("validWhen", field.handling().validWhen(), with, problems);
      if (problems.isEmpty() && refusesDefault(field, field.handling().validWhen(), others)) {
        problems.add(
            problem(
                "default",
                "rule",
                "Giá trị mặc định không thỏa “hợp lệ khi”, nên sẽ không lưu được hồ sơ mới nào.",
                "The default does not meet “valid when”, so no new record could be saved."));
      }
    }
    String target = field.type() == FieldType.FILE ? "file" : field.handling().references();
    if (target != null && store.lookup(target).isEmpty()) {
      problems.add(
          problem(
              field.type() == FieldType.FILE ? "type" : "references",
              "unknown",
              "Ở đây không có loại hồ sơ “" + target + "” để dẫn đến.",
              "There are no records of the type “" + target + "” to refer to."));
    }
    if (field.secret() && field.type() == FieldType.FILE) {
      problems.add(
          problem(
              "sensitivity",
              "unsuited",
              "Tệp đính kèm không được mã hóa, nên trường tệp không thể là “nhạy cảm”.",
              "Attached files are not encrypted, so a field of files cannot be sensitive."));
    }
    long columns =
        all.stream()
            .filter(row -> !row.field().key().equals(field.key()) && row.wanted() != null)
            .count();
    if (field.searchable() && field.type().storage() != null && columns >= Columns.MOST) {
      problems.add(
          problem(
              "searchable",
              "too-many",
              "Tối đa " + Columns.MOST + " trường lọc được; hãy tắt bớt ở trường khác.",
              "At most " + Columns.MOST + " fields can be filtered by; switch it off elsewhere."));
    }
    return problems;
  }

  /** A rule that looks at other fields, too, may hold where these are filled in. */
  private static boolean refusesDefault(Field field, String rule, List<Field> others) {
    JsonValue value = field.handling().defaultValue();
    if (value == null || others.stream().anyMatch(other -> Expressions.mentions(rule, other))) {
      return false;
    }
    JsonObject values = JSON.createObjectBuilder().add(field.key(), value).build();
    Map<String, Object> record =
        RecordValues.of(List.of(field), JsonValue.EMPTY_JSON_OBJECT, values);
    return Boolean.FALSE.equals(Expressions.evaluate(rule, record, ZoneOffset.UTC));
  }

  private static void check(String name, String rule, List<Field> fields, List<Problem> problems) {
    Text mistake = Expressions.mistake(rule, fields);
    if (mistake != null) {
      problems.add(new Problem(name, "rule", mistake));
    }
  }

  /** Whose rules speak of a field that is to go. */
  List<Problem> against(String recordType, Field going, List<FieldTable.Row> all, String at) {
    return users(going, all)
        .map(
            user ->
                problem(
                    at,
                    "used-by-rule",
                    "Quy tắc của “"
                        + user.label().vi()
                        + "” dùng trường này; hãy sửa quy tắc đó"
                        + " trước.",
                    "A rule of “"
                        + user.label().en()
                        + "” uses this field; change that rule"
                        + " first."))
        .toList();
  }

  /** Whose rules would not hold any more with the field as it is to be. */
  List<Problem> brokenBy(Field changed, List<FieldTable.Row> all) {
    List<Field> fields =
        new ArrayList<>(
            all.stream()
                .filter(FieldTable.Row::active)
                .map(FieldTable.Row::field)
                .filter(field -> !field.key().equals(changed.key()))
                .toList());
    fields.add(changed);
    List<Problem> problems = new ArrayList<>();
    String recordType = all.isEmpty() ? "customer" : all.getFirst().recordType();
    fields.addAll(core.of(recordType));
    users(changed, all)
        .forEach(
            user ->
                Stream.of(user.handling().visibleWhen(), user.handling().validWhen())
                    .filter(rule -> rule != null && Expressions.mistake(rule, fields) != null)
                    .forEach(
                        rule ->
                            problems.add(
                                problem(
                                    "type",
                                    "used-by-rule",
                                    "Quy tắc của “"
                                        + user.label().vi()
                                        + "” không còn đúng với loại mới; hãy sửa trước: "
                                        + rule,
                                    "A rule of “"
                                        + user.label().en()
                                        + "” does not fit the new type; change it first: "
                                        + rule))));
    return problems;
  }

  private static Stream<Field> users(Field used, List<FieldTable.Row> all) {
    return all.stream()
        .filter(FieldTable.Row::active)
        .map(FieldTable.Row::field)
        .filter(field -> !field.key().equals(used.key()))
        .filter(
            field ->
                mentions(field.handling().visibleWhen(), used)
                    || mentions(field.handling().validWhen(), used));
  }

  private static boolean mentions(@org.jspecify.annotations.Nullable String rule, Field used) {
    return rule != null && Expressions.mentions(rule, used);
  }

  private static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }
}
