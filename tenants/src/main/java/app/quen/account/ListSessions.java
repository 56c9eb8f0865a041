package app.quen.account;

import app.quen.control.ControlSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The account's open sessions, the latest first. */
@ApplicationScoped
public class ListSessions {

  @Inject ControlSchema control;

  public List<OpenSession> list(Session session) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT id, created_at, last_seen_at, user_agent, address FROM session"
                        + " WHERE account_id = :account AND expires_at > :now"
                        + " ORDER BY last_seen_at DESC, id DESC")
                .bind("account", session.account().id())
                .bind("now", Instant.now())
                .map(
                    (row, context) -> {
                      var id = row.getObject("id", UUID.class);
                      return new OpenSession(
                          id,
                          row.getTimestamp("created_at").toInstant(),
                          row.getTimestamp("last_seen_at").toInstant(),
                          row.getString("user_agent"),
                          row.getString("address"),
                          id.equals(session.id()));
                    })
                .list());
  }
}
