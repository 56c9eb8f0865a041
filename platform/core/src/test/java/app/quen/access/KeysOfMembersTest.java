package app.quen.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.account.ApiKey;
import app.quen.account.CreateApiKey;
import app.quen.account.RemoveMember;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class KeysOfMembersTest {

  static World world;

  @BeforeAll
  static void open() {
    world = World.open();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void twoSetsShareWhatBothImply() {
    assertThat(Permissions.shared(Set.of("*"), Set.of("customer:read", "order:*")))
        .contains("customer:read", "order:read", "order:export")
        .doesNotContain("customer:create");
    assertThat(Permissions.shared(Set.of("customer:read"), Set.of("order:*"))).isEmpty();
    assertThat(Permissions.shared(Set.of("customer:read"), Set.of())).isEmpty();
  }

  @Test
  void whatAKeyHasAskedForGoesOnWithWhatItsMakerMayDoNow() {
    var sales = member(world.a(), "sales");
    member(world.a(), "owner");
    var made = key(world.a(), sales, Set.of("customer:read", "setting:manage"));
    var others = key(world.b(), member(world.b(), "owner"), Set.of("setting:manage"));

    assertThat(starter(world.a(), made)).containsExactly("customer:read");
    assertThat(starter(world.b(), others)).containsExactly("setting:manage");
    assertThat(starter(world.b(), made)).as("it is not a key of that workspace").isEmpty();

    world.bean(RemoveMember.class).remove(world.a().id(), sales);
    assertThat(starter(world.a(), made)).isEmpty();
  }

  private static Set<String> starter(Tenant tenant, ApiKey key) {
    var actor = new Actor(Actor.Kind.API_KEY, key.id(), key.name());
    return world.in(tenant, () -> world.bean(StarterPermissions.class).of(actor, tenant.id()));
  }

  private static UUID member(Tenant tenant, String role) {
    var email = role + "-" + tenant.slug() + UUID.randomUUID() + "@keys.example";
    return world.member(tenant.id(), email, "Lan", role).id();
  }

  private static ApiKey key(Tenant tenant, UUID maker, Set<String> permissions) {
    return world
        .bean(CreateApiKey.class)
        .create(tenant.id(), maker, "POS", permissions, null)
        .apiKey();
  }
}
