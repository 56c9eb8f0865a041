package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Layout;
import app.quen.field.Layout.Section;
import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tenant's table {@code field_layout}. */
@ApplicationScoped
public class Layouts {

  private static final String ALL_STAGES = "";
  private static final int MOST_SECTIONS = 40;

  /** What people call the core's sections. */
  private static final Map<String, Text> CORE =
      Map.of(
          "identity",
          new Text("Định danh", "Identity"),
          "contact",
          new Text("Liên hệ", "Contact"),
          "demographics",
          new Text("Thông tin cá nhân", "Demographics"),
          "order",
          new Text("Đơn hàng", "Order"),
          "interaction",
          new Text("Tương tác", "Interaction"),
          "feedback",
          new Text("Phản hồi", "Feedback"),
          "task",
          new Text("Việc cần làm", "Task"),
          FieldForm.SECTION,
          new Text("Thông tin riêng", "Own fields"));

  @Inject Work work;
  @Inject Fields fields;

  public Layout show(String recordType, @Nullable String stage) {
    RecordTable.of(recordType);
    Map<String, Field> known = known(recordType);
    checkStage(stage, known);
    Optional<Layout> own = stored(recordType, stage == null ? ALL_STAGES : stage);
    Layout found =
        own.or(() -> stored(recordType, ALL_STAGES))
            .orElse(new Layout(recordType, stage, List.of(), List.of(), false));
    return complete(recordType, stage, found, own.isPresent(), known);
  }

