package app.quen.field;

import static app.quen.field.Operator.CONTAINS;
import static app.quen.field.Operator.EMPTY;
import static app.quen.field.Operator.EQ;
import static app.quen.field.Operator.GT;
import static app.quen.field.Operator.GTE;
import static app.quen.field.Operator.IN;
import static app.quen.field.Operator.LT;
import static app.quen.field.Operator.LTE;
import static app.quen.field.Operator.NE;
import static app.quen.field.Operator.NOTEMPTY;

import app.quen.database.SchemaChange.VirtualType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value a field holds: how it is stored where it can be searched, and what a filter
 * can ask of it. The check, the normal form and what people write are in {@code internal.Types}.
 */
public enum FieldType {
  TEXT(VirtualType.TEXT, Asked.OF_TEXT),
  LONGTEXT(null, Asked.NOTHING),
  INTEGER(VirtualType.NUMBER, Asked.OF_ORDERED),
  /** A decimal number. */
  NUMBER(VirtualType.NUMBER, Asked.OF_ORDERED),
  MONEY(VirtualType.NUMBER, Asked.OF_ORDERED),
  /** 12.5 is 12.5 %. */
  PERCENT(VirtualType.NUMBER, Asked.OF_ORDERED),
  DATE(VirtualType.DATE, Asked.OF_ORDERED),
  DATETIME(VirtualType.DATETIME, Asked.OF_ORDERED),
  BOOLEAN(VirtualType.BOOLEAN, EnumSet.of(EQ, NE, EMPTY, NOTEMPTY)),
  CHOICE(VirtualType.TEXT, Asked.OF_KEY),
  CHOICES(null, Asked.OF_LIST),
  EMAIL(VirtualType.TEXT, Asked.OF_TEXT),
  PHONE(VirtualType.TEXT, Asked.OF_TEXT),
  /** An address of the web. */
  URL(VirtualType.TEXT, Asked.OF_TEXT),
  /** A postal address. */
  ADDRESS(null, EnumSet.of(CONTAINS, EMPTY, NOTEMPTY)),
  /** The id of another record. */
  REFERENCE(VirtualType.TEXT, Asked.OF_KEY),
  /** The id of an attachment. */
  FILE(null, Asked.NOTHING),
  TAGS(null, Asked.OF_LIST),
  MEMBER(VirtualType.TEXT, Asked.OF_KEY);

  private final @Nullable VirtualType storage;
  private final Set<Operator> operators;

  FieldType(@Nullable VirtualType storage, Set<Operator> operators) {
    this.storage = storage;
    this.operators = Collections.unmodifiableSet(operators);
  }

  /** The virtual column that searching takes; null: it takes none, or there is no searching. */
  public @Nullable VirtualType storage() {
    return storage;
  }

  /** What a filter can ask of a searchable field; empty: it cannot be searchable. */
  public Set<Operator> operators() {
    return operators;
  }

  public boolean canBeSearched() {
    return !operators.isEmpty();
  }

  /** Whether values have an order that people mean: numbers and times. */
  public boolean ordered() {
    return operators.contains(LT);
  }

  public boolean number() {
    return storage == VirtualType.NUMBER;
  }

  /** Whether a value is a list of texts. */
  public boolean list() {
    return this == CHOICES || this == TAGS;
  }

  /** Whether a workspace can have fields of it; the rest belongs to the core. */
  public boolean forEverybody() {
    return this != TAGS && this != MEMBER;
  }

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FieldType> of(String word) {
    for (FieldType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static final class Asked {
    static final Set<Operator> NOTHING = EnumSet.noneOf(Operator.class);
    static final Set<Operator> OF_TEXT = EnumSet.of(EQ, NE, IN, CONTAINS, EMPTY, NOTEMPTY);
    static final Set<Operator> OF_KEY = EnumSet.of(EQ, NE, IN, EMPTY, NOTEMPTY);
    static final Set<Operator> OF_LIST = EnumSet.of(EQ, NE, IN, CONTAINS, EMPTY, NOTEMPTY);
    static final Set<Operator> OF_ORDERED =
        EnumSet.of(EQ, NE, IN, LT, LTE, GT, GTE, EMPTY, NOTEMPTY);
  }
}
