package app.quen.team.internal;

import static app.quen.team.internal.Roles.problem;
import static app.quen.team.internal.Roles.refuse;

import app.quen.access.Access;
import app.quen.access.ActorText;
import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.access.Standings;
import app.quen.account.FindMembers;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Problem;
import app.quen.team.NoSuchShare;
import app.quen.team.ShareDraft;
import app.quen.team.ShareView;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The table {@code share}. Nobody shares more than they have. */
@ApplicationScoped
public class Shares {

  private static final int MOST = 100;

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** By type of record: where it is. */
  static final Map<String, String> TABLES =
      Map.of(
          "customer", "customer",
          "order", "sales_order",
          "interaction", "interaction",
          "feedback", "feedback",
          "task", "task");

  @Inject Work work;
  @Inject Trail trail;
  @Inject Standings standings;
  @Inject Access access;
  @Inject Policy policy;
  @Inject Tenants tenants;
  @Inject FindMembers findMembers;

  public List<ShareView> of(String recordType, UUID record) {
    requireSeen(recordType, record);
    return work.sql()
        .createQuery(
            "SELECT * FROM share WHERE record_type = :type AND record_id = :record"
                + " AND (until IS NULL OR until > UTC_TIMESTAMP(6)) ORDER BY id LIMIT "
                + MOST)
        .bind("type", recordType)
        .bind("record", record)
        .map((row, context) -> share(row))
        .list();
  }

  public ShareView add(String recordType, UUID record, ShareDraft draft) {
    requireSeen(recordType, record);
    List<Problem> problems = new ArrayList<>();
    if (!Set.of("read", "write").contains(draft.level())) {
      problems.add(
          problem(
              "level",
              "not-a-choice",
              "Mức chia sẻ là read hoặc write.",
              "The level is read or write."));
    } else if (draft.level().equals("write")) {
      requireChangeable(recordType, record);
    }
    if (!isThere(draft)) {
      problems.add(
          problem(
              "toId",
              "unknown",
              "Hãy chọn một thành viên hoặc một nhóm của không gian làm việc này.",
              "Choose a member or a team of this workspace."));
    }
    Instant until = draft.until();
    if (until != null && !until.isAfter(Instant.now())) {
      problems.add(
          problem("until", "past", "Thời hạn phải ở tương lai.", "It must end in the future."));
    }
    if (of(recordType, record).size() >= MOST) {
      problems.add(
          problem(
              "toId",
              "too-many",
              "Mỗi hồ sơ chia sẻ cho tối đa " + MOST + " người và nhóm.",
              "A record is shared with at most " + MOST + " people and teams."));
    }
    refuse(problems);
    work.sql()
        .createUpdate(
            "INSERT INTO share (id, record_type, record_id, to_kind, to_id, level, until,"
                + " created_at, created_by) VALUES (:id, :type, :record, :kind, :to, :level,"
                + " :until, :now, :by) ON DUPLICATE KEY UPDATE level = :level, until = :until,"
                + " created_at = :now, created_by = :by")
        .bind("id", UuidCreator.getTimeOrderedEpoch())
        .bind("type", recordType)
        .bind("record", record)
        .bind("kind", draft.toKind())
        .bind("to", draft.toId())
        .bind("level", draft.level())
        .bind("until", until == null ? null : LocalDateTime.ofInstant(until, ZoneOffset.UTC))
        .bind("now", LocalDateTime.now(ZoneOffset.UTC))
        .bind("by", ActorText.of(access.actor()))
        .execute();
    standings.changed();
    trail.note(
        Act.of("RecordShared")
            .on(recordType, record)
            .with(
                told(draft.toKind(), draft.toId(), draft.level())
                    .add("until", until == null ? "" : until.toString())
                    .build()
                    .toString()));
    return of(recordType, record).stream()
        .filter(share -> share.toId().equals(draft.toId()) && share.toKind().equals(draft.toKind()))
        .findFirst()
        .orElseThrow();
  }

  public void remove(UUID id) {
    ShareView share =
        work.sql()
            .createQuery("SELECT * FROM share WHERE id = ? FOR UPDATE")
            .bind(0, id)
            .map((row, context) -> share(row))
            .findOne()
            .orElseThrow(() -> new NoSuchShare("share " + id));
    requireSeen(share.recordType(), share.recordId());
    requireChangeable(share.recordType(), share.recordId());
    work.sql().createUpdate("DELETE FROM share WHERE id = ?").bind(0, id).execute();
    standings.changed();
    trail.note(
        Act.of("ShareEnded")
            .on(share.recordType(), share.recordId())
            .with(told(share.toKind(), share.toId(), share.level()).build().toString()));
  }

  private static JsonObjectBuilder told(String kind, UUID to, String level) {
    return JSON.createObjectBuilder()
        .add("toKind", kind)
        .add("toId", to.toString())
        .add("level", level);
  }

  private boolean isThere(ShareDraft draft) {
    return switch (draft.toKind()) {
      case "member" -> !findMembers.find(tenants.current().id(), Set.of(draft.toId())).isEmpty();
      case "team" ->
          work.sql()
              .createQuery("SELECT EXISTS (SELECT 1 FROM team WHERE id = ?)")
              .bind(0, draft.toId())
              .mapTo(Boolean.class)
              .one();
      default -> false;
    };
  }

  void requireSeen(String recordType, UUID record) {
    if (!TABLES.containsKey(recordType)
        || !access.permits(recordType + ":read")
        || !fits(recordType, record, policy.of(recordType).rows("r"))) {
      throw new NoSuchShare(recordType + " " + record);
    }
  }

  private void requireChangeable(String recordType, UUID record) {
    if (!fits(recordType, record, policy.of(recordType).rowsToChange("r"))) {
      throw new Refused(recordType + ":update");
    }
  }

  boolean fits(String recordType, UUID record, String rows) {
    return work.sql()
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM "
                + TABLES.get(recordType)
                + " r WHERE r.id = ? AND "
                + rows
                + ")")
        .bind(0, record)
        .mapTo(Boolean.class)
        .one();
  }

  Sight sightOf(String recordType, UUID member) {
    return policy.of(recordType, member);
  }

  private static ShareView share(ResultSet row) throws SQLException {
    return new ShareView(
        row.getObject("id", UUID.class),
        row.getString("record_type"),
        row.getObject("record_id", UUID.class),
        row.getString("to_kind"),
        row.getObject("to_id", UUID.class),
        row.getString("level"),
        Utc.atOrNull(row, "until"),
        Utc.at(row, "created_at"),
        ActorText.read(row.getString("created_by")));
  }
}
