package app.quen.testkit;

import app.quen.manifest.Manifest;
import app.quen.manifest.ManifestField;
import app.quen.plugin.CustomerRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds a customer as this plugin would see it: only its own fields and what its manifest reads,
 * and only values that the fields' own rules let through.
 */
public final class CustomerBuilder {

  private static final Set<String> LISTS =
      Set.of("phones", "emails", "addresses", "tags", "interests");

  private final Manifest manifest;
  private final Map<String, Object> values = new HashMap<>();
  private final Set<String> fields = new TreeSet<>();
  private @Nullable UUID id;

  public CustomerBuilder(Manifest manifest) {
    this.manifest = manifest;
    fields.addAll(manifest.reads());
    manifest.fields().forEach(field -> fields.add(manifest.fullKey(field.key())));
  }

  /** Makes it a customer that exists already. */
  public CustomerBuilder known(UUID id) {
    this.id = id;
    return this;
  }

  /**
   * Gives a field its value.
   *
   * @param field the full key, e.g. {@code telecom.contract}
   * @param value a text, a number of any kind, a boolean, a {@link LocalDate} or a list of texts
   * @throws IllegalArgumentException if the plugin cannot see the field, or the field cannot hold
   *     the value
   */
  public CustomerBuilder with(String field, Object value) {
    if (!fields.contains(field)) {
      throw new IllegalArgumentException(
          "the manifest gives no access to '" + field + "'; it gives access to " + fields);
    }
    values.put(field, fit(field, value));
    return this;
  }

  public CustomerBuilder without(String field) {
    values.remove(field);
    return this;
  }

  public CustomerRecord build() {
    return new CustomerRecord(id, fields, values);
  }

  private Object fit(String field, Object value) {
    Object plain =
        value instanceof Number number && !(value instanceof BigDecimal)
            ? new BigDecimal(number.toString())
            : value;
    ManifestField own =
        manifest.fields().stream()
            .filter(f -> manifest.fullKey(f.key()).equals(field))
            .findFirst()
            .orElse(null);
    boolean fits =
        own == null
            ? field.equals("birthDate")
                ? plain instanceof LocalDate
                : LISTS.contains(field) ? plain instanceof List : plain instanceof String
            : switch (own.type()) {
              case TEXT -> plain instanceof String text && fitsText(own, text);
              case LONGTEXT, EMAIL, PHONE, URL, ADDRESS ->
                  plain instanceof String text && !text.isBlank();
              case INTEGER ->
                  plain instanceof BigDecimal number
                      && number.stripTrailingZeros().scale() <= 0
                      && fitsRange(own, number);
              case NUMBER, MONEY, PERCENT ->
                  plain instanceof BigDecimal number && fitsRange(own, number);
              case DATE -> plain instanceof LocalDate;
              case DATETIME -> plain instanceof Instant;
              case BOOLEAN -> plain instanceof Boolean;
              case CHOICE -> plain instanceof String text && isChoice(own, text);
              case CHOICES ->
                  plain instanceof List<?> list
                      && list.stream().allMatch(v -> v instanceof String t && isChoice(own, t));
            };
    if (!fits) {
      throw new IllegalArgumentException(
          "the field '" + field + "' cannot hold " + value + ", by its own rules in the manifest");
    }
    return plain;
  }

  private static boolean isChoice(ManifestField field, String value) {
    return field.choices().stream().anyMatch(choice -> choice.value().equals(value));
  }

  private static boolean fitsText(ManifestField field, String text) {
    return !text.isBlank()
        && (field.maxLength() == null || text.length() <= field.maxLength())
        && (field.pattern() == null || text.matches(field.pattern()));
  }

  private static boolean fitsRange(ManifestField field, BigDecimal number) {
    return (field.min() == null || number.compareTo(field.min()) >= 0)
        && (field.max() == null || number.compareTo(field.max()) <= 0);
  }
}
