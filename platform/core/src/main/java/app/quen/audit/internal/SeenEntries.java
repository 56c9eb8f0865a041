package app.quen.audit.internal;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.audit.Act;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the acting subject is shown of the trail. Who sees all that records hold reads it as it was
 * written; anybody else reads who did what and when, and of the values what they see in the record.
 */
@ApplicationScoped
public class SeenEntries {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String SEALED = "\"" + Vault.SEALED + "\"";

  private static final Map<String, String> TABLES =
      Map.of(
          "customer", "customer",
          "order", "sales_order",
          "interaction", "interaction",
          "feedback", "feedback",
          "task", "task");

  @Inject Access access;
  @Inject Policy policy;
  @Inject Work work;
  @Inject Vault vault;
  @Inject Trail trail;

  /** Whether nothing of the trail is kept from who is acting. */
  public boolean all() {
    return TABLES.keySet().stream()
        .allMatch(type -> access.permits(type + ":read") && policy.of(type).everyValue());
  }

  /** As they are shown to who is acting. */
  public List<AuditEntry> of(List<AuditEntry> written) {
    List<AuditEntry> entries = written.stream().map(this::opened).toList();
    note(written, entries);
    if (all()) {
      return entries;
    }
    Map<String, Set<UUID>> seen = new HashMap<>();
    TABLES.keySet().forEach(type -> seen.put(type, seen(type, entries)));
    return entries.stream().map(entry -> shown(entry, seen)).toList();
  }

  /** Who reads sensitive values here reads them as in the record. */
  private void note(List<AuditEntry> written, List<AuditEntry> entries) {
    JsonArrayBuilder opened = JSON.createArrayBuilder();
    int count = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) != written.get(i)) {
        opened.add(written.get(i).sequence());
        count++;
      }
    }
    if (count > 0) {
      trail.seen(
          Act.of("SensitiveRead")
              .with(
                  JSON.createObjectBuilder()
                      .add("entries", opened)
                      .add("count", count)
                      .build()
                      .toString()));
    }
  }

  /** With its encrypted values in plain; the download has them as they were written. */
  private AuditEntry opened(AuditEntry entry) {
    String type = entry.recordType();
    UUID record = entry.recordId();
    String changes = entry.changes();
    if (type == null || record == null || changes == null || !changes.contains(SEALED)) {
      return entry;
    }
    try (var reader = JSON.createReader(new StringReader(changes))) {
      return with(
          entry,
          entry.customerId(),
          vault.openChanges(type, record, reader.readObject()).toString(),
          entry.why());
    } catch (JsonException bent) {
      return entry;
    }
  }

  private static AuditEntry with(
      AuditEntry entry, @Nullable UUID customer, @Nullable String changes, @Nullable String why) {
    return new AuditEntry(
        entry.sequence(),
        entry.at(),
        entry.actor(),
        entry.onBehalfOf(),
        entry.act(),
        entry.recordType(),
        entry.recordId(),
        customer,
        changes,
        why,
        entry.address(),
        entry.client(),
        entry.previousHash(),
        entry.hash());
  }

  /** The same; without those that would only tell, by being found, what is kept from the reader. */
  public List<AuditEntry> of(List<AuditEntry> entries, AuditQuery query) {
    if (all()) {
      return of(entries);
    }
    String field = query.field() == null ? "" : JSON.createValue(query.field()).toString();
    return of(entries).stream()
        .filter(entry -> query.customerId() == null || entry.customerId() != null)
        .filter(entry -> query.why() == null || entry.why() != null)
        .filter(
            entry -> entry.changes() == null ? field.isEmpty() : entry.changes().contains(field))
        .toList();
  }

  private Set<UUID> seen(String type, List<AuditEntry> entries) {
    Set<UUID> asked = new HashSet<>();
    for (AuditEntry entry : entries) {
      if (type.equals(entry.recordType()) && entry.recordId() != null) {
        asked.add(entry.recordId());
      }
    }
    if (asked.isEmpty() || !access.permits(type + ":read")) {
      return Set.of();
    }
    return work.sql()
        .createQuery(
            "SELECT r.id FROM %s r WHERE r.id IN (<ids>) AND %s"
                .formatted(TABLES.get(type), policy.of(type).rows("r")))
        .bindList("ids", List.copyOf(asked))
        .mapTo(UUID.class)
        .set();
  }

  private AuditEntry shown(AuditEntry entry, Map<String, Set<UUID>> seen) {
    String type = entry.recordType();
    boolean visible =
        type != null
            && entry.recordId() != null
            && seen.getOrDefault(type, Set.of()).contains(entry.recordId());
    return visible
        ? with(entry, entry.customerId(), told(entry.changes(), policy.of(type)), entry.why())
        : with(entry, null, null, null);
  }

  /** The changes of fields that are seen; whatever else was written may hold a value. */
  private static @Nullable String told(@Nullable String written, Sight sight) {
    if (written == null) {
      return null;
    }
    try (var reader = JSON.createReader(new StringReader(written))) {
      JsonObject json = reader.readObject();
      return json.get("changes") instanceof JsonArray changes
          ? JSON.createObjectBuilder().add("changes", sight.changes(changes)).build().toString()
          : null;
    } catch (JsonException bent) {
      return null;
    }
  }
}
