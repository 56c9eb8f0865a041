package app.quen.it;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request of a way to ask something.
 *
 * @param record whose version is sent along
 * @param before what the owner asks first, as {@code METHOD path}; null for nothing
 * @param after what the owner asks then
 */
record Asked(
    String path,
    @Nullable String body,
    @Nullable String record,
    @Nullable String before,
    @Nullable String after) {

  /** Of each customer and its records, where the operation is about one. */
  static Set<Asked> of(
      Planted planted, Served.Operation operation, Surfaces.Way way, List<String> letters) {
    Set<Asked> all = new LinkedHashSet<>();
    for (String x : letters) {
      Map<String, String> kinds =
          operation.path().contains("{records}")
              ? Map.of(
                  "customers",
                  "c",
                  "orders",
                  "o",
                  "interactions",
                  "i",
                  "feedback",
                  "f",
                  "tasks",
                  "t")
              : Map.of("", "");
      kinds.forEach(
          (records, kind) -> {
            String id = kind.isEmpty() ? one(planted, operation, x) : planted.ids(x).get(kind);
            String path =
                operation
                    .path()
                    .replace("{records}", records)
                    .replace("{id}", id)
                    .replace("{member}", planted.person("sales"))
                    .replace("{record}", "customer")
                    .replace("{key}", "workspace.odd");
            all.add(
                new Asked(
                    "/api/v1" + filled(planted, path + way.query(), x),
                    way.body() == null ? null : filled(planted, way.body(), x),
                    way.fresh() ? "/api/v1" + filled(planted, path, x) : null,
                    way.before() == null ? null : filled(planted, way.before(), x),
                    way.after() == null ? null : filled(planted, way.after(), x)));
          });
    }
    return all;
  }

  private static String filled(Planted planted, String text, String x) {
    String filled = text;
    for (var id : planted.ids(x).entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    return filled
        .replace("{x}", x)
        .replace("{n}", String.valueOf(Planted.LETTERS.indexOf(x)))
        .replace("{other}", planted.customer(x.equals("c") ? "d" : "c"));
  }

  private static String one(Planted planted, Served.Operation operation, String x) {
    Map<String, String> of = planted.ids(x);
    return switch (operation.path().split("/")[1]) {
      case "customers" -> of.get("c");
      case "orders" -> of.get("o");
      case "interactions" -> of.get("i");
      case "feedback" -> of.get("f");
      case "tasks" -> of.get("t");
      case "attachments" -> of.get("file");
      case "links" -> planted.single("link");
      case "bulk" -> planted.single(operation.id().equals("listBulkNotes") ? "notes" : "bulk");
      case "imports" -> planted.single("import");
      case "exports" -> planted.single("export");
      case "views" -> planted.single("view");
      case "surveys" -> planted.single("survey");
      case "sources" -> planted.single("source");
      case "consent-purposes" -> planted.single("purpose");
      default -> "";
    };
  }
}
