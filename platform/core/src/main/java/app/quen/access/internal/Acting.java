package app.quen.access.internal;

import app.quen.access.Actor;
import java.util.List;
import java.util.Set;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.permission.WildcardPermission;

/** The principal of a subject: who acts, and what they hold, parsed once. */
record Acting(Actor actor, Set<String> permissions, List<Permission> held) {

  static Acting as(Actor actor, Set<String> permissions) {
    return new Acting(
        actor,
        Set.copyOf(permissions),
        permissions.stream().<Permission>map(WildcardPermission::new).toList());
  }
}
