package app.quen.access;

import app.quen.account.Member;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.team.AddRole;
import app.quen.team.AddTeam;
import app.quen.team.RoleDraft;
import app.quen.team.SetTeamMembers;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import app.quen.text.Text;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** People with roles of all kinds in a test's tenants. */
public final class AccessWorld implements AutoCloseable {

  public static final List<String> ALL_OF_RECORDS =
      List.of("customer:*", "order:*", "interaction:*", "feedback:*", "task:*", "consent:read");

  public final World world = World.open();
  private final Actor owner = actor(member(world.a(), "owner"));

  public Tenant a() {
    return world.a();
  }

  public Member member(Tenant tenant, String role) {
    var email = role + UUID.randomUUID() + "@access.example";
    return world.member(tenant.id(), email, "Chị " + role, role);
  }

  public static Actor actor(Member member) {
    return new Actor(Actor.Kind.MEMBER, member.id(), member.name());
  }

  /** As the owner, from whom nothing is kept. */
  public <T> T owned(Callable<T> work) {
    return world.in(a(), () -> world.bean(Access.class).callAs(owner, Set.of("*"), work));
  }

  /** As a member, with what the role says. */
  public <T> T as(Member member, Callable<T> work) {
    return as(a(), member, work);
  }

  public <T> T as(Tenant tenant, Member member, Callable<T> work) {
    return world.in(
        tenant,
        () -> {
          Standing standing = world.bean(Standings.class).of(member.id(), member.role());
          return world.bean(Access.class).callAs(actor(member), standing, work);
        });
  }

  public <T> T bean(Class<T> type) {
    return world.bean(type);
  }

  /** A role of the workspace's own, and somebody who has it. */
  public Member with(
      String key, Map<String, String> reach, Map<String, Map<String, String>> fields) {
    return with(key, ALL_OF_RECORDS, reach, fields);
  }

  public Member with(
      String key,
      List<String> permissions,
      Map<String, String> reach,
      Map<String, Map<String, String>> fields) {
    owned(
        () ->
            bean(AddRole.class)
                .add(new RoleDraft(key, new Text(key, key), permissions, reach, fields)));
    return member(a(), key);
  }

  public static Map<String, String> reach(String customer) {
    return Map.of(
        "customer",
        customer,
        "order",
        "all",
        "interaction",
        "all",
        "feedback",
        "all",
        "task",
        "all");
  }

  public UUID team(@Nullable UUID parent, String name, Member... members) {
    UUID team = owned(() -> bean(AddTeam.class).add(parent, name)).id();
    Set<UUID> ids =
        java.util.Arrays.stream(members)
            .map(Member::id)
            .collect(java.util.stream.Collectors.toSet());
    owned(() -> bean(SetTeamMembers.class).set(team, ids));
    return team;
  }

  public CustomerId customer(String json) {
    return owned(() -> register(json)).id();
  }

  public CustomerView register(String json) {
    return bean(RegisterCustomer.class).register(CustomerDraft.read(json(json)), Source.FORM);
  }

  public static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
