package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.Field.Choice;
import app.quen.field.FieldType;
import app.quen.field.Handling;
import app.quen.field.Handling.Sensitivity;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.internal.Values.Unfit;
import app.quen.text.Folding;
import app.quen.text.Text;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field as people fill it in: the JSON of the API, read strictly, with all that is wrong. */
public final class FieldForm {

  static final String SECTION = "workspace";
  private static final Text SECTION_LABEL = new Text("Thông tin thêm", "More details");

  private static final Set<String> KNOWN =
      Set.of(
          "record",
          "key",
          "type",
          "label",
          "help",
          "section",
          "sectionLabel",
          "required",
          "unique",
          "default",
          "min",
          "max",
          "maxLength",
          "pattern",
          "choices",
          "currency",
          "references",
          "searchable",
          "sensitivity",
          "purpose",
          "visibleWhen",
          "validWhen",
          "validMessage",
          "appliesTo");

  private static final Set<FieldType> TEXTS = EnumSet.of(FieldType.TEXT, FieldType.LONGTEXT);
  private static final Set<FieldType> CHOSEN = EnumSet.of(FieldType.CHOICE, FieldType.CHOICES);
  private static final Set<FieldType> NUMBERS =
      EnumSet.of(FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY, FieldType.PERCENT);
  private static final Set<FieldType> REPEATING =
      EnumSet.of(
          FieldType.LONGTEXT,
          FieldType.BOOLEAN,
          FieldType.CHOICES,
          FieldType.ADDRESS,
          FieldType.FILE);

  private final JsonObject json;
  private final FormReader form;

  private FieldForm(JsonObject json) {
    this.json = json;
    form = new FormReader(json);
  }

  /**
   * @throws Invalid with all that is wrong, but for what needs the catalogue
   */
  public static Field read(JsonObject json) {
    return new FieldForm(json).field();
  }

  /** The form of a field, to be changed and read again. */
  public static JsonObject of(Field field) {
    JsonObjectBuilder form = Values.JSON.createObjectBuilder();
    form.add("key", field.key()).add("type", field.type().word()).add("label", text(field.label()));
    put(form, "help", field.help());
    form.add("section", field.section());
    put(form, "sectionLabel", field.sectionLabel());
    form.add("required", field.required()).add("searchable", field.searchable());
    form.add("unique", field.handling().unique());
    JsonArrayBuilder choices = Values.JSON.createArrayBuilder();
    for (Choice choice : field.choices()) {
      choices.add(
          Values.JSON
              .createObjectBuilder()
              .add("value", choice.value())
              .add("label", text(choice.label())));
    }
    if (!field.choices().isEmpty()) {
      form.add("choices", choices);
    }
    put(form, "min", field.min());
    put(form, "max", field.max());
    if (field.maxLength() != null) {
      form.add("maxLength", field.maxLength());
    }
    put(form, "pattern", field.pattern());
    put(form, "currency", field.currency());
    form.add("appliesTo", Values.JSON.createArrayBuilder(field.appliesTo()));
    Handling handling = field.handling();
    if (handling.defaultValue() != null) {
      form.add("default", handling.defaultValue());
    }
    form.add("sensitivity", handling.sensitivity().word());
    put(form, "purpose", handling.purpose());
    put(form, "visibleWhen", handling.visibleWhen());
    put(form, "validWhen", handling.validWhen());
    put(form, "validMessage", handling.validMessage());
    put(form, "references", handling.references());
    return form.build();
  }

