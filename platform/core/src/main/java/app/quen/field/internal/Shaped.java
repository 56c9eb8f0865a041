package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.Handling;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The same field with one thing different. */
final class Shaped {

  private Shaped() {}

  static Field withDefault(Field field, @Nullable JsonValue value) {
    Handling h = field.handling();
    return with(
        field,
        new Handling(
            h.unique(),
            value,
            h.sensitivity(),
            h.purpose(),
            h.visibleWhen(),
            h.validWhen(),
            h.validMessage(),
            h.references()),
        field.was());
  }

  static Field notUnique(Field field) {
    Handling h = field.handling();
    return with(
        field,
        new Handling(
            false,
            h.defaultValue(),
            h.sensitivity(),
            h.purpose(),
            h.visibleWhen(),
            h.validWhen(),
            h.validMessage(),
            h.references()),
        field.was());
  }

  static Field withSensitivity(Field field, Handling.Sensitivity sensitivity) {
    Handling h = field.handling();
    return with(
        field,
        new Handling(
            h.unique(),
            h.defaultValue(),
            sensitivity,
            h.purpose(),
            h.visibleWhen(),
            h.validWhen(),
            h.validMessage(),
            h.references()),
        field.was());
  }

  static Field notSearchable(Field field) {
    return new Field(
        field.key(),
        field.owner(),
        field.type(),
        field.label(),
        field.help(),
        field.section(),
        field.required(),
        false,
        false,
        field.choices(),
        field.min(),
        field.max(),
        field.maxLength(),
        field.pattern(),
        field.currency(),
        field.appliesTo(),
        field.column(),
        field.sectionLabel(),
        field.handling(),
        field.was());
  }

  static Field was(Field field, @Nullable Field was) {
    return with(field, field.handling(), was);
  }

  private static Field with(Field field, Handling handling, @Nullable Field was) {
    return new Field(
        field.key(),
        field.owner(),
        field.type(),
        field.label(),
        field.help(),
        field.section(),
        field.required(),
        field.searchable(),
        field.sortable(),
        field.choices(),
        field.min(),
        field.max(),
        field.maxLength(),
        field.pattern(),
        field.currency(),
        field.appliesTo(),
        field.column(),
        field.sectionLabel(),
        handling,
        was);
  }
}
