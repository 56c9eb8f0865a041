package app.quen.access;

import app.quen.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The roles that a member can have in a workspace, and what each may do. */
public final class Roles {

  public static final Role OWNER = new Role("owner", new Text("Chủ sở hữu", "Owner"), Set.of("*"));

  public static final Role SALES =
      new Role(
          "sales",
          new Text("Kinh doanh", "Sales"),
          Set.of(
              "customer:*",
              "order:*",
              "interaction:*",
              "feedback:*",
              "task:*",
              "survey:read",
              "survey:send",
              "consent:read",
              "consent:record",
              "source:read",
              "import:*",
              "field:read",
              "plugin:read",
              "setting:read",
              "member:read"));

  public static final Role VIEWER =
      new Role(
          "viewer",
          new Text("Chỉ xem", "Viewer"),
          Set.of(
              "customer:read",
              "order:read",
              "interaction:read",
              "feedback:read",
              "task:read",
              "survey:read",
              "consent:read",
              "source:read",
              "field:read",
              "setting:read",
              "member:read"));

  private static final List<Role> ALL = List.of(OWNER, SALES, VIEWER);

  private Roles() {}

  public static List<Role> all() {
    return ALL;
  }

  public static Optional<Role> find(String name) {
    return ALL.stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** What a member with this role may do; nothing for a role that does not exist (any more). */
  public static Set<String> permissionsOf(String name) {
    return find(name).map(Role::permissions).orElse(Set.of());
  }

  /**
   * @param permissions wildcard strings; {@link Permissions#implied} spells them out
   */
  public record Role(String name, Text label, Set<String> permissions) {}
}
