package app.quen.team.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Permissions;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.access.Standing;
import app.quen.access.Standings;
import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.team.NoSuchShare;
import app.quen.team.OwnSight;
import app.quen.team.SightExplained;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Says in words what the policy decides; asks it, and decides nothing itself. */
@ApplicationScoped
public class Explanations {

  private static final Map<String, String> OWNERS =
      Map.of(
          "customer", "owner_id",
          "interaction", "member_id",
          "feedback", "owner_id",
          "task", "assignee_id");

  @Inject Work work;
  @Inject Policy policy;
  @Inject Standings standings;
  @Inject Shares shares;
  @Inject Fields fields;
  @Inject Tenants tenants;
  @Inject ListMembers members;

  public SightExplained of(String recordType, UUID record, UUID member) {
    shares.requireSeen(recordType, record);
    return members.list(tenants.current().id()).stream()
        .filter(one -> one.id().equals(member))
        .findFirst()
        .map(one -> explained(recordType, record, one))
        .orElseThrow(() -> new NoSuchShare("member " + member));
  }

  public OwnSight own(String recordType) {
    if (!Shares.TABLES.containsKey(recordType)) {
      throw new NoSuchShare("record type " + recordType);
    }
    Sight sight = policy.of(recordType);
    return new OwnSight(sight.everyRow(), access(recordType, sight));
  }

  public List<SightExplained> all(String recordType, UUID record) {
    shares.requireSeen(recordType, record);
    return members.list(tenants.current().id()).stream()
        .map(member -> explained(recordType, record, member))
        .filter(SightExplained::sees)
        .toList();
  }

  private SightExplained explained(String recordType, UUID record, Member member) {
    Standing standing = standings.of(member.id(), member.role());
    Sight sight = policy.of(recordType, member.id());
    boolean sees =
        Permissions.implied(standing.permissions()).contains(recordType + ":read")
            && shares.fits(recordType, record, sight.rows("r"));
    return new SightExplained(
        member.id(),
        member.name(),
        member.role(),
        sees,
        sees ? reasons(recordType, record, standing) : List.of(),
        sees ? access(recordType, sight) : Map.of());
  }

  private List<String> reasons(String recordType, UUID record, Standing standing) {
    if (standing.everything()) {
      return List.of("owner-role");
    }
    List<String> reasons = new ArrayList<>();
    UUID owner = owner(recordType, record);
    switch (standing.reachOf(recordType)) {
      case ALL -> reasons.add("reach-all");
      case TEAM_BELOW, TEAM, OWN -> {
        if (owner != null && owner.equals(standing.account())) {
          reasons.add("own");
        } else if (owner != null && standing.team().contains(owner)) {
          reasons.add("team");
        } else if (owner != null && standing.below().contains(owner)) {
          reasons.add("team-below");
        }
      }
      case NONE -> {}
    }
    if (standing.shares().getOrDefault(recordType, Map.of()).containsKey(record)) {
      reasons.add("shared");
    }
    if (!recordType.equals("customer")) {
      reasons.add("of-customer");
    }
    return reasons;
  }

  private UUID owner(String recordType, UUID record) {
    String sql =
        recordType.equals("order")
            ? "SELECT c.owner_id FROM sales_order r JOIN customer c ON c.id = r.customer_id"
                + " WHERE r.id = ?"
            : "SELECT r.%s FROM %s r WHERE r.id = ?"
                .formatted(OWNERS.get(recordType), Shares.TABLES.get(recordType));
    List<UUID> found = new ArrayList<>();
    work.sql()
        .createQuery(sql)
        .bind(0, record)
        .map((row, context) -> found.add(row.getObject(1, UUID.class)))
        .forEach(added -> {});
    return found.isEmpty() ? null : found.getFirst();
  }

  private Map<String, FieldAccess> access(String recordType, Sight sight) {
    Map<String, FieldAccess> access = new TreeMap<>();
    fields.catalogue(recordType).all().stream()
        .map(Field::key)
        .forEach(key -> access.put(key, sight.field(key)));
    policy.open(recordType).forEach(key -> access.put(key, sight.field(key)));
    if (recordType.equals("customer")) {
      access.put("addresses", sight.field("addresses"));
    }
    return access;
  }
}
