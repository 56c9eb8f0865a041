package app.quen.importing.internal;

import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.importing.model.ImportColumn;
import app.quen.importing.model.ImportPlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this workspace decided the last time about a file with the same headings. */
@ApplicationScoped
public class RememberedMappings {

  @Inject Work work;

  /**
   * @param fields the field of each folded heading; empty where the column was left out
   */
  public record Remembered(
      Map<String, String> fields,
      List<String> match,
      ImportPlan.OnMatch onMatch,
      ImportPlan.OnNew onNew) {}

  public Optional<Remembered> find(String record, List<String> headings) {
    if (headings.isEmpty()) {
      return Optional.empty();
    }
    return work.sql()
        .createQuery("SELECT mapping FROM import_mapping WHERE heading_set = :set")
        .bind("set", Headings.setOf(record, headings))
        .mapTo(String.class)
        .findOne()
        .map(RememberedMappings::read);
  }

  public void remember(ImportPlan plan, Instant now) {
    List<ImportColumn> named =
        plan.columns().stream()
            .filter(c -> !c.heading().isEmpty() && !RejectedFile.isReason(c.heading()))
            .toList();
    if (!plan.header() || named.isEmpty()) {
      return;
    }
    JsonObjectBuilder fields = Json.createObjectBuilder();
    for (ImportColumn column : named) {
      String field = column.field();
      fields.add(Headings.fold(column.heading()), field == null ? "" : field);
    }
    String mapping =
        Json.createObjectBuilder()
            .add("fields", fields)
            .add("match", String.join(",", plan.match()))
            .add("onMatch", plan.onMatch().name())
            .add("onNew", plan.onNew().name())
            .build()
            .toString();
    work.sql()
        .createUpdate(
            """
            INSERT INTO import_mapping (heading_set, mapping, used_at) VALUES (:set, :mapping, :now)
            ON DUPLICATE KEY UPDATE mapping = VALUE(mapping), used_at = VALUE(used_at)
            """)
        .bind(
            "set",
            Headings.setOf(plan.record(), named.stream().map(ImportColumn::heading).toList()))
        .bind("mapping", mapping)
        .bind("now", Utc.of(now))
        .execute();
  }

  private static Remembered read(String text) {
    JsonObject json = ImportText.object(text);
    Map<String, String> fields = new HashMap<>();
    JsonObject byHeading = json.getJsonObject("fields");
    byHeading.keySet().forEach(heading -> fields.put(heading, byHeading.getString(heading)));
    String match = json.getString("match");
    return new Remembered(
        fields,
        match.isEmpty() ? List.of() : List.of(match.split(",")),
        ImportPlan.OnMatch.valueOf(json.getString("onMatch")),
        ImportPlan.OnNew.valueOf(json.getString("onNew")));
  }
}
