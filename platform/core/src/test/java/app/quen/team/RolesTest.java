package app.quen.team;

import static app.quen.access.AccessWorld.reach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.AccessWorld;
import app.quen.access.Permissions;
import app.quen.access.Reach;
import app.quen.access.Refused;
import app.quen.access.Standings;
import app.quen.account.Member;
import app.quen.account.Rejected;
import app.quen.customer.CustomerId;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.testing.EmbeddedDatabase;
import app.quen.text.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class RolesTest {

  static final AccessWorld world = new AccessWorld();
  static final Member administrator = world.member(world.a(), "administrator");

  @AfterAll
  static void close() {
    world.close();
  }

  private static RoleDraft change(
      List<String> permissions,
      Map<String, String> reach,
      Map<String, Map<String, String>> fields) {
    return new RoleDraft(null, null, permissions, reach, fields);
  }

  @Test
  void everyWorkspaceHasTheReadyRoles() {
    for (var tenant : List.of(world.a(), world.world.b())) {
      Member owner = world.member(tenant, "owner");
      assertThat(world.as(tenant, owner, () -> world.bean(ListRoles.class).list()))
          .extracting(RoleView::key)
          .contains(
              "owner",
              "administrator",
              "manager",
              "sales",
              "care",
              "marketing",
              "analyst",
              "data-officer",
              "viewer");
    }
    var standings = world.bean(Standings.class);
    var id = world.a().id();
    assertThat(Permissions.implied(standings.permissionsOf(id, "owner")))
        .hasSameSizeAs(Permissions.all());
    assertThat(Permissions.implied(standings.permissionsOf(id, "sales")))
        .contains("customer:export", "import:run")
        .doesNotContain("apikey:manage", "plugin:switch", "member:manage", "role:manage");
    assertThat(Permissions.implied(standings.permissionsOf(id, "viewer")))
        .contains("customer:read", "order:read", "feedback:read", "consent:read", "field:read")
        .allSatisfy(permission -> assertThat(permission).endsWith(":read"));
    assertThat(standings.permissionsOf(id, "janitor")).isEmpty();
  }

  @Test
  void aRoleIsChangedAndRemovedUnderItsVersion() {
    Member member = world.with("branch", reach("own"), Map.of());
    RoleView before = world.owned(() -> world.bean(ShowRole.class).show("branch"));

    RoleView after =
        world.owned(
            () ->
                world
                    .bean(ReviseRole.class)
                    .revise("branch", change(null, Map.of("customer", "team"), null), 1));

    assertThat(before.reach()).containsEntry("customer", Reach.OWN);
    assertThat(after.reach()).containsExactly(Map.entry("customer", Reach.TEAM));
    assertThat(after.version()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                world.owned(
                    () ->
                        world.bean(ReviseRole.class).revise("branch", change(null, null, null), 1)))
        .isInstanceOf(Outdated.class);
    assertThatThrownBy(() -> world.owned(() -> remove("branch"))).isInstanceOf(Invalid.class);
    world.owned(() -> world.bean(GiveRole.class).give(member.id(), "sales"));
    world.owned(() -> remove("branch"));
    assertThatThrownBy(() -> world.owned(() -> world.bean(ShowRole.class).show("branch")))
        .isInstanceOf(NoSuchRole.class);
    assertThatThrownBy(() -> world.owned(() -> remove("sales"))).isInstanceOf(Invalid.class);
  }

  private static boolean remove(String key) {
    world.bean(RemoveRole.class).remove(key);
    return true;
  }

  @Test
  void whatARoleCannotBeIsRefusedWithTheReason() {
    for (RoleDraft wrong :
        List.of(
            change(List.of("*"), null, null),
            change(List.of("customer:fly"), null, null),
            change(null, Map.of("customer", "everywhere"), null),
            change(null, Map.of("invoice", "all"), null),
            change(null, null, Map.of("customer", Map.of("name", "hidden"))),
            change(null, null, Map.of("order", Map.of("total", "masked"))),
            change(null, null, Map.of("customer", Map.of("nothing", "read"))),
            change(null, null, Map.of("customer", Map.of("phones", "seen"))))) {
      assertThatThrownBy(
              () -> world.owned(() -> world.bean(ReviseRole.class).revise("care", wrong, 1)))
          .as(wrong.toString())
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(
            () ->
                world.owned(
                    () ->
                        world
                            .bean(ReviseRole.class)
                            .revise("owner", change(List.of("customer:read"), null, null), 1)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void nobodyGivesMoreThanTheyHave() {
    Member clerk = world.member(world.a(), "viewer");
    Member owner = world.member(world.a(), "owner");

    assertThatThrownBy(() -> world.as(administrator, () -> give(clerk.id(), "owner")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> world.as(administrator, () -> give(owner.id(), "viewer")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> world.as(clerk, () -> give(clerk.id(), "manager")))
        .isInstanceOf(Refused.class);
    assertThat(world.as(administrator, () -> give(clerk.id(), "manager")).role())
        .isEqualTo("manager");
    assertThatThrownBy(
            () ->
                world.owned(
                    () ->
                        world
                            .bean(AddRole.class)
                            .add(
                                new RoleDraft(
                                    "bad key", new Text("x", "x"), List.of(), null, null))))
        .isInstanceOf(Invalid.class);
  }

  private static Member give(UUID member, String role) {
    return world.bean(GiveRole.class).give(member, role);
  }

  @Test
  void theLastOwnerStaysOne() {
    var lonely = world.world.another("lonely");
    Member only = world.member(lonely, "owner");
    List<Member> owners =
        world.bean(app.quen.account.ListMembers.class).list(lonely.id()).stream()
            .filter(member -> member.role().equals("owner"))
            .toList();
    for (Member owner : owners) {
      if (!owner.id().equals(only.id())) {
        world.as(lonely, only, () -> give(owner.id(), "viewer"));
      }
    }

    assertThatThrownBy(() -> world.as(lonely, only, () -> give(only.id(), "viewer")))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.problems().getFirst().code()).isEqualTo("last-owner"));
    Member second = world.member(lonely, "owner");
    assertThat(world.as(lonely, second, () -> give(only.id(), "viewer")).role())
        .isEqualTo("viewer");
  }

  @Test
  void aChangeShowsItsEffectBeforeItIsMade() {
    world.with("effect", reach("own"), Map.of());
    RoleEffect effect =
        world.owned(
            () ->
                world
                    .bean(ShowRoleEffect.class)
                    .show(
                        "effect",
                        change(
                            List.of("customer:read"),
                            Map.of("customer", "all"),
                            Map.of("customer", Map.of("phones", "masked")))));

    assertThat(effect.members()).isEqualTo(1);
    assertThat(effect.changes())
        .contains(
            new RoleEffect.Change("permission", "customer:update", null, null, false),
            new RoleEffect.Change("reach", "customer", "own", "all", true),
            new RoleEffect.Change("field", "customer/phones", "write", "masked", false));
    assertThat(world.owned(() -> world.bean(ShowRole.class).show("effect")).version()).isEqualTo(1);
  }

  @Test
  void itIsSaidWhoSeesARecordAndWhy() {
    Member own =
        world.with("why-own", reach("own"), Map.of("customer", Map.of("phones", "hidden")));
    Member none = world.with("why-none", reach("none"), Map.of());
    Member team = world.with("why-team", reach("team"), Map.of());
    world.team(null, "Nhóm", own, team);
    CustomerId customer = world.customer("{'name': 'An', 'ownerId': '%s'}".formatted(own.id()));

    assertThat(explained(customer, own).reasons()).containsExactly("own");
    assertThat(explained(customer, own).fields())
        .containsEntry("phones", app.quen.access.FieldAccess.HIDDEN);
    assertThat(explained(customer, team).reasons()).containsExactly("team");
    assertThat(explained(customer, none).sees()).isFalse();
    assertThat(world.owned(() -> world.bean(ListViewers.class).list("customer", customer.value())))
        .extracting(SightExplained::member)
        .contains(own.id(), team.id(), administrator.id())
        .doesNotContain(none.id());
  }

  private static SightExplained explained(CustomerId customer, Member member) {
    return world.owned(
        () -> world.bean(ExplainSight.class).explain("customer", customer.value(), member.id()));
  }

  @Test
  void aTeamMovesWithAllBelowIt() {
    UUID north = world.team(null, "Bắc");
    UUID south = world.team(null, "Nam");
    UUID hanoi = world.team(north, "Hà Nội");
    UUID hoankiem = world.team(hanoi, "Hoàn Kiếm");

    world.owned(() -> world.bean(ReviseTeam.class).revise(hanoi, south, "Hà Nội", 1));

    assertThatThrownBy(
            () -> world.owned(() -> world.bean(ReviseTeam.class).revise(south, hoankiem, "Nam", 1)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> world.owned(() -> removeTeam(south))).isInstanceOf(Invalid.class);
    world.owned(() -> removeTeam(hoankiem));
    world.owned(() -> removeTeam(hanoi));
    world.owned(() -> removeTeam(south));
    assertThat(world.owned(() -> world.bean(ListTeams.class).list()))
        .extracting(TeamView::id)
        .contains(north)
        .doesNotContain(south, hanoi, hoankiem);
    assertThat(
            world.as(
                world.world.b(),
                world.member(world.world.b(), "owner"),
                () -> world.bean(ListTeams.class).list()))
        .isEmpty();
  }

  private static boolean removeTeam(UUID team) {
    world.bean(RemoveTeam.class).remove(team);
    return true;
  }
}
