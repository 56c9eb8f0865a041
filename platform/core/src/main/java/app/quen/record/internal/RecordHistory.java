package app.quen.record.internal;

import app.quen.access.ActorColumns;
import app.quen.access.Sight;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.record.RecordChange;
import app.quen.record.RecordDeclaration;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what changed in records after they were made. */
@ApplicationScoped
class RecordHistory implements FactListener {

  @Inject Work work;
  @Inject Vault vault;
  @Inject @Any Instance<RecordDeclaration> declarations;

  @Override
  public String name() {
    return "record-history";
  }

  @Override
  public boolean wants(String factType) {
    for (RecordDeclaration declaration : declarations) {
      var facts = declaration.type().facts();
      if (factType.equals(facts.revised())
          || factType.equals(facts.trashed())
          || factType.equals(facts.restored())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean prompt() {
    return true;
  }

  @Override
  public void deliver(List<Fact> facts) {
    String sequences =
        facts.stream().map(Fact::sequence).map(Objects::toString).collect(Collectors.joining(","));
    work.transact(
        () ->
            PlainSql.execute(
                work.sql(),
                "INSERT INTO record_history (record_id, fact_seq, fact_id, record_type,"
                    + " customer_id, type, at, actor_kind, actor_id, actor_name, payload)"
                    + " SELECT record_id, seq, id, record_type,"
                    + " JSON_VALUE(payload, '$.customerId'), type, at, actor_kind, actor_id,"
                    + " actor_name, payload FROM fact f WHERE f.seq IN ("
                    + sequences
                    + ") ON DUPLICATE KEY UPDATE fact_seq = f.seq",
                List.of()));
  }

  List<RecordChange> of(UUID record) {
    return work.sql()
        .createQuery(
            "SELECT record_id, record_type, fact_id, type, at, actor_kind, actor_id, actor_name,"
                + " payload FROM record_history WHERE record_id = ? ORDER BY fact_seq DESC LIMIT"
                + " 200")
        .bind(0, record)
        .map((row, context) -> change(row))
        .list();
  }

  /** Without what is not seen; null if nothing is left of it. */
  static @Nullable RecordChange seen(RecordChange change, Sight sight) {
    if (sight.whole() || !(change.payload().get("changes") instanceof JsonArray changes)) {
      return change;
    }
    JsonArray told = sight.changes(changes);
    return told.isEmpty() && !changes.isEmpty()
        ? null
        : new RecordChange(
            change.id(),
            change.at(),
            change.actor(),
            change.type(),
            RowShape.JSON.createObjectBuilder(change.payload()).add("changes", told).build());
  }

  RecordChange change(ResultSet row) throws SQLException {
    return new RecordChange(
        row.getObject("fact_id", UUID.class),
        Objects.requireNonNull(Utc.atOrNull(row, "at")),
        ActorColumns.of(row, "actor"),
        row.getString("type"),
        vault.openChanges(
            row.getString("record_type"),
            row.getObject("record_id", UUID.class),
            RowShape.parse(row.getString("payload"))));
  }

  /** The fields that changes after this version changed; the newest may still be on their way. */
  List<String> changedSince(UUID record, int version) {
    Set<String> fields = new LinkedHashSet<>();
    work.sql()
        .createQuery(
            "SELECT payload FROM record_history WHERE record_id = :id"
                + " UNION ALL SELECT payload FROM fact WHERE dispatched = FALSE"
                + " AND record_id = :id")
        .bind("id", record)
        .mapTo(String.class)
        .forEach(
            text -> {
              JsonObject payload = RowShape.parse(text);
              if (payload.getInt("version", 0) > version) {
                payload
                    .getJsonArray("changes")
                    .getValuesAs(JsonObject.class)
                    .forEach(change -> fields.add(change.getString("field")));
              }
            });
    return List.copyOf(fields);
  }
}
