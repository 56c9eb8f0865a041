package app.quen.consent.internal;

import app.quen.access.WithoutSight;
import app.quen.consent.Consent;
import app.quen.consent.ConsentChannel;
import app.quen.consent.ConsentPage;
import app.quen.consent.ConsentState;
import app.quen.consent.PurposeId;
import app.quen.customer.CustomerId;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and adds rows of {@code consent}. */
@WithoutSight(because = "Consents asks whether the customer is seen before it reads here")
@ApplicationScoped
class ConsentRows {

  private static final String SELECT =
      "SELECT c.customer_id, c.seq, c.id, c.purpose_id, c.channel, c.state, c.purpose_version,"
          + " c.at, c.recorded_at, c.source_id, s.name AS source_name, c.text_shown, c.address,"
          + " c.note, c.actor_kind, c.actor_id, c.actor_name FROM ";
  private static final String SOURCE = " c JOIN source s ON s.id = c.source_id";

  @Inject Work work;

  /** The caller holds the customer's lock. */
  void add(Consent consent) {
    work.sql()
        .createUpdate(
            "INSERT INTO consent (customer_id, seq, id, purpose_id, channel, state,"
                + " purpose_version, at, recorded_at, source_id, text_shown, address, note,"
                + " actor_kind, actor_id, actor_name) SELECT :customer, COALESCE(MAX(seq), 0) + 1,"
                + " :id, :purpose, :channel, :state, :version, :at, :recorded, :source, :text,"
                + " :address, :note, :actorKind, :actorId, :actorName FROM consent WHERE"
                + " customer_id = :customer")
        .bind("customer", consent.customer().value())
        .bind("id", consent.id())
        .bind("purpose", consent.purpose().value())
        .bind("channel", consent.channel().word())
        .bind("state", consent.state().word())
        .bind("version", consent.version())
        .bind("at", Utc.of(consent.at()))
        .bind("recorded", Utc.of(consent.recordedAt()))
        .bind("source", consent.sourceId())
        .bind("text", consent.textShown())
        .bind("address", consent.address())
        .bind("note", consent.note())
        .bind("actorKind", consent.actor().kind().name())
        .bind("actorId", consent.actor().id())
        .bind("actorName", consent.actor().name())
        .execute();
  }

  /** What each of the customers said last of the purpose and channel. */
  Map<UUID, Consent> newest(Collection<UUID> customers, PurposeId purpose, ConsentChannel channel) {
    Map<UUID, Consent> newest = new HashMap<>();
    if (!customers.isEmpty()) {
      work.sql()
          .createQuery(
              SELECT
                  + "consent"
                  + SOURCE
                  + " WHERE c.purpose_id = :purpose AND c.channel = :channel AND c.customer_id IN"
                  + " (<customers>) ORDER BY c.customer_id, c.at, c.seq")
          .bindList("customers", List.copyOf(customers))
          .bind("purpose", purpose.value())
          .bind("channel", channel.word())
          .map((row, context) -> consent(row))
          .forEach(consent -> newest.put(consent.customer().value(), consent));
    }
    return newest;
  }

  /** Those of the customers who are in the trash. */
  Set<UUID> trashed(Collection<UUID> customers) {
    return customers.isEmpty()
        ? Set.of()
        : work.sql()
            .createQuery("SELECT id FROM customer WHERE id IN (<customers>) AND archived = 2")
            .bindList("customers", List.copyOf(customers))
            .mapTo(UUID.class)
            .set();
  }

  /** What the customer said last of each purpose and channel. */
  List<Consent> newest(CustomerId customer) {
    return work.sql()
        .createQuery(
            SELECT
                + "consent"
                + SOURCE
                + " WHERE c.customer_id = ? AND NOT EXISTS (SELECT 1 FROM consent n"
                + " WHERE n.customer_id = c.customer_id AND n.purpose_id = c.purpose_id"
                + " AND n.channel = c.channel"
                + " AND (n.at > c.at OR n.at = c.at AND n.seq > c.seq))")
        .bind(0, customer.value())
        .map((row, context) -> consent(row))
        .list();
  }

  ConsentPage history(CustomerId customer, int limit, @Nullable String cursor) {
    List<Numbered> rows =
        work.sql()
            .createQuery(
                SELECT
                    + "consent"
                    + SOURCE
                    + " WHERE c.customer_id = ? AND c.seq < ? ORDER BY c.seq DESC LIMIT ?")
            .bind(0, customer.value())
            .bind(1, cursor == null ? Integer.MAX_VALUE : number(cursor))
            .bind(2, limit + 1)
            .map((row, context) -> new Numbered(row.getInt("seq"), consent(row)))
            .list();
    boolean more = rows.size() > limit;
    List<Numbered> shown = more ? rows.subList(0, limit) : rows;
    String next = more ? Integer.toString(shown.getLast().seq, Character.MAX_RADIX) : null;
    return new ConsentPage(shown.stream().map(Numbered::consent).toList(), next);
  }

  /** Those of the customer's that have these ids. */
  List<Consent> find(CustomerId customer, Collection<UUID> ids) {
    return work.sql()
        .createQuery(
            SELECT + "consent" + SOURCE + " WHERE c.customer_id = :customer AND c.id IN (<ids>)")
        .bind("customer", customer.value())
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> consent(row))
        .list();
  }

  private record Numbered(int seq, Consent consent) {}

  private static int number(String cursor) {
    try {
      return Integer.parseInt(cursor, Character.MAX_RADIX);
    } catch (NumberFormatException e) {
      throw new Invalid(
          List.of(
              new Problem(
                  "cursor",
                  "unknown",
                  new Text(
                      "Trang này không còn; hãy mở lại từ đầu.",
                      "There is no such page; read the history from its beginning."))));
    }
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getObject("id", UUID.class),
        new CustomerId(row.getObject("customer_id", UUID.class)),
        new PurposeId(row.getObject("purpose_id", UUID.class)),
        ConsentChannel.of(row.getString("channel")).orElseThrow(),
        ConsentState.of(row.getString("state")).orElseThrow(),
        row.getInt("purpose_version"),
        Columns.at(row, "at"),
        Columns.at(row, "recorded_at"),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        Columns.actor(row, "actor"),
        row.getString("text_shown"),
        row.getString("address"),
        row.getString("note"));
  }
}
