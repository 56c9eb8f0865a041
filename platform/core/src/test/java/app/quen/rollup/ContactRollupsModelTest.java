package app.quen.rollup;

import static app.quen.order.OrderTestWorld.as;
import static app.quen.order.OrderTestWorld.customer;
import static app.quen.order.OrderTestWorld.json;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.feedback.ReceiveFeedback;
import app.quen.feedback.RestoreFeedback;
import app.quen.feedback.ReviseFeedback;
import app.quen.feedback.TrashFeedback;
import app.quen.interaction.RecordInteraction;
import app.quen.interaction.RestoreInteraction;
import app.quen.interaction.ReviseInteraction;
import app.quen.interaction.TrashInteraction;
import app.quen.record.RecordView;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever happens to feedback and interactions, in whatever order, each customer's roll-up is what
 * follows from those that there are.
 */
class ContactRollupsModelTest {

  private static final int STEPS = 40;
  private static final Map<String, List<String>> NEXT =
      Map.of(
          "open", List.of("in-progress", "resolved", "closed"),
          "in-progress", List.of("open", "resolved", "closed"),
          "resolved", List.of("in-progress", "closed"),
          "closed", List.of("in-progress"));

  private static World world;

  @BeforeContainer
  static void open() {
    world = World.open();
  }

