package app.quen.installation.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Handling;
import app.quen.manifest.Manifest;
import app.quen.manifest.Manifest.Section;
import app.quen.manifest.ManifestField;
import app.quen.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a manifest as the catalogue has them. */
public final class PluginFields {

  /** What plugins bring fields to. */
  public static final String RECORD_TYPE = "customer";

  private PluginFields() {}

  public static List<Field> of(Manifest manifest) {
    return manifest.fields().stream().map(field -> field(manifest, field)).toList();
  }

  static Text text(app.quen.plugin.Text text) {
    return new Text(text.vi(), text.en());
  }

  static @Nullable Text textOrNull(app.quen.plugin.@Nullable Text text) {
    return text == null ? null : text(text);
  }

  private static Field field(Manifest manifest, ManifestField field) {
    return new Field(
        manifest.fullKey(field.key()),
        manifest.id(),
        FieldType.valueOf(field.type().name()),
        text(field.label()),
        textOrNull(field.help()),
        field.section() == null ? manifest.id() : manifest.fullKey(field.section()),
        field.required(),
        field.searchable(),
        field.searchable(),
        field.choices().stream()
            .map(choice -> new Field.Choice(choice.value(), text(choice.label())))
            .toList(),
        field.min(),
        field.max(),
        field.maxLength(),
        field.pattern(),
        field.currency(),
        field.appliesTo(),
        null,
        manifest.sections().stream()
            .filter(section -> section.key().equals(field.section()))
            .map(Section::label)
            .findFirst()
            .map(PluginFields::text)
            .orElse(text(manifest.name())),
        Handling.of(
            switch (field.sensitivity()) {
              case NONE -> Handling.Sensitivity.PUBLIC;
              case PERSONAL -> Handling.Sensitivity.PERSONAL;
              case SENSITIVE -> Handling.Sensitivity.SENSITIVE;
            }),
        null);
  }
}
