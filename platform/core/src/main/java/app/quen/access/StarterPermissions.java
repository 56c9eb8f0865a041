package app.quen.access;

import app.quen.account.ApiKey;
import app.quen.account.ListApiKeys;
import app.quen.account.ListMembers;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;

/** What somebody who asked for a job may do now, which may be less than when they asked. */
@ApplicationScoped
public class StarterPermissions {

  @Inject ListMembers members;
  @Inject ListApiKeys apiKeys;
  @Inject Standings standings;

  @Unrestricted(because = "it only says what somebody may do, for the jobs that they asked for")
  public Set<String> of(Actor actor, TenantId tenant) {
    return switch (actor.kind()) {
      case SYSTEM -> Set.of("*");
      case MEMBER ->
          members.list(tenant).stream()
              .filter(member -> member.id().equals(actor.id()))
              .findFirst()
              .map(member -> standings.permissionsOf(tenant, member.role()))
              .orElse(Set.of());
      case API_KEY ->
          apiKeys.list(tenant).stream()
              .filter(key -> key.id().equals(actor.id()))
              .filter(key -> key.expiresAt() == null || key.expiresAt().isAfter(Instant.now()))
              .findFirst()
              .map(key -> ofKey(key, tenant))
              .orElse(Set.of());
      case PLUGIN, OPERATOR -> Set.of();
    };
  }

  /** No more than its maker may do now. */
  private Set<String> ofKey(ApiKey key, TenantId tenant) {
    var maker = key.createdBy();
    return maker == null
        ? Set.of()
        : Permissions.shared(key.permissions(), standings.permissionsOf(tenant, maker.role()));
  }
}