  private static void put(JsonObjectBuilder form, String name, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Text text -> form.add(name, text(text));
      case BigDecimal number -> form.add(name, number);
      default -> form.add(name, value.toString());
    }
  }

  private static JsonObjectBuilder text(Text text) {
    return Values.JSON.createObjectBuilder().add("vi", text.vi()).add("en", text.en());
  }

  private Field field() {
    for (String name : json.keySet()) {
      if (!KNOWN.contains(name)) {
        form.wrong(
            name,
            "unknown",
            "Trường dữ liệu không có “" + name + "”.",
            "A field has no “" + name + "”.");
      }
    }
    FieldType type = type();
    Text label = form.text("label", 80);
    if (label == null) {
      form.wrong("label", "required", "Hãy đặt tên cho trường.", "Give the field a label.");
      label = new Text("?", "?");
    }
    String section = form.string("section", 60);
    List<Choice> choices = ChoicesForm.read(form, json.get("choices"), CHOSEN.contains(type));
    BigDecimal min = form.number("min");
    BigDecimal max = form.number("max");
    Integer maxLength = length(type);
    String pattern = pattern();
    String currency = currency(type);
    boolean searchable = form.flag("searchable");
    only(type, "choices", CHOSEN);
    only(type, "min", NUMBERS);
    only(type, "max", NUMBERS);
    only(type, "maxLength", TEXTS);
    only(type, "pattern", EnumSet.of(FieldType.TEXT));
    only(type, "currency", EnumSet.of(FieldType.MONEY));
    only(type, "references", EnumSet.of(FieldType.REFERENCE));
    if (min != null && max != null && min.compareTo(max) > 0) {
      form.wrong("max", "too-small", "Phải lớn hơn min.", "Must not be less than min.");
    }
    if (type == FieldType.FILE && form.flag("required")) {
      form.wrong(
          "required",
          "unsuited",
          "Tệp được đính kèm sau khi đã có bản ghi, nên không thể bắt buộc.",
          "A file is put at a record that is there already, so it cannot be required.");
    }
    if (searchable && !type.canBeSearched()) {
      form.wrong(
          "searchable",
          "not-searchable",
          "Không thể lọc theo loại trường này.",
          "Fields of this type cannot be filtered by.");
    }
    Field field =
        new Field(
            key(label),
            Field.WORKSPACE,
            type,
            label,
            form.text("help", 300),
            section == null ? SECTION : section,
            form.flag("required"),
            searchable,
            searchable && type.storage() != null,
            choices,
            min,
            max,
            maxLength,
            pattern,
            currency,
            kinds(),
            null,
            section == null || section.equals(SECTION)
                ? SECTION_LABEL
                : form.text("sectionLabel", 80),
            handling(type),
            null);
    field = withDefault(field);
    if (!form.problems.isEmpty()) {
      throw new Invalid(form.problems);
    }
    return field;
  }

  private FieldType type() {
    String word = form.string("type", 20);
    FieldType type = word == null ? null : FieldType.of(word).orElse(null);
    if (type == null || !type.forEverybody()) {
      List<String> words =
          EnumSet.allOf(FieldType.class).stream()
              .filter(FieldType::forEverybody)
              .map(FieldType::word)
              .toList();
      form.wrong(
          "type",
          word == null ? "required" : "not-a-choice",
          "Hãy chọn một loại: " + String.join(", ", words) + ".",
          "Choose a type: " + String.join(", ", words) + ".");
      return FieldType.TEXT;
    }
    return type;
  }

  /** With the workspace's prefix; made of the label where there is none. */
  private String key(Text label) {
    String written = form.string("key", 120);
    String name = written == null ? "" : written;
    if (name.startsWith(Field.WORKSPACE + ".")) {
      name = name.substring(Field.WORKSPACE.length() + 1);
    }
    if (written == null) {
      name = String.join("_", Folding.words(label.vi())).replaceAll("[^a-z0-9_]", "");
      name = name.substring(0, Math.min(40, name.length()));
      name = name.matches("[a-z].*") ? name : "f_" + name;
    }
    if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
      form.wrong(
          "key",
          "wrong-form",
          "Tối đa 40 ký tự a–z, 0–9 và _, bắt đầu bằng chữ.",
          "At most 40 characters a–z, 0–9 and _, beginning with a letter.");
    }
    return Field.WORKSPACE + "." + name;
  }

  private Handling handling(FieldType type) {
    boolean unique = form.flag("unique");
    if (unique && REPEATING.contains(type)) {
      form.wrong(
          "unique",
          "unsuited",
          "Loại trường này không thể bắt buộc khác nhau.",
          "Values of this type cannot be made unique.");
    }
    String references = form.string("references", 40);
    if (type == FieldType.REFERENCE && references == null) {
      form.wrong(
          "references",
          "required",
          "Hãy chọn loại hồ sơ mà trường dẫn đến.",
          "Say which type of record it refers to.");
    }
    String word = form.string("sensitivity", 20);
    Sensitivity sensitivity = Sensitivity.PERSONAL;
    if (word != null) {
      sensitivity = null;
      for (Sensitivity one : Sensitivity.values()) {
        sensitivity = one.word().equals(word) ? one : sensitivity;
      }
      if (sensitivity == null) {
        form.wrong(
            "sensitivity",
            "not-a-choice",
            "Chọn public, personal hoặc sensitive.",
            "Choose public, personal or sensitive.");
        sensitivity = Sensitivity.PERSONAL;
      }
    }
    return new Handling(
        unique,
        null,
        sensitivity,
        form.text("purpose", 500),
        form.string("visibleWhen", Expressions.LONGEST),
        form.string("validWhen", Expressions.LONGEST),
        form.text("validMessage", 300),
        references);
  }

  private Field withDefault(Field field) {
    JsonValue written = json.getOrDefault("default", JsonValue.NULL);
    if (written == JsonValue.NULL || !form.problems.isEmpty()) {
      return field;
    }
    if (field.handling().unique()) {
      form.wrong(
          "default",
          "unsuited",
          "Giá trị không được trùng thì không thể có giá trị mặc định.",
          "What must not repeat cannot have a default.");
    }
    try {
      return Shaped.withDefault(field, Types.normal(field, written));
    } catch (Unfit e) {
      form.problems.add(new Problem("default", e.code, e.text));
      return field;
    }
  }

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (json.get("appliesTo") instanceof JsonArray array) {
      for (JsonValue kind : array) {
        String word = kind instanceof JsonString text ? text.getString() : "";
        if (word.equals("person") || word.equals("organisation")) {
          kinds.add(word);
        } else {
          form.wrong(
              "appliesTo",
              "not-a-choice",
              "Chọn person, organisation.",
              "Choose person, organisation.");
        }
      }
    }
    return kinds.isEmpty() ? List.of("person", "organisation") : kinds;
  }

  private @Nullable Integer length(FieldType type) {
    BigDecimal length = form.number("maxLength");
    int most = type == FieldType.LONGTEXT ? TextValues.MAX_LONG_TEXT : TextValues.MAX_TEXT;
    if (length == null) {
      return type == FieldType.TEXT ? Integer.valueOf(200) : null;
    }
    if (length.stripTrailingZeros().scale() > 0
        || length.signum() <= 0
        || length.compareTo(BigDecimal.valueOf(most)) > 0) {
      form.wrong(
          "maxLength",
          "out-of-range",
          "Một số nguyên từ 1 đến " + most + ".",
          "A whole number from 1 to " + most + ".");
      return null;
    }
    return length.intValue();
  }

  /** Matched in linear time, whatever somebody writes. */
  private @Nullable String pattern() {
    String pattern = form.string("pattern", 200);
    if (pattern != null) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        form.wrong(
            "pattern",
            "wrong-form",
            "Biểu thức chính quy không đúng (cú pháp RE2): " + e.getDescription(),
            "No regular expression (in the syntax of RE2): " + e.getDescription());
      }
    }
    return pattern;
  }

  private @Nullable String currency(FieldType type) {
    String currency = form.string("currency", 3);
    if (currency == null) {
      return type == FieldType.MONEY ? "VND" : null;
    }
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      form.wrong(
          "currency", "not-a-choice", "Mã ISO 4217, ví dụ VND.", "An ISO 4217 code such as VND.");
    }
    return currency;
  }

  private void only(FieldType type, String name, Set<FieldType> types) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    boolean empty = value instanceof JsonArray array && array.isEmpty();
    if (value != JsonValue.NULL && !empty && !types.contains(type)) {
      form.wrong(
          name,
          "unsuited",
          "Không dùng cho loại " + type.word() + ".",
          "Has no meaning for the type " + type.word() + ".");
    }
  }
}
