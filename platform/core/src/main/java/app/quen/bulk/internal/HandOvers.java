package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.account.FindMembers;
import app.quen.bulk.BulkView;
import app.quen.bulk.BulkView.Preview;
import app.quen.bulk.BulkView.Sample;
import app.quen.bulk.PreviewHandOver.Fitting;
import app.quen.bulk.PreviewHandOver.Plan;
import app.quen.bulk.internal.HandedRows.Kind;
import app.quen.bulk.internal.HandedRows.Owned;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.customer.FindCustomers;
import app.quen.database.Work;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Settles who gets what of somebody's. */
@ApplicationScoped
public class HandOvers {

  private static final int SHOWN = 10;

  /** More than one person has. */
  private static final int MOST = 200_000;

  private static final Duration DRAFTS_KEPT_FOR = Duration.ofDays(7);

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject FindMembers findMembers;
  @Inject FindCustomers finding;
  @Inject Clock clock;
  @Inject RunRows runs;
  @Inject HandedRows rows;

  public BulkView preview(Plan plan) {
    for (Kind kind : kinds(plan)) {
      access.require(kind.type() + ":update");
    }
    List<UUID> takers = takers(plan);
    Map<UUID, UUID> fitting = fitting(plan);
    Map<UUID, UUID> ofCustomers = new HashMap<>();
    Map<Kind, Map<UUID, UUID>> settled = new LinkedHashMap<>();
    Set<UUID> named = new HashSet<>(plan.named().keySet());
    int turn = 0;
    for (Kind kind : kinds(plan)) {
      Map<UUID, UUID> receivers = new LinkedHashMap<>();
      for (Owned one : owned(kind, plan.from())) {
        UUID to = plan.named().getOrDefault(one.id(), fitting.get(one.id()));
        if (to == null && one.customer() != null && !kind.isCustomer()) {
          // what is to be done with a customer goes with the customer
          to = ofCustomers.get(one.customer());
        }
        if (to == null && !takers.isEmpty()) {
          to = takers.get(turn++ % takers.size());
        }
        if (to != null) {
          receivers.put(one.id(), to);
          if (kind.isCustomer()) {
            ofCustomers.put(one.id(), to);
          }
        }
        named.remove(one.id());
      }
      settled.put(kind, receivers);
    }
    if (!named.isEmpty()) {
      throw Plans.refused(
          "named",
          "not-theirs",
          "Có hồ sơ được chỉ định nhưng không phải của người bàn giao, hoặc bạn không sửa được.",
          "Records are named that are not of who hands over, or that you may not change.");
    }
    long count = settled.values().stream().mapToLong(Map::size).sum();
    if (count == 0) {
      throw Plans.refused(
          "from",
          "nothing",
          "Người này không có gì để bàn giao.",
          "They have nothing to hand over.");
    }
    return kept(plan, settled, count);
  }

  private List<Owned> owned(Kind kind, UUID from) {
    List<Owned> owned = rows.of(kind, from, MOST + 1);
    if (owned.size() > MOST) {
      throw Plans.refused(
          "from",
          "too-many",
          "Người này có hơn %s bản ghi cùng loại; mỗi lần bàn giao được nhiều nhất chừng ấy."
              .formatted(MOST),
          "They have more than %s records of a kind, which is the most for one hand-over."
              .formatted(MOST));
    }
    return owned;
  }

  private static List<Kind> kinds(Plan plan) {
    List<Kind> kinds =
        HandedRows.KINDS.stream().filter(kind -> plan.records().contains(kind.type())).toList();
    if (kinds.isEmpty() || kinds.size() != plan.records().size()) {
      throw Plans.refused(
          "records",
          "not-a-choice",
          "Bàn giao được: customer, task, feedback.",
          "What can be handed over is: customer, task, feedback.");
    }
    return kinds;
  }

