package app.quen.importing.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.importing.Mapping;
import app.quen.importing.model.Encoding;
import app.quen.importing.model.ImportColumn;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportPlan.OnMatch;
import app.quen.importing.model.ImportPlan.OnNew;
import app.quen.source.SourceKind;
import app.quen.source.Sources;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an import from what the file holds and what people decide. */
@ApplicationScoped
public class Plans {

  /** The fields that recognise a customer, by the name of the identifier; the order matters. */
  public static final Map<String, String> IDENTIFIERS = identifiers();

  private static final List<String> NEEDED_OF_ORDER =
      List.of("number", "line.quantity", "line.unitPrice");

  @Inject Fields fields;
  @Inject RememberedMappings mappings;
  @Inject Sources sources;

  private static Map<String, String> identifiers() {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    fields.put("phone", "phones");
    fields.put("email", "emails");
    fields.put("externalId", "externalId");
    return fields;
  }

  /** The first plan of a file: suggested, or as it was remembered. Needs a unit of work. */
  ImportPlan first(String record, FileAnalysis analysis) {
    List<Field> known = fields.of(record).stream().filter(field -> !field.readOnly()).toList();
    var remembered = mappings.find(record, analysis.headings());
    List<ImportColumn> columns =
        analysis.suggested(known, remembered.map(r -> onlyKnown(r.fields(), known)).orElse(null));
    List<String> usual = usualMatch(columns);
    return new ImportPlan(
        record,
        analysis.encoding() == null ? null : analysis.encoding().label(),
        analysis.shape().delimiter() == null ? null : analysis.shape().delimiter().toString(),
        analysis.header(),
        analysis.sheet(),
        columns,
        analysis.preview(),
        remembered.map(r -> mapped(r.match(), columns)).filter(m -> !m.isEmpty()).orElse(usual),
        remembered.map(RememberedMappings.Remembered::onMatch).orElse(OnMatch.UPDATE),
        remembered.map(RememberedMappings.Remembered::onNew).orElse(OnNew.CREATE),
        null);
  }

  private static Map<String, String> onlyKnown(Map<String, String> remembered, List<Field> known) {
    Set<String> keys = new HashSet<>();
    known.forEach(field -> keys.add(field.key()));
    Map<String, String> kept = new HashMap<>(remembered);
    kept.values().removeIf(field -> !field.isEmpty() && !keys.contains(field));
    return kept;
  }

  /**
   * The tenant's own id of the customer if there is one, since a family may share a phone; else
   * phone and e-mail.
   */
  private static List<String> usualMatch(List<ImportColumn> columns) {
    List<String> mapped = mapped(List.copyOf(IDENTIFIERS.keySet()), columns);
    return mapped.contains("externalId") ? List.of("externalId") : mapped;
  }

  private static List<String> mapped(List<String> match, List<ImportColumn> columns) {
    Set<String> used = new HashSet<>();
    columns.forEach(column -> used.add(column.field()));
    // an order's row says the same of its customer
    return match.stream()
        .filter(
            name ->
                used.contains(IDENTIFIERS.get(name))
                    || used.contains("customer." + IDENTIFIERS.get(name)))
        .toList();
  }

