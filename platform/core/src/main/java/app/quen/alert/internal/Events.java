package app.quen.alert.internal;

import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.alert.AlertRule;
import app.quen.alert.SecurityEvent;
import app.quen.alert.SecurityEvent.Acknowledgement;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code security_event}. */
@ApplicationScoped
public class Events {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int LONGEST_NOTE = 500;

  @Inject Work work;
  @Inject Clock clock;

  void insert(SecurityEvent event) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(event.id());
    values.add(event.rule().key());
    values.add(Utc.of(event.at()));
    values.add(event.subject().kind().name());
    values.add(event.subject().id());
    values.add(event.subject().name());
    values.add(event.amount());
    values.add(event.threshold());
    values.add(event.detail().toString());
    values.add(event.entry());
    values.add(event.endsSessions());
    PlainSql.execute(
        work.sql(),
        "INSERT INTO security_event (id, rule, at, subject_kind, subject_id, subject_name, amount,"
            + " threshold, detail, entry_seq, ends_sessions) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        values);
  }

  /** Whether it has stood out since then already. */
  boolean since(AlertRule rule, UUID subject, Instant moment) {
    return work.sql()
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM security_event WHERE subject_id = ? AND rule = ?"
                + " AND at >= ?)")
        .bind(0, subject)
        .bind(1, rule.key())
        .bind(2, Utc.of(moment))
        .mapTo(Boolean.class)
        .one();
  }

  public List<SecurityEvent> list(
      @Nullable AlertRule rule,
      @Nullable UUID subject,
      boolean open,
      @Nullable UUID before,
      int limit) {
    var where = new StringBuilder("TRUE");
    List<Object> values = new ArrayList<>();
    if (rule != null) {
      where.append(" AND rule = ?");
      values.add(rule.key());
    }
    if (subject != null) {
      where.append(" AND subject_id = ?");
      values.add(subject);
    }
    if (open) {
      where.append(" AND acknowledged_at IS NULL");
    }
    if (before != null) {
      where.append(" AND id < ?");
      values.add(before);
    }
    return read(where + " ORDER BY id DESC LIMIT " + limit, values);
  }

  public Optional<SecurityEvent> find(UUID id) {
    return read("id = ?", List.of(id)).stream().findFirst();
  }

  /** Whether nobody had before. */
  public boolean acknowledge(UUID id, Actor by, @Nullable String note) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(Utc.of(clock.instant()));
    values.add(by.kind().name());
    values.add(by.id());
    values.add(by.name());
    values.add(
        note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE));
    values.add(id);
    return PlainSql.execute(
            work.sql(),
            "UPDATE security_event SET acknowledged_at = ?, acknowledged_kind = ?,"
                + " acknowledged_id = ?, acknowledged_name = ?, note = ?"
                + " WHERE id = ? AND acknowledged_at IS NULL",
            values)
        == 1;
  }

  private List<SecurityEvent> read(String condition, List<Object> values) {
    var select =
        work.sql()
            .createQuery(
                "SELECT id, rule, at, subject_kind, subject_id, subject_name, amount, threshold,"
                    + " detail, entry_seq, ends_sessions, acknowledged_at, acknowledged_kind,"
                    + " acknowledged_id, acknowledged_name, note FROM security_event WHERE "
                    + condition);
    for (int i = 0; i < values.size(); i++) {
      select.bind(i, values.get(i));
    }
    return select.map((row, context) -> event(row)).list();
  }

  private static SecurityEvent event(ResultSet row) throws SQLException {
    String rule = row.getString("rule");
    return new SecurityEvent(
        row.getObject("id", UUID.class),
        AlertRule.find(rule).orElseThrow(() -> new IllegalStateException("rule " + rule)),
        Utc.at(row, "at"),
        ActorColumns.of(row, "subject"),
        row.getObject("amount", Long.class),
        row.getObject("threshold", Long.class),
        json(row.getString("detail")),
        row.getObject("entry_seq", Long.class),
        row.getBoolean("ends_sessions"),
        row.getString("acknowledged_kind") == null
            ? null
            : new Acknowledgement(
                Utc.at(row, "acknowledged_at"),
                ActorColumns.of(row, "acknowledged"),
                row.getString("note")));
  }

  private static JsonObject json(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
