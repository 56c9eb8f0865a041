package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.internal.Values.Unfit;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each type of field means: the one table that decides how a value is checked and brought to
 * its normal form, how people's writing is read, how it is written for them, and what it is in a
 * rule. Storage and the operators of filters are {@link FieldType}'s own.
 */
final class Types {

  /**
   * @param normal holds JSON against a field
   * @param read reads what people write, which is not empty
   * @param shown writes a value for people
   * @param inRules its type in CEL
   */
  record Rule(Normal normal, Read read, Shown shown, CelType inRules) {}

  @FunctionalInterface
  interface Normal {
    /** Null where there is no value. */
    @Nullable JsonValue of(Field field, JsonValue value) throws Unfit;
  }

  @FunctionalInterface
  interface Read {
    @Nullable JsonValue of(Field field, String text, String written, ZoneId zone) throws Unfit;
  }

  @FunctionalInterface
  interface Shown {
    String of(Field field, JsonValue value, String language, ZoneId zone);
  }

  private static final CelType TEXTS = ListType.create(SimpleType.STRING);
  private static final Map<FieldType, Rule> RULES = new EnumMap<>(FieldType.class);

  static {
    Read asItIs = (field, text, written, zone) -> normal(field, Values.JSON.createValue(text));
    Read number = (field, text, written, zone) -> Written.number(field, text);
    put(FieldType.TEXT, TextValues::text, asItIs, Shows::plain, SimpleType.STRING);
    put(
        FieldType.LONGTEXT,
        TextValues::longText,
        (field, text, written, zone) ->
            TextValues.longText(field, Values.JSON.createValue(written)),
        Shows::plain,
        SimpleType.STRING);
    put(FieldType.INTEGER, OrderedValues::number, number, Shows::plain, SimpleType.INT);
    put(FieldType.NUMBER, OrderedValues::number, number, Shows::plain, SimpleType.DOUBLE);
    put(FieldType.MONEY, OrderedValues::number, number, Shows::plain, SimpleType.DOUBLE);
    put(FieldType.PERCENT, OrderedValues::number, number, Shows::percent, SimpleType.DOUBLE);
    put(
        FieldType.DATE,
        OrderedValues::date,
        (field, text, written, zone) -> Written.date(field, text),
        Shows::date,
        SimpleType.TIMESTAMP);
    put(
        FieldType.DATETIME,
        OrderedValues::instant,
        (field, text, written, zone) -> Written.instant(text, zone),
        Shows::instant,
        SimpleType.TIMESTAMP);
    put(
        FieldType.BOOLEAN,
        ChosenValues::bool,
        (field, text, written, zone) -> Written.bool(text),
        Shows::plain,
        SimpleType.BOOL);
    put(
        FieldType.CHOICE,
        ChosenValues::choice,
        (field, text, written, zone) -> Values.JSON.createValue(Written.choice(field, text)),
        Shows::choice,
        SimpleType.STRING);
    put(
        FieldType.CHOICES,
        ChosenValues::choices,
        (field, text, written, zone) -> Written.choices(field, written),
        Shows::choice,
        TEXTS);
    put(
        FieldType.EMAIL,
        TextValues::email,
        (field, text, written, zone) ->
            field.isCore() ? Written.contacts(field, written) : TextValues.email(field, json(text)),
        Shows::plain,
        SimpleType.STRING);
    put(
        FieldType.PHONE,
        TextValues::phone,
        (field, text, written, zone) ->
            field.isCore() ? Written.contacts(field, written) : TextValues.phone(field, json(text)),
        Shows::phone,
        SimpleType.STRING);
    put(FieldType.URL, TextValues::url, asItIs, Shows::plain, SimpleType.STRING);
    put(
        FieldType.ADDRESS,
        TextValues::address,
        (field, text, written, zone) -> Written.address(text),
        Shows::address,
        MapType.create(SimpleType.STRING, SimpleType.STRING));
    put(FieldType.REFERENCE, ChosenValues::id, asItIs, Shows::plain, SimpleType.STRING);
    put(FieldType.FILE, ChosenValues::id, asItIs, Shows::plain, SimpleType.STRING);
    put(
        FieldType.TAGS,
        ChosenValues::tags,
        (field, text, written, zone) -> Written.tags(written),
        Shows::plain,
        TEXTS);
    put(FieldType.MEMBER, ChosenValues::member, asItIs, Shows::plain, SimpleType.STRING);
  }

  private Types() {}

  static Rule of(FieldType type) {
    return RULES.get(type);
  }

  /** Null where there is no value. */
  static @Nullable JsonValue normal(Field field, JsonValue value) throws Unfit {
    return value.getValueType() == JsonValue.ValueType.NULL
        ? null
        : of(field.type()).normal().of(field, value);
  }

  private static JsonValue json(String text) {
    return Values.JSON.createValue(text);
  }

  private static void put(FieldType type, Normal normal, Read read, Shown shown, CelType inRules) {
    RULES.put(type, new Rule(normal, read, shown, inRules));
  }
}
