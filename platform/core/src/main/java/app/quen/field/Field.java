package app.quen.field;

import app.quen.text.Text;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A catalogued property of a record.
 *
 * @param key stable name; a plugin's field is {@code <plugin>.<name>}
 * @param owner {@code core}, {@code workspace} or the id of the plugin that brings it
 * @param column the column of the record's own table or the virtual column of its values that
 *     filters and sorts use; null if it can do neither, or not yet
 * @param section where it stands in forms: one of the core's, or {@code <plugin>} or {@code
 *     <plugin>.<name>}
 * @param appliesTo the kinds of customer that have it: {@code person}, {@code organisation}
 * @param sectionLabel what people call the section; null for the core's, which the product names
 * @param was the field before its type changed, as long as some values are still of that type
 */
public record Field(
    String key,
    String owner,
    FieldType type,
    Text label,
    @Nullable Text help,
    String section,
    boolean required,
    boolean searchable,
    boolean sortable,
    List<Choice> choices,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Integer maxLength,
    @Nullable String pattern,
    @Nullable String currency,
    List<String> appliesTo,
    @Nullable String column,
    @Nullable Text sectionLabel,
    Handling handling,
    @Nullable Field was) {

  /** Who owns the fields that a workspace made itself; the first part of their keys. */
  public static final String WORKSPACE = "workspace";

  /** The section of what follows for a customer from its orders and the rest. */
  public static final String ROLLUP = "rollup";

  /** Stands for the column of an encrypted field that can be asked. */
  public static final String MARKS = "secret_index";

  /** The section of what a record computes from its own values. */
  public static final String COMPUTED = "computed";

  /** A field in a section of the core. */
  public Field(
      String key,
      String owner,
      FieldType type,
      Text label,
      @Nullable Text help,
      String section,
      boolean required,
      boolean searchable,
      boolean sortable,
      List<Choice> choices,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable String currency,
      List<String> appliesTo,
      @Nullable String column) {
    this(
        key,
        owner,
        type,
        label,
        help,
        section,
        required,
        searchable,
        sortable,
        choices,
        min,
        max,
        maxLength,
        pattern,
        currency,
        appliesTo,
        column,
        null);
  }

  /** A field of which there is no more to say. */
  public Field(
      String key,
      String owner,
      FieldType type,
      Text label,
      @Nullable Text help,
      String section,
      boolean required,
      boolean searchable,
      boolean sortable,
      List<Choice> choices,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable Integer maxLength,
      @Nullable String pattern,
      @Nullable String currency,
      List<String> appliesTo,
      @Nullable String column,
      @Nullable Text sectionLabel) {
    this(
        key,
        owner,
        type,
        label,
        help,
        section,
        required,
        searchable,
        sortable,
        choices,
        min,
        max,
        maxLength,
        pattern,
        currency,
        appliesTo,
        column,
        sectionLabel,
        Handling.PLAIN,
        null);
  }

  /** One of the values that a choice allows. */
  public record Choice(String value, Text label) {}

  /** The same, were its values of this type. */
  public Field ofType(FieldType other) {
    return new Field(
        key,
        owner,
        other,
        label,
        help,
        section,
        required,
        searchable,
        sortable,
        choices,
        min,
        max,
        maxLength,
        pattern,
        currency,
        appliesTo,
        column,
        sectionLabel,
        handling,
        was);
  }

  public boolean isCore() {
    return owner.equals("core");
  }

  /** Computed by the core: nobody writes it, and no column of a file goes into it. */
  public boolean readOnly() {
    return isCore() && (section.equals(ROLLUP) || section.equals(COMPUTED));
  }

  /**
   * Whether its values are stored encrypted, so that it can be asked only whether it is empty or
   * equal. The core's own fields have columns, and never are.
   */
  public boolean secret() {
    return !isCore() && handling.sensitivity() == Handling.Sensitivity.SENSITIVE;
  }

  /** Whether records are found by its encrypted values. */
  public boolean marked() {
    return secret() && searchable && type != FieldType.LONGTEXT && type != FieldType.FILE;
  }

  /** What a filter can ask of it. */
  public Set<Operator> operators() {
    if (!secret()) {
      return type.operators();
    }
    Set<Operator> some = EnumSet.of(Operator.EMPTY, Operator.NOTEMPTY);
    if (type.operators().contains(Operator.EQ)) {
      some.add(Operator.EQ);
      some.add(Operator.IN);
    }
    return some;
  }

  public boolean isWorkspaces() {
    return owner.equals(WORKSPACE);
  }

  /** Whether a record of this kind has the field. */
  public boolean appliesTo(@Nullable String kind) {
    return kind == null || appliesTo.isEmpty() || appliesTo.contains(kind);
  }
}
