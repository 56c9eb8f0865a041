package app.quen.access.internal;

import app.quen.access.Actor;
import app.quen.access.FieldAccess;
import app.quen.access.FieldSensitivity;
import app.quen.access.Permissions;
import app.quen.access.Policy;
import app.quen.access.Reach;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.access.Standing;
import app.quen.account.ApiKey;
import app.quen.account.ListApiKeys;
import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@link Policy} by the standing of who is acting. */
@ApplicationScoped
class StandingPolicy implements Policy {

  /** So long a change of a role may take to reach work that goes on. */
  private static final long FRESH_NANOS = 10_000_000_000L;

  private static final Sight WHOLE = new WholeSight();

  @Inject Tenants tenants;
  @Inject StoredStandings standings;
  @Inject ListMembers members;
  @Inject ListApiKeys apiKeys;
  @Inject FieldSensitivity sensitivity;

  @Override
  public Sight of(String recordType) {
    Acting acting = ShiroAccess.acting().orElseThrow(() -> new Refused("(nobody is acting)"));
    // of the product itself, and of those who hold all there is
    if (acting.permissions().contains("*")
        || acting.actor().kind() == Actor.Kind.SYSTEM
        || acting.actor().kind() == Actor.Kind.OPERATOR) {
      return WHOLE;
    }
    Acting.Known known = known(acting);
    return known.sights().computeIfAbsent(recordType, type -> sight(type, known.standing()));
  }

  Sight sight(String recordType, Standing standing) {
    Guarded type = Guarded.of(recordType);
    return standing.everything() ? WHOLE : new StandingSight(type, standing, sensitivity::guarded);
  }

  @Override
  public Sight of(String recordType, UUID member) {
    TenantId here = tenants.current().id();
    return sight(recordType, ofMember(member, here));
  }

  @Override
  public Set<String> open(String recordType) {
    return Guarded.of(recordType).open;
  }

  private Standing ofMember(UUID account, TenantId here) {
    return members.list(here).stream()
        .filter(member -> member.id().equals(account))
        .findFirst()
        .map(member -> standings.of(member.id(), member.role()))
        .orElse(Standing.NONE);
  }

  private Acting.Known known(Acting acting) {
    TenantId here = tenants.current().id();
    Acting.Known known = acting.known().get();
    // never one of another workspace, in which somebody may have entered since
    if (known == null
        || !here.equals(known.tenant())
        || System.nanoTime() - known.at() > FRESH_NANOS && !ofAnother(known, acting)) {
      known = new Acting.Known(here, read(acting, here));
      acting.known().set(known);
    }
    return known;
  }

  /** Who looks as somebody else does so to the end of the block, and does not see as themselves. */
  private static boolean ofAnother(Acting.Known known, Acting acting) {
    var account = known.standing().account();
    return acting.actor().kind() == Actor.Kind.MEMBER
        && account != null
        && !account.equals(acting.actor().id());
  }

  private Standing read(Acting acting, TenantId here) {
    Actor actor = acting.actor();
    if (actor.id() == null) {
      return Standing.NONE;
    }
    return switch (actor.kind()) {
      case MEMBER -> ofMember(actor.id(), here);
      case API_KEY -> ofKey(acting, here);
      default -> ofProgram(acting.permissions(), Map.of());
    };
  }

  /** Of what its permissions name, the rows and fields of who made it, and no more. */
  private Standing ofKey(Acting acting, TenantId here) {
    Member maker =
        apiKeys.list(here).stream()
            .filter(key -> key.id().equals(acting.actor().id()))
            .findFirst()
            .map(ApiKey::createdBy)
            .orElse(null);
    Standing ofMaker = maker == null ? Standing.NONE : ofMember(maker.id(), here);
    if (ofMaker.everything()) {
      return ofProgram(acting.permissions(), Map.of(StandingSight.EVERY_FIELD, FieldAccess.WRITE));
    }
    Standing ofKey = ofProgram(acting.permissions(), ofMaker.fields());
    Map<String, Reach> reach = new HashMap<>();
    ofKey
        .reach()
        .forEach(
            (type, all) -> {
              Reach most = ofMaker.reachOf(type);
              reach.put(type, most.compareTo(all) < 0 ? most : all);
            });
    return new Standing(
        here,
        ofMaker.account(),
        acting.permissions(),
        false,
        reach,
        ofMaker.fields(),
        ofMaker.team(),
        ofMaker.below(),
        ofMaker.shares());
  }

  private static Standing ofProgram(Set<String> permissions, Map<String, FieldAccess> fields) {
    Set<String> held = Permissions.implied(permissions);
    Map<String, Reach> reach = new HashMap<>();
    for (Guarded type : Guarded.values()) {
      // who may write a type sees what it writes
      if (held.stream().anyMatch(one -> one.startsWith(type.recordType + ":"))) {
        reach.put(type.recordType, Reach.ALL);
      }
    }
    // a record is of a customer: it does not need the customers' own permission to be seen
    reach.putIfAbsent(Guarded.CUSTOMER.recordType, reach.isEmpty() ? Reach.NONE : Reach.ALL);
    return new Standing(
        null, null, permissions, false, reach, fields, Set.of(), Set.of(), Map.of());
  }
}
