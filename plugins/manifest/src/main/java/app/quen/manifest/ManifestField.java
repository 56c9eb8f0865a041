package app.quen.manifest;

import app.quen.plugin.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that the plugin brings.
 *
 * @param key without the plugin's id
 * @param section the key of one of the manifest's sections; null: the plugin's own
 */
public record ManifestField(
    String key,
    Type type,
    Text label,
    @Nullable Text help,
    @Nullable String section,
    boolean required,
    boolean searchable,
    Sensitivity sensitivity,
    List<Choice> choices,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    @Nullable String pattern,
    @Nullable String currency,
    List<String> appliesTo) {

  /** What kind of value it holds. */
  public enum Type {
    TEXT,
    LONGTEXT,
    INTEGER,
    NUMBER,
    MONEY,
    PERCENT,
    DATE,
    DATETIME,
    BOOLEAN,
    CHOICE,
    CHOICES,
    EMAIL,
    PHONE,
    URL,
    ADDRESS
  }

  /** How carefully its values are handled. */
  public enum Sensitivity {
    NONE,
    PERSONAL,
    SENSITIVE
  }

  /** One of the allowed values. */
  public record Choice(String value, Text label) {}
}
