package app.quen.team;

import static app.quen.access.AccessWorld.reach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.AccessWorld;
import app.quen.access.Refused;
import app.quen.access.Standing;
import app.quen.access.Standings;
import app.quen.account.Member;
import app.quen.account.NotFound;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.tenant.Tenant;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Somebody looks at what somebody else sees. */
class PreviewSightTest {

  private static final AccessWorld WORLD = new AccessWorld();

  private final Member boss = WORLD.member(WORLD.a(), "owner");
  private final Member lan =
      WORLD.with(
          "seen" + System.nanoTime(),
          reach("own"),
          Map.of("customer", Map.of("taxCode", "hidden", "birthPlace", "masked")));
  private final CustomerId hers = customer("Của Lan", "'" + lan.id() + "'");
  private final CustomerId others = customer("Của ai khác", "null");

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static CustomerId customer(String name, String owner) {
    return WORLD.customer(
        "{'name': '%s', 'taxCode': '0312345678', 'occupation': 'thợ', 'ownerId': %s}"
            .formatted(name, owner));
  }

  private static <T> T looking(Member who, Member as, Callable<T> work) {
    return looking(WORLD.a(), who, as, work);
  }

  private static <T> T looking(Tenant tenant, Member who, Member as, Callable<T> work) {
    return WORLD.as(
        tenant,
        who,
        () -> {
          Standing own = WORLD.bean(Standings.class).of(who.id(), who.role());
          Standing seen = WORLD.bean(PreviewSight.class).of(as.id(), own, "/customers");
          return WORLD.bean(Access.class).callAs(AccessWorld.actor(who), seen, work);
        });
  }

  private static JsonObject show(CustomerId id) {
    return WORLD.bean(ShowCustomer.class).show(id).json();
  }

  @Test
  void itIsWhatTheyThemselvesSee() {
    JsonObject looked = looking(boss, lan, () -> show(hers));
    assertThat(looked).isEqualTo(WORLD.as(lan, () -> show(hers)));
    assertThat(looked.toString()).contains("thợ").doesNotContain("0312345678");
    assertThatThrownBy(() -> looking(boss, lan, () -> show(others)))
        .isInstanceOf(NoSuchCustomer.class);
  }

  @Test
  void itIsToReadOnly() {
    for (String kept : new String[] {"customer:update", "customer:export", "apikey:manage"}) {
      assertThat(looking(boss, boss, () -> WORLD.bean(Access.class).permits(kept))).isFalse();
    }
    assertThat(looking(boss, boss, () -> WORLD.bean(Access.class).permits("customer:read")))
        .isTrue();
  }

  @Test
  void itIsNeverMoreThanWhoLooksSees() {
    Member administrator = WORLD.member(WORLD.a(), "administrator");
    WORLD.owned(
        () -> {
          RoleView role = WORLD.bean(ShowRole.class).show("administrator");
          return WORLD
              .bean(ReviseRole.class)
              .revise(
                  "administrator",
                  new RoleDraft(
                      null, null, null, null, Map.of("customer", Map.of("taxCode", "hidden"))),
                  role.version());
        });
    String looked = looking(administrator, boss, () -> show(others)).toString();
    assertThat(looked).contains("thợ").doesNotContain("0312345678");
  }

  @Test
  void whoSeesNotEverythingOrMayNotManageRolesDoesNotLookNorIntoAnotherWorkspace() {
    Member sales = WORLD.member(WORLD.a(), "sales");
    assertThatThrownBy(() -> looking(sales, lan, () -> show(hers))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> looking(lan, sales, () -> show(hers))).isInstanceOf(Refused.class);
    Member foreign = WORLD.member(WORLD.world.b(), "owner");
    assertThatThrownBy(() -> looking(WORLD.world.b(), foreign, lan, () -> show(hers)))
        .isInstanceOf(NotFound.class);
  }
}
