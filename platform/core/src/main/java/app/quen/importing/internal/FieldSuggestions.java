package app.quen.importing.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Suggests the field that each column goes into: by its heading in Vietnamese or English, by labels
 * and keys of the fields that this workspace sees, and by what the column holds where the heading
 * says nothing or too much.
 */
final class FieldSuggestions {

  /** A column as far as a suggestion needs it. */
  record Column(int index, String heading, String type) {}

  private record Candidate(int column, String field, int score) {}

  private static final int EXACT_SYNONYM = 100;
  private static final int EXACT_LABEL = 95;
  private static final int EXACT_KEY = 90;
  private static final int WITHOUT_ADDITION = 15;
  private static final int SAME_WORDS = 50;
  private static final int SAME_BEGINNING = 45;
  private static final int BY_CONTENT = 30;
  private static final int FITTING_TYPE = 5;

  private FieldSuggestions() {}

  /**
   * @return the key of the suggested field by the index of the column; a column without is missing
   */
  static Map<Integer, String> suggest(List<Column> columns, List<Field> fields) {
    Map<String, Field> known = new HashMap<>();
    fields.forEach(field -> known.put(field.key(), field));
    List<Candidate> candidates = new ArrayList<>();
    for (Column column : columns) {
      if (!RejectedFile.isReason(column.heading())) {
        candidatesFor(column, known, candidates);
      }
    }
    candidates.sort(
        Comparator.comparingInt(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::column)
            .thenComparing(Candidate::field));
    Map<Integer, String> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!chosen.containsKey(candidate.column())
          && (isMany(candidate.field(), known) || !taken.contains(candidate.field()))) {
        chosen.put(candidate.column(), candidate.field());
        taken.add(candidate.field());
      }
    }
    givenNameBesideFamilyName(chosen, known);
    return chosen;
  }

  /** "Họ" beside "Tên": the second is then not the whole name. */
  private static void givenNameBesideFamilyName(
      Map<Integer, String> chosen, Map<String, Field> known) {
    if (chosen.containsValue("familyName")
        && !chosen.containsValue("givenName")
        && known.containsKey("givenName")) {
      chosen.replaceAll((column, field) -> field.equals("name") ? "givenName" : field);
    }
  }

  private static boolean isMany(String key, Map<String, Field> known) {
    Field field = known.get(key);
    return field != null
        && Set.of(FieldType.PHONE, FieldType.EMAIL, FieldType.TAGS).contains(field.type())
        && field.isCore();
  }

  private static void candidatesFor(
      Column column, Map<String, Field> known, List<Candidate> candidates) {
    String folded = Headings.fold(column.heading());
    String shorter = withoutAddition(column.heading(), folded);
    for (String key : known.keySet()) {
      Field field = known.get(key);
      int score = headingScore(folded, shorter, field);
      FieldType type = field.type();
      if (score > 0 && contradicts(column.type(), type)) {
        continue;
      }
      if (score == 0 && byContent(column, folded, key)) {
        score = BY_CONTENT;
      }
      if (score > 0) {
        candidates.add(
            new Candidate(
                column.index(), key, score + (fits(column.type(), type) ? FITTING_TYPE : 0)));
      }
    }
  }

  private static int headingScore(String folded, String shorter, Field field) {
    if (folded.isEmpty()) {
      return 0;
    }
    int exact = exactScore(folded, field);
    if (exact > 0) {
      return exact;
    }
    int trimmed = shorter.equals(folded) ? 0 : exactScore(shorter, field);
    if (trimmed > 0) {
      return trimmed - WITHOUT_ADDITION;
    }
    return field.isCore() ? 0 : looseScore(folded, field);
  }

  private static int exactScore(String folded, Field field) {
    if (field.key().equals(Synonyms.field(folded))
        || field.key().equals(OrderSynonyms.field(folded))
        || RecordSynonyms.means(folded, field.key())) {
      return EXACT_SYNONYM;
    }
    String joined = Headings.joined(folded);
    if (joined.equals(Headings.joined(Headings.fold(field.label().vi())))
        || joined.equals(Headings.joined(Headings.fold(field.label().en())))) {
      return EXACT_LABEL;
    }
    String whole = Headings.joined(Headings.fold(field.key()));
    String local = Headings.joined(Headings.fold(localKey(field)));
    return joined.equals(whole) || joined.equals(local) ? EXACT_KEY : 0;
  }

  /** For fields of plugins: all words of the one are among those of the other, or one begins so. */
  private static int looseScore(String folded, Field field) {
    Set<String> words = words(folded);
    String local = Headings.fold(localKey(field));
    for (String name :
        List.of(local, Headings.fold(field.label().en()), Headings.fold(field.label().vi()))) {
      Set<String> others = words(name);
      boolean weighty = Headings.joined(folded).length() >= 4 && name.length() >= 4;
      if (weighty && (others.containsAll(words) || words.containsAll(others))) {
        return SAME_WORDS - Math.abs(words.size() - others.size());
      }
    }
    String joined = Headings.joined(folded);
    String key = Headings.joined(local);
    boolean begins = key.startsWith(joined) || joined.startsWith(key);
    return begins && Math.min(key.length(), joined.length()) >= 5 ? SAME_BEGINNING : 0;
  }

  private static Set<String> words(String folded) {
    return new HashSet<>(Arrays.asList(folded.split(" ")));
  }

  private static String localKey(Field field) {
    return field.key().substring(field.key().indexOf('.') + 1);
  }

  /** "Số điện thoại 2", "Ngày sinh (dd/mm/yyyy)", "Tên *". */
  private static String withoutAddition(String heading, String folded) {
    String without = Headings.fold(heading.replaceAll("[(\\[{].*", ""));
    String base = without.isEmpty() ? folded : without;
    return base.replaceAll("( \\d+| chinh| phu| primary)$", "");
  }

  private static boolean byContent(Column column, String folded, String key) {
    return switch (column.type()) {
      case "email" -> key.equals("emails") || key.equals("customer.emails");
      case "phone" -> key.equals("phones") || key.equals("customer.phones");
      case "name" -> folded.isEmpty() && key.equals("name");
      default -> false;
    };
  }

  private static boolean fits(String columnType, FieldType type) {
    return switch (columnType) {
      case "email" -> type == FieldType.EMAIL;
      case "phone" -> type == FieldType.PHONE;
      case "date" -> type == FieldType.DATE || type == FieldType.DATETIME;
      case "number" -> type.number();
      case "boolean" -> type == FieldType.BOOLEAN;
      case "choice" -> type == FieldType.CHOICE || type == FieldType.CHOICES;
      default -> type == FieldType.TEXT || type == FieldType.LONGTEXT;
    };
  }

  /** What can hardly be meant; the check of each value is not done here. */
  private static boolean contradicts(String columnType, FieldType type) {
    return switch (columnType) {
      case "email" -> type != FieldType.EMAIL && type != FieldType.TEXT && type != FieldType.MEMBER;
      case "date" -> type != FieldType.DATE && type != FieldType.DATETIME && type != FieldType.TEXT;
      case "text" ->
          type == FieldType.DATE || type == FieldType.DATETIME || type == FieldType.EMAIL;
      default -> false;
    };
  }
}
