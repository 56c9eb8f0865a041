package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.AccessWorld;
import app.quen.access.Refused;
import app.quen.account.Member;
import app.quen.bulk.ListReceivers.Handed;
import app.quen.bulk.ListReceivers.Received;
import app.quen.bulk.PreviewHandOver.Fitting;
import app.quen.bulk.PreviewHandOver.Plan;
import app.quen.bulk.PreviewHandOver.Rule;
import app.quen.customer.CustomerId;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.field.Invalid;
import app.quen.task.PlanTask;
import app.quen.task.ShowTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Somebody leaves, and what was theirs goes to others, and back. */
class HandOverTest {

  private static final AccessWorld WORLD = new AccessWorld();
  private static final Set<String> ALL = Set.of("customer", "task", "feedback");

  private final Member lan = WORLD.member(WORLD.a(), "sales");
  private final Member minh = WORLD.member(WORLD.a(), "sales");
  private final Member hoa = WORLD.member(WORLD.a(), "sales");
  private final List<CustomerId> customers = new ArrayList<>();
  private final List<UUID> tasks = new ArrayList<>();

  HandOverTest() {
    for (int i = 0; i < 6; i++) {
      CustomerId customer =
          WORLD.customer("{'name': 'Khách " + i + "', 'ownerId': '" + lan.id() + "'}");
      customers.add(customer);
      tasks.add(task("{'title': 'Việc %s', 'customerId': '%s'".formatted(i, customer.value())));
    }
    tasks.add(task("{'title': 'Việc riêng'"));
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private UUID task(String begin) {
    String json = begin + ", 'assigneeId': '" + lan.id() + "'}";
    return WORLD
        .owned(() -> WORLD.bean(PlanTask.class).plan(AccessWorld.json(json), Source.FORM))
        .id();
  }

  private BulkView preview(Rule rule, List<UUID> to, UUID team, Map<UUID, UUID> named) {
    Plan plan = new Plan(lan.id(), ALL, rule, to, team, named, List.of());
    return WORLD.owned(() -> WORLD.bean(PreviewHandOver.class).preview(plan));
  }

  private Plan fitting(Set<String> records, Rule rule, Fitting... parts) {
    return new Plan(lan.id(), records, rule, List.of(), null, Map.of(), List.of(parts));
  }

  private BulkView ended(UUID run) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> WORLD.owned(() -> WORLD.bean(ShowBulk.class).show(run)),
            view -> !Set.of("draft", "running").contains(view.state()));
  }

  private BulkView done(BulkView draft) {
    WORLD.owned(() -> WORLD.bean(StartBulk.class).start(draft.id()));
    return ended(draft.id());
  }

  private UUID owner(CustomerId customer) {
    return UUID.fromString(
        WORLD
            .owned(() -> WORLD.bean(ShowCustomer.class).show(customer))
            .json()
            .getString("ownerId"));
  }

  private UUID assignee(UUID task) {
    return UUID.fromString(
        WORLD.owned(() -> WORLD.bean(ShowTask.class).show(task)).json().getString("assigneeId"));
  }

  private Map<UUID, Integer> customersOf() {
    Map<UUID, Integer> of = new HashMap<>();
    customers.forEach(customer -> of.merge(owner(customer), 1, Integer::sum));
    return of;
  }

  @Test
  void aPreviewChangesNothingAndAStartHandsOverEvenlyWithTheTasksOfEachCustomer() {
    BulkView draft = preview(Rule.EVENLY, List.of(minh.id(), hoa.id()), null, Map.of());
    assertThat(draft.kind()).isEqualTo("hand-over");
    assertThat(draft.preview().count()).isEqualTo(13);
    assertThat(customersOf()).containsExactly(Map.entry(lan.id(), 6));

    BulkView done = done(draft);

    assertThat(done.state()).isEqualTo("completed");
    assertThat(done.result().changed()).isEqualTo(13);
    assertThat(customersOf()).containsOnly(Map.entry(minh.id(), 3), Map.entry(hoa.id(), 3));
    for (int i = 0; i < customers.size(); i++) {
      assertThat(assignee(tasks.get(i))).isEqualTo(owner(customers.get(i)));
    }
    assertThat(assignee(tasks.getLast())).isIn(minh.id(), hoa.id());
  }

  @Test
  void eachReceiverHasAListOfTheirOwnAndNobodyElseReadsIt() {
    BulkView draft =
        preview(Rule.ONE, List.of(minh.id()), null, Map.of(customers.getFirst().value(), hoa.id()));
    done(draft);

    var receivers = WORLD.owned(() -> WORLD.bean(ListReceivers.class).all(draft.id()));
    assertThat(receivers).extracting(ListReceivers.Receiver::member).contains(minh.id(), hoa.id());
    var ofHoa =
        WORLD.as(hoa, () -> WORLD.bean(ListReceivers.class).list(draft.id(), hoa.id(), null, 50));
    assertThat(ofHoa.items())
        .extracting(Handed::recordId)
        .containsExactlyInAnyOrder(customers.getFirst().value(), tasks.getFirst());
    assertThat(ofHoa.items()).allMatch(Handed::moved).extracting(Handed::name).contains("Khách 0");
    Member other = WORLD.with("own" + System.nanoTime(), AccessWorld.reach("own"), Map.of());
    assertThatThrownBy(
            () ->
                WORLD.as(
                    other,
                    () -> WORLD.bean(ListReceivers.class).list(draft.id(), hoa.id(), null, 50)))
        .isInstanceOf(NoSuchRun.class);
  }

  @Test
  void whoGetsSomethingFindsTheHandOver() {
    BulkView draft =
        preview(Rule.BY_HAND, List.of(), null, Map.of(customers.getFirst().value(), hoa.id()));
    assertThat(received(hoa)).isEmpty();
    done(draft);

    assertThat(received(hoa))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.run()).isEqualTo(draft.id());
              assertThat(one.from()).isEqualTo(lan.id());
              assertThat(one.counts()).isEqualTo(Map.of("customer", 1L, "task", 1L));
            });
    assertThat(received(minh)).isEmpty();
    Member foreign = WORLD.member(WORLD.world.b(), "owner");
    assertThat(
            WORLD.<List<Received>>as(
                WORLD.world.b(), foreign, () -> WORLD.bean(ListReceivers.class).own()))
        .isEmpty();
  }

  private List<Received> received(Member member) {
    return WORLD.as(member, () -> WORLD.bean(ListReceivers.class).own());
  }

  @Test
  void customersThatFitAFilterGoWithTheirTasksToWhomItSays() {
    Fitting one =
        new Fitting(AccessWorld.json("{'filters': ['name:contains:Khách 0']}"), List.of(hoa.id()));
    Fitting all = new Fitting(AccessWorld.json("{}"), List.of(minh.id(), hoa.id()));
    BulkView some =
        WORLD.owned(
            () -> WORLD.bean(PreviewHandOver.class).preview(fitting(ALL, Rule.BY_HAND, one)));
    assertThat(some.preview().count()).isEqualTo(2);

    done(
        WORLD.owned(
            () -> WORLD.bean(PreviewHandOver.class).preview(fitting(ALL, Rule.BY_HAND, one, all))));

    assertThat(owner(customers.getFirst())).isEqualTo(hoa.id());
    assertThat(assignee(tasks.getFirst())).isEqualTo(hoa.id());
    assertThat(assignee(tasks.getLast())).isEqualTo(lan.id());
    // of the five that were left, the first went to the first
    assertThat(customersOf()).isEqualTo(Map.of(minh.id(), 3, hoa.id(), 3));
    assertThatThrownBy(
            () ->
                WORLD.owned(
                    () ->
                        WORLD
                            .bean(PreviewHandOver.class)
                            .preview(fitting(Set.of("task"), Rule.BY_HAND, one))))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void whoMayChangeCustomersOnlyHandsThemOverAndBack() {
    Member boss =
        WORLD.with(
            "few" + System.nanoTime(),
            List.of("customer:*", "task:read", "record:handover"),
            AccessWorld.reach("all"),
            Map.of());
    Plan all = new Plan(lan.id(), ALL, Rule.ONE, List.of(minh.id()), null, Map.of(), List.of());
    assertThatThrownBy(() -> WORLD.as(boss, () -> WORLD.bean(PreviewHandOver.class).preview(all)))
        .isInstanceOf(Refused.class);
    Plan plan =
        new Plan(
            lan.id(), Set.of("customer"), Rule.ONE, List.of(minh.id()), null, Map.of(), List.of());

    BulkView draft = WORLD.as(boss, () -> WORLD.bean(PreviewHandOver.class).preview(plan));
    WORLD.as(boss, () -> WORLD.bean(StartBulk.class).start(draft.id()));
    assertThat(ended(draft.id()).result().changed()).isEqualTo(6);
    assertThat(tasks).allSatisfy(task -> assertThat(assignee(task)).isEqualTo(lan.id()));
    BulkView undoing = WORLD.as(boss, () -> WORLD.bean(UndoBulk.class).undo(draft.id()));
    assertThat(ended(undoing.id()).state()).isEqualTo("completed");
    assertThat(customersOf()).isEqualTo(Map.of(lan.id(), 6));
  }

  @Test
  void whoSeesATeamHandsOverBeyondItAndNobodyUndoesItWhoMayNot() {
    List<String> permissions = new ArrayList<>(AccessWorld.ALL_OF_RECORDS);
    permissions.add("record:handover");
    Member boss =
        WORLD.with("boss" + System.nanoTime(), permissions, AccessWorld.reach("team"), Map.of());
    WORLD.team(null, "Nhóm " + System.nanoTime(), boss, lan);
    CustomerId elsewhere =
        WORLD.customer("{'name': 'Của người khác', 'ownerId': '" + hoa.id() + "'}");
    Plan plan = new Plan(lan.id(), ALL, Rule.ONE, List.of(minh.id()), null, Map.of(), List.of());

    BulkView draft = WORLD.as(boss, () -> WORLD.bean(PreviewHandOver.class).preview(plan));
    WORLD.as(boss, () -> WORLD.bean(StartBulk.class).start(draft.id()));
    BulkView done = ended(draft.id());

    assertThat(done.result().changed()).isEqualTo(13);
    assertThat(done.result().refused()).isZero();
    assertThat(customersOf()).isEqualTo(Map.of(minh.id(), 6));
    assertThat(tasks).allSatisfy(task -> assertThat(assignee(task)).isEqualTo(minh.id()));
    assertThat(owner(elsewhere)).isEqualTo(hoa.id());
    // sees all, and may change all, but not this
    assertThatThrownBy(() -> WORLD.as(minh, () -> WORLD.bean(UndoBulk.class).undo(draft.id())))
        .isInstanceOf(Refused.class);
  }

  @Test
  void undoingGivesBackWhatNobodyHasChangedSince() {
    BulkView draft = preview(Rule.ONE, List.of(minh.id()), null, Map.of());
    done(draft);
    CustomerId kept = customers.getFirst();
    int version = WORLD.owned(() -> WORLD.bean(ShowCustomer.class).show(kept)).version();
    WORLD.owned(
        () ->
            WORLD
                .bean(ReviseCustomer.class)
                .revise(
                    kept,
                    AccessWorld.json("{'ownerId': '" + hoa.id() + "'}"),
                    version,
                    Source.FORM));

    BulkView undoing = WORLD.owned(() -> WORLD.bean(UndoBulk.class).undo(draft.id()));
    BulkView undone = ended(undoing.id());

    assertThat(undone.state()).isEqualTo("completed");
    assertThat(undone.result().changed()).isEqualTo(12);
    assertThat(customersOf()).containsOnly(Map.entry(lan.id(), 5), Map.entry(hoa.id(), 1));
    assertThat(tasks).allSatisfy(task -> assertThat(assignee(task)).isEqualTo(lan.id()));
  }

  @Test
  void byTeamAndByHandAndWhatHasMovedSinceThePreviewStays() {
    UUID team = WORLD.team(null, "Nhóm " + System.nanoTime(), lan, minh, hoa);
    BulkView byTeam = preview(Rule.TEAM, List.of(), team, Map.of());
    BulkView byHand =
        preview(Rule.BY_HAND, List.of(), null, Map.of(customers.getLast().value(), hoa.id()));
    assertThat(byHand.preview().count()).isEqualTo(2);
    assertThat(done(byHand).result().changed()).isEqualTo(2);

    BulkView done = done(byTeam);

    assertThat(done.result().refused()).isEqualTo(2);
    assertThat(owner(customers.getLast())).isEqualTo(hoa.id());
    assertThat(customersOf()).containsOnlyKeys(minh.id(), hoa.id());
  }

  @Test
  void whatCannotBeMeantIsRefusedAndOnlyWhoMayHandOverDoes() {
    Member foreign = WORLD.member(WORLD.world.b(), "sales");
    for (List<UUID> to :
        List.of(
            List.<UUID>of(),
            List.of(lan.id()),
            List.of(foreign.id()),
            List.of(minh.id(), hoa.id()))) {
      assertThatThrownBy(() -> preview(Rule.ONE, to, null, Map.of())).isInstanceOf(Invalid.class);
    }
    Plan plan = new Plan(lan.id(), ALL, Rule.ONE, List.of(minh.id()), null, Map.of(), List.of());
    assertThatThrownBy(() -> WORLD.as(lan, () -> WORLD.bean(PreviewHandOver.class).preview(plan)))
        .isInstanceOf(Refused.class);
    Member boss = WORLD.member(WORLD.world.b(), "owner");
    assertThatThrownBy(
            () ->
                WORLD.as(
                    WORLD.world.b(), boss, () -> WORLD.bean(PreviewHandOver.class).preview(plan)))
        .isInstanceOf(Invalid.class);
  }
}
