package app.quen.plugin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a plugin may see it: its own fields, and those of the core that its manifest lists
 * under {@code reads}.
 *
 * <p>Types of values: {@code text}, {@code longtext}, {@code choice}, {@code phone}, {@code email},
 * {@code url} and {@code member} fields are {@link String}, and so is an {@code address}, as one
 * line; {@code integer}, {@code number}, {@code money} and {@code percent} (12.5 is 12.5 %) are
 * {@link BigDecimal}; {@code date} is {@link LocalDate}; {@code datetime} is {@link Instant};
 * {@code boolean} is {@link Boolean}; {@code choices} and the core's {@code phones}, {@code
 * emails}, {@code addresses} and {@code tags} are lists of texts (phones in international form such
 * as {@code +84912345678}, an extension behind {@code ;ext=}; addresses as one line). A field
 * without a value has no entry; there are no empty texts and no empty lists.
 *
 * @param id null as long as the customer is new
 * @param fields the full keys of all fields that the plugin may read, with or without a value
 * @param values the values by full key
 * @since 0.1
 */
public record CustomerRecord(@Nullable UUID id, Set<String> fields, Map<String, Object> values) {

  public CustomerRecord {
    fields = Set.copyOf(fields);
    values = Map.copyOf(values);
  }

  /**
   * The value of a field that holds a text: text, longtext, choice, phone, email, url, address.
   *
   * @param field the full key, e.g. {@code telecom.contract}
   * @return empty if it has no value
   * @throws IllegalArgumentException if the manifest gives no access to the field, or it holds
   *     something else
   */
  public Optional<String> text(String field) {
    return value(field, String.class);
  }

  /**
   * The value of a number or of money, in the field's unit or currency.
   *
   * @throws IllegalArgumentException as {@link #text}
   */
  public Optional<BigDecimal> number(String field) {
    return value(field, BigDecimal.class);
  }

  /**
   * The value of a date.
   *
   * @throws IllegalArgumentException as {@link #text}
   */
  public Optional<LocalDate> date(String field) {
    return value(field, LocalDate.class);
  }

  /**
   * The value of a date with a time, to the second.
   *
   * @throws IllegalArgumentException as {@link #text}
   */
  public Optional<Instant> instant(String field) {
    return value(field, Instant.class);
  }

  /**
   * The value of a yes-or-no field.
   *
   * @throws IllegalArgumentException as {@link #text}
   */
  public Optional<Boolean> bool(String field) {
    return value(field, Boolean.class);
  }

  /**
   * The values of a field that holds several: choices, phones, emails, addresses, tags.
   *
   * @return in the order that people gave them; empty if it has none
   * @throws IllegalArgumentException as {@link #text}
   */
  @SuppressWarnings("unchecked")
  public List<String> texts(String field) {
    return (List<String>) value(field, List.class).orElse(List.of());
  }

  private <T> Optional<T> value(String field, Class<T> type) {
    Object value = values.get(field);
    if (value == null) {
      if (!fields.contains(field)) {
        throw new IllegalArgumentException(
            "the manifest gives no access to the field '"
                + field
                + "': declare it under 'fields', or list it under 'reads' if it is the core's");
      }
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "the field '"
              + field
              + "' holds a "
              + value.getClass().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    return Optional.of(type.cast(value));
  }
}