  @AfterContainer
  static void close() {
    world.close();
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void rollupsAreWhatAPlainModelSays(@ForAll long seed) {
    var run = new Sequence(world.a(), new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      run.step();
      run.compare();
    }
  }

  /** Something that was said, by either side. */
  private static final class Said {
    UUID id = new UUID(0, 0);
    int version;
    String customer = "";
    Instant at = Instant.EPOCH;
    boolean interaction;
    boolean note;
    boolean trashed;
    @Nullable String complaint;
    @Nullable String score;
  }

  private static final class Sequence {

    private final Tenant tenant;
    private final Random random;
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<Said> all = new ArrayList<>();

    Sequence(Tenant tenant, Random random) {
      this.tenant = tenant;
      this.random = random;
      for (int i = 0; i < 2; i++) {
        customers.add(customer(world, tenant, "Khách " + i));
      }
    }

    void step() {
      List<Said> live = all.stream().filter(said -> !said.trashed).toList();
      switch (live.isEmpty() ? random.nextInt(4) : random.nextInt(9)) {
        case 0 -> complaint();
        case 1 -> rating();
        case 2 -> survey();
        case 3 -> interaction();
        case 4, 5 -> handle(pick(live));
        case 6 -> otherCustomer(pick(live));
        case 7 -> trash(pick(live));
        default -> restore();
      }
    }

    private void complaint() {
      Said said = said();
      said.complaint = "open";
      receive(said, "'kind': 'complaint', 'body': 'Hỏng'");
    }

    private void rating() {
      Said said = said();
      int stars = 1 + random.nextInt(5);
      said.score = "rating " + stars;
      receive(said, "'kind': 'rating', 'rating': " + stars);
    }

    private void survey() {
      Said said = said();
      int csat = 1 + random.nextInt(5);
      int nps = random.nextInt(11);
      boolean both = random.nextBoolean();
      said.score = both ? "nps " + nps : "csat " + csat;
      receive(said, "'kind': 'survey', 'csat': " + csat + (both ? ", 'nps': " + nps : ""));
    }

    private void receive(Said said, String what) {
      String written =
          "{'customerId': '%s', 'at': '%s', %s}".formatted(said.customer, said.at, what);
      take(said, () -> world.bean(ReceiveFeedback.class).receive(json(written), Source.FORM));
    }

    private void interaction() {
      Said said = said();
      said.interaction = true;
      said.note = random.nextInt(3) == 0;
      String written =
          "{'customerId': '%s', 'at': '%s', 'channel': '%s', 'body': 'x'}"
              .formatted(said.customer, said.at, said.note ? "note" : "call");
      take(said, () -> world.bean(RecordInteraction.class).record(json(written), Source.FORM));
    }

    private void handle(Said said) {
      if (said.complaint != null) {
        List<String> next = NEXT.get(said.complaint);
        said.complaint = next.get(random.nextInt(next.size()));
        revise(said, "{'state': '" + said.complaint + "', 'resolution': 'Đổi hàng'}");
      }
    }

    private void otherCustomer(Said said) {
      said.customer = anybody();
      revise(said, "{'customerId': '" + said.customer + "'}");
    }

    private void revise(Said said, String patch) {
      int version = said.version;
      take(
          said,
          () ->
              said.interaction
                  ? world
                      .bean(ReviseInteraction.class)
                      .revise(said.id, json(patch), version, Source.FORM)
                  : world
                      .bean(ReviseFeedback.class)
                      .revise(said.id, json(patch), version, Source.FORM));
    }

    private void trash(Said said) {
      said.trashed = true;
      take(
          said,
          () ->
              said.interaction
                  ? world.bean(TrashInteraction.class).trash(said.id, Source.FORM)
                  : world.bean(TrashFeedback.class).trash(said.id, Source.FORM));
    }

    private void restore() {
      all.stream()
          .filter(said -> said.trashed)
          .findFirst()
          .ifPresent(
              said -> {
                said.trashed = false;
                take(
                    said,
                    () ->
                        said.interaction
                            ? world.bean(RestoreInteraction.class).restore(said.id, Source.FORM)
                            : world.bean(RestoreFeedback.class).restore(said.id, Source.FORM));
              });
    }

    private void take(Said said, Callable<RecordView> work) {
      // a member's interaction would have to be of a real one
      RecordView view =
          world.in(tenant, () -> world.bean(Access.class).callAs(Actor.SYSTEM, Set.of("*"), work));
      if (!all.contains(said)) {
        all.add(said);
      }
      said.id = view.id();
      said.version = view.version();
    }

    /** No two at the same second: which of them is the last would be chance. */
    private Said said() {
      Said said = new Said();
      said.customer = anybody();
      said.at =
          Instant.ofEpochSecond(1_700_000_000L + 1_000L * random.nextInt(40_000) + all.size());
      return said;
    }

    void compare() {
      Work work = world.bean(Work.class);
      Map<UUID, Rollup> real =
          as(
              world,
              tenant,
              () ->
                  work.transact(
                      () ->
                          world
                              .bean(Rollups.class)
                              .read(customers.stream().map(CustomerId::value).toList())));
      for (CustomerId customer : customers) {
        Rollup rollup = real.get(customer.value());
        Rollup.Satisfaction last = rollup.satisfaction();
        assertThat(
                "%d open, %s, last contact %s"
                    .formatted(
                        rollup.openComplaints(),
                        last == null
                            ? "none"
                            : last.kind() + " " + last.score().intValueExact() + " at " + last.at(),
                        rollup.lastInteractionAt()))
            .isEqualTo(wanted(customer.toString()));
      }
    }

    private String wanted(String customer) {
      List<Said> theirs =
          all.stream().filter(s -> !s.trashed && s.customer.equals(customer)).toList();
      long open =
          theirs.stream()
              .filter(s -> s.complaint != null)
              .filter(s -> Set.of("open", "in-progress").contains(s.complaint))
              .count();
      Comparator<Said> byTime = Comparator.comparing(s -> s.at);
      String satisfaction =
          theirs.stream()
              .filter(s -> s.score != null)
              .max(byTime)
              .map(s -> s.score + " at " + s.at)
              .orElse("none");
      Instant contact =
          theirs.stream()
              .filter(s -> s.interaction && !s.note)
              .max(byTime)
              .map(s -> s.at)
              .orElse(null);
      return "%d open, %s, last contact %s".formatted(open, satisfaction, contact);
    }

    private String anybody() {
      return customers.get(random.nextInt(customers.size())).toString();
    }

    private Said pick(List<Said> from) {
      return from.get(random.nextInt(from.size()));
    }
  }
}
