package app.quen.access.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Reach;
import app.quen.access.Standing;
import app.quen.access.Standings;
import app.quen.database.Kept;
import app.quen.database.Marks;
import app.quen.database.Work;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Standings from the tables of roles, teams and shares: one query for all of them, asked again when
 * one of them has changed.
 */
@ApplicationScoped
class StoredStandings implements Standings {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String OWNER = "owner";

  private static final String ROLE =
      "SELECT 'role' AS what, CAST(permissions AS CHAR) AS a, CAST(reach AS CHAR) AS b,"
          + " CAST(fields AS CHAR) AS c, NULL AS until FROM role WHERE role_key = :role";

  private static final String TEAMS =
      " UNION ALL SELECT DISTINCT IF(d.id = t.id, 'team', 'below'), CAST(m.account_id AS CHAR),"
          + " NULL, NULL, NULL FROM team_member me JOIN team t ON t.id = me.team_id"
          + " JOIN team d ON d.path LIKE CONCAT(t.path, '%')"
          + " JOIN team_member m ON m.team_id = d.id WHERE me.account_id = :account";

  private static final String SHARES =
      " UNION ALL SELECT 'share', record_type, CAST(record_id AS CHAR), level, until FROM share"
          + " WHERE (until IS NULL OR until > UTC_TIMESTAMP(6))"
          + " AND (to_kind = 'member' AND to_id = :account OR to_kind = 'team' AND to_id IN"
          + " (SELECT team_id FROM team_member WHERE account_id = :account))";

  /**
   * So long a change that another server made may take to be seen here; of this one it is seen at
   * once.
   */
  private static final long FRESH_NANOS = 1_000_000_000L;

  /** What {@link Marks} call roles, teams and shares. */
  private static final String ACCESS = "access";

  @Inject Work work;
  @Inject Marks marks;
  @Inject Tenants tenants;

  private final Kept<Who, Read> kept = new Kept<>();
  private final Map<TenantId, Looked> lookedAt = new ConcurrentHashMap<>();

  /** The mark of a workspace, and when it was looked at last. */
  private record Looked(String mark, long at) {}

  private record Who(UUID account, String role) {}

  /**
   * A standing as it was read.
   *
   * @param until when the first of the shares in it ends; null: none does
   */
  private record Read(Standing standing, @Nullable LocalDateTime until) {

    boolean holds() {
      return until == null || until.isAfter(LocalDateTime.now(ZoneOffset.UTC));
    }
  }

  @Override
  public Standing of(UUID account, String role) {
    if (role.equals(OWNER)) {
      // nobody can change what the owner may do: there is nothing to look up
      return new Standing(
          tenants.current().id(),
          account,
          Standing.ALL.permissions(),
          true,
          Map.of(),
          Map.of(),
          Set.of(account),
          Set.of(account),
          Map.of());
    }
    TenantId here = tenants.current().id();
    var who = new Who(account, role);
    Looked looked = lookedAt.get(here);
    Read known =
        looked == null || System.nanoTime() - looked.at > FRESH_NANOS
            ? null
            : kept.known(here, looked.mark, who);
    return (known == null || !known.holds() ? read(here, who) : known).standing();
  }

  private Read read(TenantId here, Who who) {
    return work.transact(
        () -> {
          String mark = marks.of(ACCESS);
          var looked = new Looked(mark, System.nanoTime());
          Read read = kept.of(here, mark, who, one -> stored(here, one), Read::holds);
          // only of what is committed: others go by it
          work.afterCommit(() -> lookedAt.put(here, looked));
          return read;
        });
  }

  private Read stored(TenantId tenant, Who who) {
    var found = new Found(tenant, who.account);
    work.sql()
        .createQuery(ROLE + TEAMS + SHARES)
        .bind("role", who.role)
        .bind("account", who.account)
        .map(
            (row, context) ->
                found.take(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDateTime.class)))
        .forEach(taken -> {});
    return found.read();
  }

  @Override
  public void changed() {
    marks.changed(ACCESS);
    TenantId here = tenants.current().id();
    work.afterCommit(() -> lookedAt.remove(here));
  }

  @Override
  public Set<String> permissionsOf(TenantId tenant, String role) {
    if (role.equals(OWNER)) {
      return Standing.ALL.permissions();
    }
    try {
      return tenants.callAs(
          tenant,
          () ->
              work.transact(
                  () ->
                      work.sql()
                          .createQuery(
                              "SELECT CAST(permissions AS CHAR) FROM role WHERE role_key = :role")
                          .bind("role", role)
                          .map((row, context) -> permissions(row.getString(1)))
                          .findOne()
                          .orElse(Set.of())));
    } catch (TenantUnavailable closed) {
      return Set.of();
    }
  }

  /** The rows of the query, gathered. */
  private static final class Found {

    private final TenantId tenant;
    private final UUID account;
    private final Set<UUID> team = new HashSet<>();
    private final Set<UUID> below = new HashSet<>();
    private final Map<String, Map<UUID, Standing.Level>> shares = new HashMap<>();
    private Set<String> permissions = Set.of();
    private Map<String, Reach> reach = Map.of();
    private Map<String, FieldAccess> fields = Map.of();
    private boolean role;
    private @Nullable LocalDateTime until;

    Found(TenantId tenant, UUID account) {
      this.tenant = tenant;
      this.account = account;
    }

    boolean take(String what, String a, String b, String c, @Nullable LocalDateTime ends) {
      switch (what) {
        case "role" -> {
          permissions = permissions(a);
          reach = reach(b);
          fields = fields(c);
          role = true;
        }
        case "team" -> team.add(UUID.fromString(a));
        case "below" -> below.add(UUID.fromString(a));
        default -> {
          shares
              .computeIfAbsent(a, k -> new HashMap<>())
              // shared with the person and with a team: the wider one counts
              .merge(
                  UUID.fromString(b),
                  c.equals("write") ? Standing.Level.WRITE : Standing.Level.READ,
                  (one, other) -> one.compareTo(other) > 0 ? one : other);
          if (ends != null && (until == null || ends.isBefore(until))) {
            until = ends;
          }
        }
      }
      return true;
    }

    Read read() {
      return new Read(role ? standing() : Standing.NONE, until);
    }

    private Standing standing() {
      team.add(account);
      below.addAll(team);
      return new Standing(
          tenant,
          account,
          permissions,
          permissions.contains("*"),
          reach,
          fields,
          Set.copyOf(team),
          Set.copyOf(below),
          Map.copyOf(shares));
    }
  }

  private static Set<String> permissions(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return new LinkedHashSet<>(reader.readArray().getValuesAs(JsonString::getString));
    }
  }

  private static Map<String, Reach> reach(String text) {
    Map<String, Reach> reach = new HashMap<>();
    JsonObject json = object(text);
    for (String type : json.keySet()) {
      reach.put(type, Reach.of(json.getString(type)).orElse(Reach.NONE));
    }
    return Map.copyOf(reach);
  }

  private static Map<String, FieldAccess> fields(String text) {
    Map<String, FieldAccess> fields = new HashMap<>();
    JsonObject json = object(text);
    for (String key : json.keySet()) {
      fields.put(key, FieldAccess.of(json.getString(key)).orElse(FieldAccess.HIDDEN));
    }
    return Map.copyOf(fields);
  }

  private static JsonObject object(String text) {
    try (var reader = JSON.createReader(new StringReader(Objects.requireNonNull(text)))) {
      return reader.readObject();
    }
  }
}