  /** What the file is to be read as. */
  FileShape shape(ImportPlan plan, @Nullable Mapping mapping) {
    if (plan.encoding() == null || plan.delimiter() == null) {
      return FileShape.XLSX;
    }
    String encoding = plan.encoding();
    String delimiter = plan.delimiter();
    if (mapping != null) {
      encoding = mapping.encoding() == null ? encoding : mapping.encoding();
      delimiter = mapping.delimiter() == null ? delimiter : mapping.delimiter();
    }
    String wanted = encoding;
    Encoding named =
        Encoding.named(wanted)
            .orElseThrow(
                () ->
                    refused(
                        "encoding",
                        "unknown",
                        "Không có bảng mã “" + wanted + "”.",
                        "There is no encoding “"
                            + wanted
                            + "”. Choose UTF-8, UTF-16LE, UTF-16BE,"
                            + " windows-1258 or windows-1252."));
    if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
      throw refused(
          "delimiter",
          "unknown",
          "Dấu phân cách phải là một ký tự.",
          "The delimiter must be one character, such as a comma or a semicolon.");
    }
    return new FileShape(false, named, delimiter.charAt(0));
  }

  /** The plan with what people decided. Needs a unit of work. */
  ImportPlan decided(ImportPlan before, FileAnalysis analysis, Mapping mapping) {
    String record = before.record();
    ImportPlan fresh = first(record, analysis);
    List<ImportColumn> columns =
        mapping.columns().isEmpty() ? fresh.columns() : chosen(record, fresh.columns(), mapping);
    List<String> match =
        mapping.match() == null ? mapped(before.match(), columns) : matched(mapping);
    requireMapped(match, columns);
    return new ImportPlan(
        record,
        fresh.encoding(),
        fresh.delimiter(),
        fresh.header(),
        fresh.sheet(),
        columns,
        fresh.preview(),
        match,
        mapping.onMatch() == null
            ? before.onMatch()
            : choice("onMatch", OnMatch.class, mapping.onMatch()),
        mapping.onNew() == null ? before.onNew() : choice("onNew", OnNew.class, mapping.onNew()),
        mapping.sourceId() == null
            ? before.sourceId()
            : sources.resolve(SourceKind.IMPORT, mapping.sourceId()));
  }

  private List<ImportColumn> chosen(String record, List<ImportColumn> columns, Mapping mapping) {
    Map<Integer, String> byIndex = new HashMap<>();
    Set<String> once = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      Mapping.Column column = mapping.columns().get(i);
      String key = column.field();
      String place = "columns[" + i + "]";
      if (column.index() < 0 || column.index() >= columns.size()) {
        problems.add(
            problem(
                place + ".index",
                "unknown",
                "Tệp không có cột số " + column.index() + ".",
                "The file has no column " + column.index() + "; the first one is 0."));
      } else if (key != null) {
        Field field = fields.find(record, key).filter(known -> !known.readOnly()).orElse(null);
        if (field == null) {
          problems.add(
              problem(
                  place + ".field",
                  "unknown",
                  "Không có trường “" + key + "” trong không gian làm việc này.",
                  "There is no field “" + key + "” in this workspace."));
        } else if (!holdsMany(field) && !once.add(key)) {
          problems.add(
              problem(
                  place + ".field",
                  "twice",
                  "Trường “" + field.label().vi() + "” đã được chọn cho một cột khác.",
                  "The field “" + field.label().en() + "” is chosen for another column already."));
        }
        byIndex.put(column.index(), key);
      }
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return columns.stream().map(c -> c.into(byIndex.get(c.index()))).toList();
  }

  /** Several columns may go into one of these. */
  static boolean holdsMany(Field field) {
    return field.isCore()
        && (field.type() == FieldType.PHONE
            || field.type() == FieldType.EMAIL
            || field.type() == FieldType.TAGS);
  }

  private static List<String> matched(Mapping mapping) {
    Set<String> asked = new HashSet<>(mapping.match());
    for (String name : asked) {
      if (!IDENTIFIERS.containsKey(name)) {
        throw refused(
            "match",
            "unknown",
            "Không nhận ra khách hàng theo “" + name + "” được.",
            "A customer cannot be recognised by “"
                + name
                + "”. Choose phone, email or"
                + " externalId.");
      }
    }
    return IDENTIFIERS.keySet().stream().filter(asked::contains).toList();
  }

  private static void requireMapped(List<String> match, List<ImportColumn> columns) {
    List<String> mapped = mapped(match, columns);
    for (String name : match) {
      if (!mapped.contains(name)) {
        throw refused(
            "match",
            "not-mapped",
            "Chưa có cột nào được ghép với “"
                + name
                + "”, nên không thể nhận ra khách hàng theo đó.",
            "No column goes into “" + name + "”, so customers cannot be recognised by it.");
      }
    }
  }

  private static <E extends Enum<E>> E choice(String field, Class<E> type, String value) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw refused(
        field,
        "unknown",
        "Không có lựa chọn “" + value + "”.",
        "There is no choice “" + value + "” for " + field + ".");
  }

  static final Text NOT_READ =
      new Text(
          "Không đọc được nội dung của lần nhập này trong cơ sở dữ liệu, nên không chạy hay hoàn"
              + " tác được. Hãy tải tệp lên lại.",
          "What this import is about cannot be read in the database, so it can neither go on nor be"
              + " undone. Upload the file again.");

  public static void requireReadable(ImportPlan plan) {
    if (plan.isUnreadable()) {
      throw new Invalid(List.of(new Problem("plan", "unreadable", NOT_READ)));
    }
  }

  /**
   * What must hold before a job is asked for.
   *
   * @throws Invalid if it does not
   */
  public static void requireReady(ImportPlan plan) {
    requireReadable(plan);
    Encoding encoding =
        plan.encoding() == null ? null : Encoding.named(plan.encoding()).orElse(null);
    if (encoding != null && !encoding.isReadable()) {
      throw new Invalid(List.of(new Problem("encoding", "not-readable", encoding.advice())));
    }
    Set<String> fields = new HashSet<>();
    plan.mapped().forEach(column -> fields.add(column.field()));
    for (String needed : plan.record().equals("order") ? NEEDED_OF_ORDER : List.<String>of()) {
      if (!fields.contains(needed)) {
        throw refused(
            "columns",
            "not-mapped",
            "Chưa có cột nào được ghép với “" + needed + "”; mỗi dòng của đơn hàng cần có.",
            "No column goes into “" + needed + "”, which every line of an order needs.");
      }
    }
    if (plan.mapped().isEmpty()) {
      throw refused(
          "columns",
          "none-mapped",
          "Chưa có cột nào được ghép với trường dữ liệu.",
          "No column goes into a field yet. Choose fields for the columns first.");
    }
  }

  private static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }

  private static Invalid refused(String field, String code, String vi, String en) {
    return new Invalid(List.of(problem(field, code, vi, en)));
  }
}
