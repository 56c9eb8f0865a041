package app.quen.team;

import app.quen.access.Access;
import app.quen.access.FieldAccess;
import app.quen.access.FieldSensitivity;
import app.quen.access.Permissions;
import app.quen.access.Permitted;
import app.quen.access.Reach;
import app.quen.access.Refused;
import app.quen.access.Standing;
import app.quen.access.Standings;
import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.account.NotFound;
import app.quen.audit.Act;
import app.quen.audit.Seldom;
import app.quen.audit.Trail;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What another member sees, for an administrator who looks: to read only, and never more than who
 * looks sees.
 */
@ApplicationScoped
public class PreviewSight {

  private static final String NEEDED = "role:manage";
  private static final Set<String> TYPES =
      Set.of("customer", "order", "interaction", "feedback", "task");

  @Inject Access access;
  @Inject Tenants tenants;
  @Inject ListMembers members;
  @Inject Standings standings;
  @Inject FieldSensitivity sensitivity;
  @Inject Trail trail;
  @Inject Clock clock;

  /** A look asks for one thing after the other. */
  private final Seldom<Look> told = new Seldom<>(Duration.ofMinutes(15));

  private record Look(TenantId tenant, @Nullable UUID by, UUID as) {}

  /**
   * Writes down who looks, as whom, and what they began with.
   *
   * @param by of who is acting
   * @throws Refused if they may not, or do not see every record themselves
   * @throws NotFound if there is no such member
   */
  @Permitted(NEEDED)
  public Standing of(UUID member, Standing by, String what) {
    boolean everywhere = TYPES.stream().allMatch(type -> by.reachOf(type) == Reach.ALL);
    if (!access.permits(NEEDED) || !everywhere) {
      throw new Refused(NEEDED);
    }
    Member as =
        members.list(tenants.current().id()).stream()
            .filter(one -> one.id().equals(member))
            .findFirst()
            .orElseThrow(() -> new NotFound("member", member));
    Standing standing = standings.of(as.id(), as.role());
    var look = new Look(tenants.current().id(), access.actor().id(), member);
    if (told.isDue(look, clock)) {
      trail.seen(Act.of("ViewedAs").on("member", member).because(what));
    }
    boolean everything = standing.everything() && by.everything();
    return new Standing(
        standing.workspace(),
        standing.account(),
        readOnly(standing, by),
        everything,
        standing.everything() ? by.reach() : standing.reach(),
        everything ? Map.of() : fields(standing, by),
        standing.team(),
        standing.below(),
        standing.shares());
  }

  private static Set<String> readOnly(Standing standing, Standing by) {
    return Permissions.shared(standing.permissions(), by.permissions()).stream()
        .filter(permission -> permission.endsWith(":read"))
        .collect(Collectors.toSet());
  }

  /** Of each field the smaller access of the two. */
  private Map<String, FieldAccess> fields(Standing standing, Standing by) {
    if (standing.everything()) {
      return by.fields();
    }
    if (by.everything()) {
      return standing.fields();
    }
    Map<String, FieldAccess> least = new HashMap<>();
    Set<String> keys = new HashSet<>(standing.fields().keySet());
    keys.addAll(by.fields().keySet());
    for (String key : keys) {
      FieldAccess one = effective(standing, key);
      FieldAccess other = effective(by, key);
      least.put(key, one.compareTo(other) < 0 ? one : other);
    }
    return least;
  }

  private FieldAccess effective(Standing standing, String key) {
    FieldAccess said = standing.fields().get(key);
    if (said != null) {
      return said;
    }
    int slash = key.indexOf('/');
    String type = key.substring(0, slash);
    return sensitivity.guarded(type).contains(key.substring(slash + 1))
        ? FieldAccess.HIDDEN
        : standing.fields().getOrDefault(type + "/*", FieldAccess.WRITE);
  }
}
