package app.quen.access.internal;

import app.quen.access.Actor;
import app.quen.access.Sight;
import app.quen.access.Standing;
import app.quen.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.jspecify.annotations.Nullable;

/** The principal of a subject: who acts, what they hold, parsed once, and what they see. */
record Acting(
    Actor actor,
    Set<String> permissions,
    List<Permission> held,
    AtomicReference<@Nullable Known> known) {

  /** A standing, the workspace it is of, when it was read, and what follows by type of record. */
  record Known(@Nullable TenantId tenant, Standing standing, long at, Map<String, Sight> sights) {

    Known(@Nullable TenantId tenant, Standing standing) {
      this(tenant, standing, System.nanoTime(), new ConcurrentHashMap<>());
    }
  }

  static Acting as(Actor actor, Set<String> permissions) {
    return new Acting(
        actor,
        Set.copyOf(permissions),
        permissions.stream().<Permission>map(WildcardPermission::new).toList(),
        new AtomicReference<>());
  }
}
