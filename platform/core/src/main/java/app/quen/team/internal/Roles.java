package app.quen.team.internal;

import app.quen.access.Access;
import app.quen.access.ActorText;
import app.quen.access.FieldAccess;
import app.quen.access.Permissions;
import app.quen.access.Reach;
import app.quen.access.Standings;
import app.quen.account.ListInvitations;
import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.field.Fields;
import app.quen.field.Handling;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.team.NoSuchRole;
import app.quen.team.RoleDraft;
import app.quen.team.RoleEffect;
import app.quen.team.RoleView;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table {@code role}. */
@ApplicationScoped
public class Roles {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int MOST = 100;

  private static final String COLUMNS =
      "SELECT role_key, version, label, ready, permissions, reach, fields FROM role";

  @Inject Work work;
  @Inject Trail trail;
  @Inject Standings standings;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject ListMembers members;
  @Inject ListInvitations invitations;
  @Inject RoleForm form;
  @Inject Fields fields;

  public List<RoleView> all() {
    return work.sql()
        .createQuery(COLUMNS + " ORDER BY position, role_key")
        .map((row, context) -> role(row))
        .list();
  }

  public RoleView show(String key) {
    return find(key, "").orElseThrow(() -> new NoSuchRole(key));
  }

  private Optional<RoleView> find(String key, String lock) {
    return work.sql()
        .createQuery(COLUMNS + " WHERE role_key = :key" + lock)
        .bind("key", key)
        .map((row, context) -> role(row))
        .findOne();
  }

  public RoleView add(RoleDraft draft) {
    List<Problem> problems = new ArrayList<>();
    String key = form.key(draft.key(), problems);
    RoleView role =
        form.taken(
            new RoleView(key, 1, new Text("", ""), false, List.of(), Map.of(), Map.of()),
            draft,
            problems);
    List<RoleView> known = all();
    if (known.stream().anyMatch(one -> one.key().equals(key))) {
      problems.add(
          problem(
              "key",
              "taken",
              "Đã có vai trò “" + key + "”. Hãy chọn mã khác.",
              "There is a role “" + key + "” already. Choose another key."));
    }
    if (known.size() >= MOST) {
      problems.add(
          problem(
              "key",
              "too-many",
              "Tối đa " + MOST + " vai trò. Hãy dùng lại một vai trò đã có.",
              "At most " + MOST + " roles. Use one that is there."));
    }
    refuse(problems);
    work.sql()
        .createUpdate(
            "INSERT INTO role (role_key, version, label, position, ready, permissions, reach,"
                + " fields, updated_at, updated_by) VALUES (:key, 1, :label, 100, FALSE,"
                + " :permissions, :reach, :fields, :now, :by)")
        .bindMap(bound(role))
        .execute();
    standings.changed();
    trail.note(Act.of("RoleAdded").with(told(role).toString()));
    return show(key);
  }

  public RoleView revise(String key, RoleDraft change, int version) {
    RoleView before = find(key, " FOR UPDATE").orElseThrow(() -> new NoSuchRole(key));
    if (before.version() != version) {
      throw new Outdated("role " + key, version, before.version());
    }
    RoleView after = changed(before, change);
    work.sql()
        .createUpdate(
            "UPDATE role SET version = version + 1, label = :label, permissions = :permissions,"
                + " reach = :reach, fields = :fields, updated_at = :now, updated_by = :by"
                + " WHERE role_key = :key")
        .bindMap(bound(after))
        .execute();
    standings.changed();
    trail.note(
        Act.of("RoleRevised")
            .with(
                JSON.createObjectBuilder()
                    .add("before", told(before))
                    .add("after", told(after))
                    .build()
                    .toString()));
    return show(key);
  }

  private static JsonObject told(RoleView role) {
    return JSON.createObjectBuilder()
        .add("role", role.key())
        .add("permissions", RoleText.permissions(role.permissions()))
        .add("reach", RoleText.reach(role.reach()))
        .add("fields", RoleText.fields(flat(role)))
        .build();
  }

  private RoleView changed(RoleView before, RoleDraft change) {
    List<Problem> problems = new ArrayList<>();
    if (before.key().equals(RoleView.OWNER)) {
      problems.add(
          problem(
              "key",
              "fixed",
              "Chủ sở hữu luôn làm và xem được mọi thứ. Hãy tạo vai trò khác.",
              "Owners may do and see everything, always. Add another role."));
    }
    RoleView after = form.taken(before, change, problems);
    refuse(problems);
    return after;
  }