  /** Who gets the customers that fit what is said of them. */
  private Map<UUID, UUID> fitting(Plan plan) {
    if (!plan.fitting().isEmpty() && !plan.records().contains(Plans.CUSTOMER)) {
      throw Plans.refused(
          "fitting",
          "unsuited",
          "Chỉ chia theo bộ lọc được khi bàn giao khách hàng.",
          "Only customers are handed over by what fits them.");
    }
    Map<UUID, UUID> receivers = new HashMap<>();
    for (Fitting part : plan.fitting()) {
      CustomerQuery asked = CustomerQuery.ofJson(part.query());
      List<Filter> filters = new ArrayList<>(asked.filters());
      filters.add(new Filter("ownerId", Operator.EQ, plan.from().toString()));
      CustomerQuery query = new CustomerQuery(asked.q(), filters, null, asked.archived());
      int turn = 0;
      String cursor = null;
      do {
        CustomerPage page = finding.find(query, cursor, FindCustomers.MOST);
        for (var customer : page.items()) {
          UUID to = part.to().get(turn % part.to().size());
          if (receivers.putIfAbsent(customer.id().value(), to) == null) {
            turn++;
          }
        }
        cursor = page.nextCursor();
      } while (cursor != null);
    }
    return receivers;
  }

  /** Who takes turns. */
  private List<UUID> takers(Plan plan) {
    List<UUID> takers =
        switch (plan.rule()) {
          case ONE, EVENLY -> plan.to().stream().distinct().toList();
          case TEAM -> team(plan);
          case BY_HAND -> List.of();
        };
    boolean fits =
        switch (plan.rule()) {
          case ONE -> takers.size() == 1;
          case EVENLY, TEAM -> !takers.isEmpty();
          case BY_HAND -> plan.to().isEmpty();
        };
    Set<UUID> all = new HashSet<>(takers);
    all.addAll(plan.named().values());
    plan.fitting().forEach(part -> all.addAll(part.to()));
    if (!fits
        || plan.fitting().stream().anyMatch(part -> part.to().isEmpty())
        || all.contains(plan.from())
        || !findMembers.find(tenants.current().id(), all).containsAll(all)) {
      throw Plans.refused(
          "to",
          "unknown-member",
          "Hãy chọn người nhận trong không gian làm việc này, khác người bàn giao.",
          "Choose receivers of this workspace, other than who hands over.");
    }
    return takers;
  }

  private List<UUID> team(Plan plan) {
    UUID team = plan.team();
    return team == null
        ? List.of()
        : work.sql()
            .createQuery(
                "SELECT account_id FROM team_member WHERE team_id = :team AND account_id <> :from"
                    + " ORDER BY account_id")
            .bind("team", team)
            .bind("from", plan.from())
            .mapTo(UUID.class)
            .list();
  }

  private BulkView kept(Plan plan, Map<Kind, Map<UUID, UUID>> settled, long count) {
    rows.forgetDrafts(clock.instant().minus(DRAFTS_KEPT_FOR));
    UUID id = UuidCreator.getTimeOrderedEpoch();
    List<Sample> samples = new ArrayList<>();
    settled.forEach(
        (kind, receivers) -> {
          List<UUID> first =
              receivers.keySet().stream().limit(SHOWN - (long) samples.size()).toList();
          Map<UUID, String> names = rows.names(kind, first);
          first.forEach(
              record ->
                  samples.add(
                      new Sample(
                          record,
                          names.getOrDefault(record, ""),
                          change(kind, plan.from(), receivers.get(record)))));
        });
    var preview = new Preview(count, true, count, count, 0, 0, samples, List.of());
    runs.add(id, Run.HAND_OVER, null, null, json(plan), preview, access.actor(), clock.instant());
    settled.forEach((kind, receivers) -> rows.add(id, kind, receivers));
    return runs.find(id).orElseThrow().view();
  }

  private static jakarta.json.JsonArray change(Kind kind, UUID from, UUID to) {
    return JSON.createArrayBuilder()
        .add(
            JSON.createObjectBuilder()
                .add("field", kind.field())
                .add("before", from.toString())
                .add("after", to.toString()))
        .build();
  }

  private static JsonObject json(Plan plan) {
    return JSON.createObjectBuilder()
        .add("record", "customer")
        .add("from", plan.from().toString())
        .add("rule", plan.rule().name())
        .add("records", JSON.createArrayBuilder(List.copyOf(plan.records())))
        .build();
  }

  static UUID from(JsonObject plan) {
    return UUID.fromString(plan.getString("from"));
  }
}
