package app.quen.team.internal;

import static app.quen.team.internal.Roles.problem;
import static app.quen.team.internal.Roles.refuse;

import app.quen.access.Standings;
import app.quen.account.FindMembers;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.team.NoSuchTeam;
import app.quen.team.TeamView;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code team} and {@code team_member}. */
@ApplicationScoped
public class Teams {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int MOST = 500;
  private static final int LONGEST_NAME = 120;

  /** A path of ids has room for so many. */
  private static final int DEEPEST = 20;

  @Inject Work work;
  @Inject Trail trail;
  @Inject Standings standings;
  @Inject Tenants tenants;
  @Inject FindMembers findMembers;

  private record Row(UUID id, int version, @Nullable UUID parent, String name, String path) {}

  public List<TeamView> all() {
    Map<UUID, List<UUID>> members = new HashMap<>();
    work.sql()
        .createQuery("SELECT team_id, account_id FROM team_member ORDER BY account_id")
        .map(
            (row, context) ->
                members
                    .computeIfAbsent(row.getObject(1, UUID.class), k -> new ArrayList<>())
                    .add(row.getObject(2, UUID.class)))
        .forEach(added -> {});
    return rows("").stream()
        .map(
            row ->
                new TeamView(
                    row.id,
                    row.version,
                    row.parent,
                    row.name,
                    members.getOrDefault(row.id, List.of())))
        .toList();
  }

  private List<Row> rows(String lock) {
    return work.sql()
        .createQuery("SELECT id, version, parent_id, name, path FROM team ORDER BY path" + lock)
        .map(
            (row, context) ->
                new Row(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getString(5)))
        .list();
  }

  private TeamView show(UUID id) {
    return all().stream()
        .filter(team -> team.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchTeam(id));
  }

  public TeamView add(@Nullable UUID parent, String name) {
    List<Row> known = rows(" FOR UPDATE");
    List<Problem> problems = new ArrayList<>();
    Row above = above(known, parent, problems);
    String tidy = name(name, problems);
    if (known.size() >= MOST) {
      problems.add(
          problem("name", "too-many", "Tối đa " + MOST + " nhóm.", "At most " + MOST + " teams."));
    }
    refuse(problems);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    work.sql()
        .createUpdate(
            "INSERT INTO team (id, version, parent_id, name, path) VALUES (:id, 1, :parent, :name,"
                + " :path)")
        .bind("id", id)
        .bind("parent", parent)
        .bind("name", tidy)
        .bind("path", path(above, id))
        .execute();
    return noted("TeamAdded", id);
  }

  public TeamView revise(UUID id, @Nullable UUID parent, String name, int version) {
    List<Row> known = rows(" FOR UPDATE");
    Row before = found(known, id);
    if (before.version != version) {
      throw new Outdated("team " + id, version, before.version);
    }
    List<Problem> problems = new ArrayList<>();
    Row above = above(known, parent, problems);
    String tidy = name(name, problems);
    if (above != null && above.path.startsWith(before.path)) {
      problems.add(
          problem(
              "parentId",
              "below-itself",
              "Nhóm không thể nằm dưới chính nó. Hãy chọn nhóm khác.",
              "A team cannot be below itself. Choose another one."));
    }
    refuse(problems);
    work.sql()
        .createUpdate(
            "UPDATE team SET version = version + 1, parent_id = :parent, name = :name WHERE id ="
                + " :id")
        .bind("parent", parent)
        .bind("name", tidy)
        .bind("id", id)
        .execute();
    work.sql()
        .createUpdate(
            "UPDATE team SET path = CONCAT(:to, SUBSTRING(path, :from)) WHERE path LIKE :below")
        .bind("to", path(above, id))
        .bind("from", before.path.length() + 1)
        .bind("below", before.path + "%")
        .execute();
    return noted("TeamRevised", id);
  }

  public void remove(UUID id) {
    List<Row> known = rows(" FOR UPDATE");
    found(known, id);
    if (known.stream().anyMatch(team -> id.equals(team.parent))) {
      refuse(
          List.of(
              problem(
                  "id",
                  "has-teams-below",
                  "Còn nhóm ở dưới. Hãy chuyển hoặc xóa các nhóm đó trước.",
                  "There are teams below it. Move or remove them first.")));
    }
    work.sql().createUpdate("DELETE FROM team_member WHERE team_id = ?").bind(0, id).execute();
    work.sql()
        .createUpdate("DELETE FROM share WHERE to_kind = 'team' AND to_id = ?")
        .bind(0, id)
        .execute();
    work.sql().createUpdate("DELETE FROM team WHERE id = ?").bind(0, id).execute();
    standings.changed();
    trail.note(Act.of("TeamRemoved").on("team", id));
  }

  public TeamView setMembers(UUID id, Set<UUID> members) {
    found(rows(" FOR UPDATE"), id);
    if (!findMembers.find(tenants.current().id(), members).containsAll(members)) {
      refuse(
          List.of(
              problem(
                  "members",
                  "unknown-member",
                  "Chỉ thành viên của không gian làm việc này mới vào nhóm được.",
                  "Only members of this workspace can be in a team.")));
    }
    work.sql().createUpdate("DELETE FROM team_member WHERE team_id = ?").bind(0, id).execute();
    for (UUID member : members) {
      work.sql()
          .createUpdate("INSERT INTO team_member (account_id, team_id) VALUES (?, ?)")
          .bind(0, member)
          .bind(1, id)
          .execute();
    }
    return noted("TeamMembersSet", id);
  }

  private TeamView noted(String act, UUID id) {
    TeamView team = show(id);
    JsonObjectBuilder told = JSON.createObjectBuilder().add("name", team.name());
    told.add("parentId", team.parentId() == null ? "" : team.parentId().toString());
    JsonArrayBuilder members = JSON.createArrayBuilder();
    team.members().forEach(member -> members.add(member.toString()));
    standings.changed();
    trail.note(Act.of(act).on("team", id).with(told.add("members", members).build().toString()));
    return team;
  }

  private static Row found(List<Row> known, UUID id) {
    return known.stream()
        .filter(team -> team.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchTeam(id));
  }

  private static @Nullable Row above(
      List<Row> known, @Nullable UUID parent, List<Problem> problems) {
    if (parent == null) {
      return null;
    }
    Row above = known.stream().filter(team -> team.id.equals(parent)).findFirst().orElse(null);
    if (above == null) {
      problems.add(
          problem(
              "parentId",
              "unknown",
              "Không có nhóm này. Hãy chọn một nhóm trong danh sách.",
              "There is no such team. Choose one of the list."));
    } else if (above.path.chars().filter(c -> c == '/').count() >= DEEPEST) {
      problems.add(
          problem(
              "parentId",
              "too-deep",
              "Tối đa " + DEEPEST + " cấp nhóm.",
              "At most " + DEEPEST + " teams above each other."));
    }
    return above;
  }

  private static String path(@Nullable Row above, UUID id) {
    return (above == null ? "" : above.path) + id + "/";
  }

  private static String name(String written, List<Problem> problems) {
    String name = written.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add(
          problem(
              "name",
              "malformed",
              "Tên nhóm có từ 1 đến " + LONGEST_NAME + " ký tự.",
              "A team's name has 1 to " + LONGEST_NAME + " characters."));
    }
    return name;
  }
}
