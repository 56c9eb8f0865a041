package app.quen.consent;

import static app.quen.consent.ConsentTestWorld.as;
import static app.quen.consent.ConsentTestWorld.customer;
import static app.quen.consent.ConsentTestWorld.purpose;
import static app.quen.consent.ConsentTestWorld.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.consent.Verdict.Reason;
import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever customers say, in whatever order it is recorded, and however the texts change meanwhile:
 * the check answers what a plain model says, and nobody is asked for less than was granted.
 */
class ConsentModelTest {

  private static final int STEPS = 60;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<ConsentChannel> CHANNELS =
      List.of(ConsentChannel.EMAIL, ConsentChannel.ZNS, ConsentChannel.PHONE);

  private static World world;
  private static int run;

  @BeforeContainer
  static void open() {
    world = World.open();
  }

  @AfterContainer
  static void close() {
    world.close();
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void theCheckAnswersWhatAPlainModelSays(@ForAll long seed) {
    var sequence = new Sequence(new Random(seed));
    for (int step = 0; step < STEPS; step++) {
      sequence.step();
      if (step % 10 == 9) {
        sequence.compare();
      }
    }
  }

  /** What a customer said last, as the model keeps it: one line a customer, purpose and channel. */
  private record Line(Instant at, String state, int version) {}

  /** A purpose as the model keeps it: the first version to which consents still hold. */
  private static final class Plain {
    private Purpose real;
    private int newest = 1;
    private int heldFrom = 1;
    private boolean active = true;
    private List<ConsentChannel> used = CHANNELS;
  }

  private record Place(CustomerId customer, Plain purpose, ConsentChannel channel) {}

  private static final class Sequence {

    private final Random random;
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<Plain> purposes = new ArrayList<>();
    private final Map<Place, Line> model = new HashMap<>();

    Sequence(Random random) {
      this.random = random;
      run++;
      for (int i = 0; i < 3; i++) {
        customers.add(customer(world, world.a(), "Khách " + i));
      }
      for (int i = 0; i < 2; i++) {
        var plain = new Plain();
        plain.real =
            purpose(world, world.a(), "p" + run + "-" + i, List.of("email", "zns", "phone"));
        purposes.add(plain);
      }
    }

    void step() {
      Plain purpose = purposes.get(random.nextInt(purposes.size()));
      switch (random.nextInt(10)) {
        case 0 -> newVersion(purpose);
        case 1 -> revise(purpose);
        default -> say(purpose);
      }
    }

    private void newVersion(Plain purpose) {
      boolean keeps = random.nextBoolean();
      purpose.newest++;
      if (!keeps) {
        purpose.heldFrom = purpose.newest;
      }
      as(
          world,
          world.a(),
          () ->
              world
                  .bean(AddPurposeVersion.class)
                  .add(purpose.real.id(), text(purpose.newest), keeps));
    }

    private void revise(Plain purpose) {
      purpose.active = random.nextInt(3) > 0;
      purpose.used = random.nextInt(3) > 0 ? CHANNELS : List.of(ConsentChannel.EMAIL);
      as(
          world,
          world.a(),
          () ->
              world
                  .bean(RevisePurpose.class)
                  .revise(
                      purpose.real.id(),
                      new PurposeDraft(
                          null,
                          null,
                          purpose.used.stream().map(ConsentChannel::word).toList(),
                          purpose.active,
                          null),
                      world.bean(ShowPurpose.class).show(purpose.real.id()).version()));
    }

    private void say(Plain purpose) {
      var place =
          new Place(
              customers.get(random.nextInt(customers.size())),
              purpose,
              CHANNELS.get(random.nextInt(CHANNELS.size())));
      String state = List.of("granted", "granted", "refused", "withdrawn").get(random.nextInt(4));
      if (state.equals("granted") && !(purpose.active && purpose.used.contains(place.channel))) {
        return;
      }
      int version = 1 + random.nextInt(purpose.newest);
      boolean byText = state.equals("granted") && random.nextBoolean();
      // few moments, so that two often fall together
      Instant at = START.plusSeconds(random.nextInt(12));
      var draft =
          new ConsentDraft(
              purpose.real.id(),
              place.channel.word(),
              state,
              byText ? null : version,
              at,
              null,
              byText || state.equals("granted") ? text(version).en() : null,
              null,
              null);
      as(
          world,
          world.a(),
          () -> world.bean(RecordConsent.class).record(place.customer, draft, Source.FORM));
      Line known = model.get(place);
      if (known == null || !at.isBefore(known.at)) {
        model.put(place, new Line(at, state, version));
      }
    }

    void compare() {
      for (CustomerId customer : customers) {
        for (Plain purpose : purposes) {
          for (ConsentChannel channel : CHANNELS) {
            var place = new Place(customer, purpose, channel);
            Verdict verdict =
                as(
                    world,
                    world.a(),
                    () ->
                        world.bean(CheckConsent.class).check(customer, purpose.real.id(), channel));
            assertThat(verdict.reason()).as(place.toString()).isEqualTo(expected(place));
            assertThat(verdict.allowed()).isEqualTo(expected(place) == Reason.GRANTED);
          }
        }
        Map<String, Reason> shown = new HashMap<>();
        as(world, world.a(), () -> world.bean(ShowConsents.class).show(customer))
            .forEach(
                status ->
                    shown.put(
                        status.purpose().key() + status.channel(), status.verdict().reason()));
        model.forEach(
            (place, line) -> {
              if (place.customer.equals(customer)) {
                assertThat(shown.get(place.purpose.real.key() + place.channel))
                    .isEqualTo(expected(place));
              }
            });
      }
    }

    private Reason expected(Place place) {
      Line line = model.get(place);
      if (line == null) {
        return Reason.MISSING;
      }
      if (!line.state.equals("granted")) {
        return line.state.equals("refused") ? Reason.REFUSED : Reason.WITHDRAWN;
      }
      if (!place.purpose.active) {
        return Reason.PURPOSE_RETIRED;
      }
      if (!place.purpose.used.contains(place.channel)) {
        return Reason.CHANNEL_UNUSED;
      }
      return line.version >= place.purpose.heldFrom ? Reason.GRANTED : Reason.OUTDATED;
    }
  }
}