  /** With the fields that came later, and without those that are gone. */
  private static Layout complete(
      String recordType,
      @Nullable String stage,
      Layout stored,
      boolean own,
      Map<String, Field> known) {
    Set<String> placed = new HashSet<>(stored.hidden());
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Section section : stored.sections()) {
      List<String> keys = new ArrayList<>(section.fields());
      keys.removeIf(key -> !known.containsKey(key));
      placed.addAll(keys);
      sections.put(section.key(), new Section(section.key(), section.label(), keys));
    }
    for (Field field : known.values()) {
      if (!placed.contains(field.key())) {
        sections
            .computeIfAbsent(
                field.section(), key -> new Section(key, label(field), new ArrayList<>()))
            .fields()
            .add(field.key());
      }
    }
    List<String> hidden = stored.hidden().stream().filter(known::containsKey).toList();
    List<Section> all =
        sections.values().stream()
            .map(s -> new Section(s.key(), s.label(), List.copyOf(s.fields())))
            .toList();
    return new Layout(recordType, stage, all, hidden, own);
  }

  private static Text label(Field field) {
    if (field.sectionLabel() != null) {
      return field.sectionLabel();
    }
    return CORE.getOrDefault(field.section(), new Text(field.section(), field.section()));
  }

  public Layout save(
      String recordType, @Nullable String stage, List<Section> sections, List<String> hidden) {
    RecordTable.of(recordType);
    Map<String, Field> known = known(recordType);
    checkStage(stage, known);
    check(sections, hidden, known);
    work.sql()
        .createUpdate(
            "INSERT INTO field_layout (record_type, stage, version, definition)"
                + " VALUES (:record, :stage, 1, :definition)"
                + " ON DUPLICATE KEY UPDATE version = version + 1, definition = :definition")
        .bind("record", recordType)
        .bind("stage", stage == null ? ALL_STAGES : stage)
        .bind("definition", write(sections, hidden))
        .execute();
    return show(recordType, stage);
  }

  public void reset(String recordType, @Nullable String stage) {
    checkStage(stage, known(recordType));
    work.sql()
        .createUpdate("DELETE FROM field_layout WHERE record_type = :record AND stage = :stage")
        .bind("record", recordType)
        .bind("stage", stage == null ? ALL_STAGES : stage)
        .execute();
  }

  private static void check(List<Section> sections, List<String> hidden, Map<String, Field> known) {
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Set<String> keys = new HashSet<>();
    if (sections.size() > MOST_SECTIONS) {
      problems.add(
          problem(
              "sections",
              "too-many",
              "Tối đa " + MOST_SECTIONS + " phần.",
              "At most " + MOST_SECTIONS + " sections."));
    }
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String at = "sections[" + i + "]";
      if (!section.key().matches("[a-z][a-z0-9_.-]{0,59}") || !keys.add(section.key())) {
        problems.add(
            problem(
                at + ".key",
                "wrong-form",
                "Mỗi phần cần một khóa riêng: a–z, 0–9, dấu chấm, - và _.",
                "Each section needs a key of its own: a–z, 0–9, dots, - and _."));
      }
      if (Folding.tidy(section.label().vi()).isEmpty() || section.label().vi().length() > 80) {
        problems.add(
            problem(
                at + ".label",
                "required",
                "Phần cần có tên, tối đa 80 ký tự.",
                "A section needs a label of at most 80 characters."));
      }
      for (int j = 0; j < section.fields().size(); j++) {
        check(at + ".fields[" + j + "]", section.fields().get(j), known, seen, problems);
      }
    }
    for (int i = 0; i < hidden.size(); i++) {
      String key = hidden.get(i);
      check("hidden[" + i + "]", key, known, seen, problems);
      Field field = known.get(key);
      if (field != null && field.required()) {
        problems.add(
            problem(
                "hidden[" + i + "]",
                "required",
                "“" + field.label().vi() + "” là bắt buộc nên không thể ẩn.",
                "“" + field.label().en() + "” is required and cannot be hidden."));
      }
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private static void check(
      String at, String key, Map<String, Field> known, Set<String> seen, List<Problem> problems) {
    if (!known.containsKey(key)) {
      problems.add(
          problem(
              at, "unknown", "Không có trường “" + key + "”.", "There is no field “" + key + "”."));
    } else if (!seen.add(key)) {
      problems.add(
          problem(at, "taken", "“" + key + "” có hai lần.", "“" + key + "” is there twice."));
    }
  }

  private static void checkStage(@Nullable String stage, Map<String, Field> known) {
    if (stage == null) {
      return;
    }
    Field field = known.get("stage");
    boolean exists =
        field == null
            ? stage.matches("[a-z][a-z0-9-]{0,39}")
            : field.choices().stream().anyMatch(choice -> choice.value().equals(stage));
    if (!exists) {
      throw new Invalid(
          List.of(
              problem(
                  "stage",
                  "not-a-choice",
                  "Không có giai đoạn “" + stage + "”.",
                  "There is no stage “" + stage + "”.")));
    }
  }

  private Map<String, Field> known(String recordType) {
    Map<String, Field> known = new LinkedHashMap<>();
    fields.of(recordType).forEach(field -> known.put(field.key(), field));
    return known;
  }

  private Optional<Layout> stored(String recordType, String stage) {
    return work.sql()
        .createQuery(
            "SELECT definition FROM field_layout WHERE record_type = :record AND stage = :stage")
        .bind("record", recordType)
        .bind("stage", stage)
        .map((row, context) -> read(recordType, stage, row.getString(1)))
        .findOne();
  }

  private static String write(List<Section> sections, List<String> hidden) {
    JsonArrayBuilder array = Values.JSON.createArrayBuilder();
    for (Section section : sections) {
      array.add(
          Values.JSON
              .createObjectBuilder()
              .add("key", section.key())
              .add("vi", Folding.tidy(section.label().vi()))
              .add("en", Folding.tidy(section.label().en()))
              .add("fields", Values.JSON.createArrayBuilder(section.fields())));
    }
    return Values.JSON
        .createObjectBuilder()
        .add("sections", array)
        .add("hidden", Values.JSON.createArrayBuilder(hidden))
        .build()
        .toString();
  }

  private static Layout read(String recordType, String stage, String text) {
    JsonObject json;
    try (var reader = Values.JSON.createReader(new StringReader(text))) {
      json = reader.readObject();
    }
    List<Section> sections =
        json.getJsonArray("sections").getValuesAs(JsonObject.class).stream()
            .map(
                section ->
                    new Section(
                        section.getString("key"),
                        new Text(section.getString("vi"), section.getString("en")),
                        section.getJsonArray("fields").getValuesAs(JsonString::getString)))
            .toList();
    return new Layout(
        recordType,
        stage.isEmpty() ? null : stage,
        sections,
        json.getJsonArray("hidden").getValuesAs(JsonString::getString),
        true);
  }

  private static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }
}
