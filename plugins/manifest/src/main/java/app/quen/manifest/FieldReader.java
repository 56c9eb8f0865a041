package app.quen.manifest;

import app.quen.manifest.ManifestField.Choice;
import app.quen.manifest.ManifestField.Sensitivity;
import app.quen.manifest.ManifestField.Type;
import app.quen.plugin.Text;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one field, and holds its rules against its type. */
final class FieldReader {

  /** A MariaDB table has 64 secondary indexes, and workspaces use several plugins. */
  static final int MOST_SEARCHABLE = 16;

  private static final Pattern VALUE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
  private static final Set<Type> NUMBERS =
      EnumSet.of(Type.INTEGER, Type.NUMBER, Type.MONEY, Type.PERCENT);
  private static final int LONGEST_TEXT = 2_000;

  private final Entry entry;
  private final Set<String> sections;

  FieldReader(Entry entry, Set<String> sections) {
    this.entry = entry;
    this.sections = sections;
  }

  ManifestField read() {
    String key = entry.matching("key", ManifestReader.KEY, ManifestReader.KEY_IN_WORDS);
    Type type = entry.oneOf("type", Type.class);
    if (type == null) {
      if (!entry.has("type")) {
        entry.missing("type");
      }
      type = Type.TEXT;
    }
    Text label = ManifestReader.text(entry, "label", 80, true);
    Text help = ManifestReader.text(entry, "help", 300, false);
    String section = entry.optionalText("section", 40);
    if (section != null && !sections.contains(section)) {
      entry.problem("section", "'" + section + "' is not declared under 'sections'; add it there");
    }
    boolean required = entry.bool("required");
    boolean searchable = entry.bool("searchable");
    Sensitivity sensitivity = entry.oneOf("sensitivity", Sensitivity.class);
    List<Choice> choices = entry.entries("choices", 300, FieldReader::choice);
    BigDecimal min = entry.number("min");
    BigDecimal max = entry.number("max");
    BigDecimal maxLength = entry.number("maxLength");
    String pattern = entry.optionalText("pattern", 200);
    String currency = entry.optionalText("currency", 3);
    List<String> appliesTo = entry.words("appliesTo", List.of("person", "organisation"));

    only(type, "choices", EnumSet.of(Type.CHOICE, Type.CHOICES));
    only(type, "min", NUMBERS);
    only(type, "max", NUMBERS);
    only(type, "maxLength", EnumSet.of(Type.TEXT));
    only(type, "pattern", EnumSet.of(Type.TEXT));
    only(type, "currency", EnumSet.of(Type.MONEY));
    checkChoices(type, choices);
    if (min != null && max != null && min.compareTo(max) > 0) {
      entry.problem("max", "is less than min; swap them");
    }
    if (searchable && (type == Type.CHOICES || type == Type.LONGTEXT)) {
      entry.problem(
          "searchable",
          "a field of several choices or of long text cannot be searched; leave it out");
    }
    checkPattern(pattern);
    checkCurrency(type, currency);

    return new ManifestField(
        key,
        type,
        label == null ? new Text("?", "?") : label,
        help,
        section,
        required,
        searchable,
        sensitivity == null ? Sensitivity.PERSONAL : sensitivity,
        List.copyOf(choices),
        min,
        max,
        length(type, maxLength),
        pattern,
        currency,
        appliesTo.isEmpty() ? List.of("person", "organisation") : List.copyOf(appliesTo));
  }

  private static Choice choice(Entry entry) {
    String value =
        entry.matching(
            "value", VALUE, "1 to 60 lower-case letters, digits, dashes and underscores");
    Text label = ManifestReader.text(entry, "label", 120, true);
    return new Choice(value, label == null ? new Text("?", "?") : label);
  }

  private void only(Type type, String key, Set<Type> types) {
    if (entry.has(key) && !types.contains(type)) {
      entry.problem(
          key, "has no meaning for the type " + type.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private void checkChoices(Type type, List<Choice> choices) {
    if (type != Type.CHOICE && type != Type.CHOICES) {
      return;
    }
    if (choices.isEmpty()) {
      entry.problem("choices", "list at least one: '- {value: …, label: {vi: …, en: …}}'");
    }
    ManifestReader.unique(entry, "choices", choices, Choice::value);
  }

  private void checkPattern(@Nullable String pattern) {
    try {
      if (pattern != null) {
        Pattern.compile(pattern);
      }
    } catch (PatternSyntaxException e) {
      entry.problem("pattern", "is no regular expression: " + e.getDescription());
    }
  }

  private void checkCurrency(Type type, @Nullable String currency) {
    if (type == Type.MONEY && currency == null && !entry.has("currency")) {
      entry.problem("currency", "is missing; add 'currency: VND' or another ISO 4217 code");
    }
    if (currency != null
        && Currency.getAvailableCurrencies().stream()
            .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      entry.problem("currency", "'" + currency + "' is no ISO 4217 code such as VND or USD");
    }
  }

  private @Nullable Integer length(Type type, @Nullable BigDecimal given) {
    if (type != Type.TEXT) {
      return null;
    }
    if (given == null) {
      return 200;
    }
    if (given.stripTrailingZeros().scale() > 0
        || given.signum() <= 0
        || given.compareTo(BigDecimal.valueOf(LONGEST_TEXT)) > 0) {
      entry.problem("maxLength", "must be a whole number from 1 to " + LONGEST_TEXT);
      return 200;
    }
    return given.intValue();
  }
}
