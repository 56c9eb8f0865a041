package app.quen.alert.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.alert.AlertRule;
import app.quen.alert.ListSecurityEvents;
import app.quen.alert.SecurityEvent;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.whence.Whence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where the operator has brought a file of places, nobody is in two of them at once. */
@ExtendWith(EmbeddedDatabase.class)
class JourneyTest {

  private static final String HANOI = "203.0.113.7";
  private static final String HANOI_TOO = "203.0.113.9";
  private static final String PARIS = "2001:db8::7";
  private static final String UNKNOWN = "198.51.100.1";

  static World world;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("places.csv"),
            "203.0.113.0/24,VN Hà Nội,21.03,105.85\n2001:db8::/32,FR Paris,48.86,2.35\n");
    world = World.open();
    world.bean(Watch.class).stop();
    world.bean(PlaceFile.class).read(file);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void whoIsInParisMinutesAfterHanoiStandsOut() {
    var shop = world.another("journey");
    var lan = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Chị Lan");
    for (String address : List.of(HANOI, HANOI_TOO, UNKNOWN, PARIS)) {
      signIn(shop, lan, address);
    }

    var found = events(shop);

    assertThat(found)
        .filteredOn(event -> event.rule() == AlertRule.IMPOSSIBLE_TRAVEL)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.detail().getString("from")).isEqualTo("VN Hà Nội");
              assertThat(event.detail().getString("to")).isEqualTo("FR Paris");
              assertThat(event.detail().getInt("kilometres")).isBetween(9_000, 9_400);
            });
    assertThat(found).filteredOn(event -> event.rule() == AlertRule.NEW_PLACE).hasSize(2);
    assertThat(events(world.another("nowhere"))).isEmpty();
  }

  private static void signIn(Tenant shop, Actor lan, String address) {
    world
        .bean(Trail.class)
        .seen(shop.id(), lan, new Whence(address, "Firefox"), Act.of("SignedIn"));
    world.bean(Trail.class).flush();
    world.bean(Watch.class).follow(shop.id());
  }

  private static List<SecurityEvent> events(Tenant shop) {
    return world.in(
        shop,
        () ->
            world
                .bean(Access.class)
                .callAs(
                    Actor.SYSTEM,
                    Set.of("*"),
                    () ->
                        world
                            .bean(ListSecurityEvents.class)
                            .list(null, null, false, null, 50)
                            .items()));
  }
}