  public void remove(String key) {
    RoleView role = find(key, " FOR UPDATE").orElseThrow(() -> new NoSuchRole(key));
    if (role.ready()) {
      refuse(
          List.of(
              problem(
                  "key",
                  "fixed",
                  "Vai trò có sẵn không xóa được, chỉ sửa được.",
                  "A role that came with the product can be changed, not removed.")));
    }
    int holders = holders(key);
    if (holders > 0) {
      refuse(
          List.of(
              problem(
                  "key",
                  "in-use",
                  holders + " người đang có vai trò này. Hãy giao vai trò khác cho họ trước.",
                  holders + " people have this role. Give them another one first.")));
    }
    if (invitations.list(tenants.current().id()).stream().anyMatch(it -> it.role().equals(key))) {
      refuse(
          List.of(
              problem(
                  "key",
                  "in-use",
                  "Có người đang được mời với vai trò này. Hãy thu hồi lời mời trước.",
                  "Somebody is invited with this role. Take the invitation back first.")));
    }
    work.sql().createUpdate("DELETE FROM role WHERE role_key = ?").bind(0, key).execute();
    standings.changed();
    trail.note(Act.of("RoleRemoved").with(told(role).toString()));
  }

  /** May who is acting give this role to somebody? */
  public void requireGivable(@Nullable String key) {
    RoleView role = key == null ? null : find(key, "").orElse(null);
    List<Problem> problems = new ArrayList<>();
    if (role == null) {
      problems.add(
          problem(
              "role",
              "unknown",
              "Không có vai trò này. Hãy chọn một vai trò trong danh sách.",
              "There is no such role. Choose one of the list."));
    } else if (!access.permits("*")
        && !Permissions.implied(access.permissions())
            .containsAll(Permissions.implied(role.permissions()))) {
      problems.add(
          problem(
              "role",
              "beyond-own",
              "Vai trò này có quyền mà bạn không có. Hãy nhờ chủ sở hữu.",
              "This role permits what you may not do. Ask an owner."));
    } else if (role.key().equals(RoleView.OWNER) && !access.permits("*")) {
      problems.add(
          problem(
              "role",
              "beyond-own",
              "Chỉ chủ sở hữu mới thêm được chủ sở hữu.",
              "Only an owner makes somebody an owner."));
    }
    refuse(problems);
  }

  public RoleEffect effect(String key, RoleDraft change) {
    RoleView before = show(key);
    RoleView after = changed(before, change);
    List<RoleEffect.Change> changes = new ArrayList<>();
    Set<String> was = Permissions.implied(before.permissions());
    Set<String> is = Permissions.implied(after.permissions());
    for (String permission : union(was, is)) {
      if (was.contains(permission) != is.contains(permission)) {
        boolean gains = is.contains(permission);
        changes.add(
            new RoleEffect.Change("permission", permission, null, gains ? "yes" : null, gains));
      }
    }
    for (String type : union(before.reach().keySet(), after.reach().keySet())) {
      Reach then = before.reach().getOrDefault(type, Reach.NONE);
      Reach now = after.reach().getOrDefault(type, Reach.NONE);
      if (then != now) {
        changes.add(
            new RoleEffect.Change("reach", type, then.word(), now.word(), now.compareTo(then) > 0));
      }
    }
    Map<String, FieldAccess> then = flat(before);
    Map<String, FieldAccess> now = flat(after);
    for (String field : union(then.keySet(), now.keySet())) {
      FieldAccess old = effective(then, field);
      FieldAccess given = effective(now, field);
      if (old != given) {
        changes.add(
            new RoleEffect.Change(
                "field", field, old.word(), given.word(), given.compareTo(old) > 0));
      }
    }
    return new RoleEffect(holders(key), changes);
  }

  /** What is not said of a field follows from the others, or from its sensitivity. */
  private FieldAccess effective(Map<String, FieldAccess> said, String field) {
    FieldAccess access = said.get(field);
    if (access != null) {
      return access;
    }
    int slash = field.indexOf('/');
    boolean guarded =
        fields
            .find(field.substring(0, slash), field.substring(slash + 1))
            .filter(one -> !one.isCore())
            .map(one -> one.handling().sensitivity() != Handling.Sensitivity.PUBLIC)
            .orElse(false);
    return guarded
        ? FieldAccess.HIDDEN
        : said.getOrDefault(field.substring(0, slash) + "/*", FieldAccess.WRITE);
  }

  private int holders(String key) {
    return (int)
        members.list(tenants.current().id()).stream().map(Member::role).filter(key::equals).count();
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Map<String, FieldAccess> flat(RoleView role) {
    Map<String, FieldAccess> flat = new TreeMap<>();
    role.fields()
        .forEach((type, keys) -> keys.forEach((key, said) -> flat.put(type + "/" + key, said)));
    return flat;
  }

  private Map<String, Object> bound(RoleView role) {
    return Map.of(
        "key", role.key(),
        "label", RoleText.label(role.label()),
        "permissions", RoleText.permissions(role.permissions()),
        "reach", RoleText.reach(role.reach()),
        "fields", RoleText.fields(flat(role)),
        "now", LocalDateTime.now(ZoneOffset.UTC),
        "by", ActorText.of(access.actor()));
  }

  private static RoleView role(ResultSet row) throws SQLException {
    return new RoleView(
        row.getString("role_key"),
        row.getInt("version"),
        RoleText.label(row.getString("label")),
        row.getBoolean("ready"),
        RoleText.permissions(row.getString("permissions")),
        RoleText.reach(row.getString("reach")),
        RoleText.fields(row.getString("fields")));
  }

  static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }
}
