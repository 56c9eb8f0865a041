package app.quen.alert.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.alert.AcknowledgeEvent;
import app.quen.alert.AlertRule;
import app.quen.alert.ListSecurityEvents;
import app.quen.alert.NoSuchEvent;
import app.quen.alert.ReadCounts;
import app.quen.alert.ReviseRule;
import app.quen.alert.RuleSetting;
import app.quen.alert.SecurityEvent;
import app.quen.alert.ShowRules;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.whence.Whence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class AlertsTest {

  private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

  static World world;

  Tenant shop;
  Tenant other;
  Actor lan;

  @BeforeAll
  static void open() {
    world = World.open();
    world.bean(Watch.class).stop();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void begin() {
    shop = world.another("alerts");
    other = world.another("quiet");
    lan = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Chị Lan");
  }

  private <T> T as(Tenant tenant, Set<String> rights, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(lan, rights, work));
  }

  private <T> T as(Tenant tenant, Callable<T> work) {
    return as(tenant, Set.of("*"), work);
  }

  private void does(Tenant tenant, int times, String act, @Nullable String address) {
    for (int i = 0; i < times; i++) {
      world.bean(Trail.class).seen(tenant.id(), lan, new Whence(address, "Firefox"), Act.of(act));
    }
    world.bean(Trail.class).flush();
    world.bean(Watch.class).follow(tenant.id());
  }

  /** What somebody did on each of the last days. */
  private void usually(Tenant tenant, String kind, String what, int days, long amount) {
    as(
        tenant,
        () -> {
          world
              .bean(Work.class)
              .transact(
                  () -> {
                    for (int day = 1; day <= days; day++) {
                      world
                          .bean(Habits.class)
                          .add(lan.id(), kind, what, LocalDate.now(HERE).minusDays(day), amount);
                    }
                  });
          return true;
        });
  }

  private List<SecurityEvent> events(Tenant tenant) {
    return as(tenant, () -> world.bean(ListSecurityEvents.class).list(null, null, false, null, 50))
        .items();
  }

  private RuleSetting set(Tenant tenant, AlertRule rule, ReviseRule.Change change) {
    return as(tenant, () -> world.bean(ReviseRule.class).revise(rule, change));
  }

  @Test
  void moreExportsThanTheFloorStandOutOnceADay() {
    does(shop, 10, "CustomersExported", null);
    assertThat(events(shop)).isEmpty();

    does(shop, 1, "OrdersExported", null);
    does(shop, 20, "CustomersExported", null);

    assertThat(events(shop))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.rule()).isEqualTo(AlertRule.MASS_EXPORTS);
              assertThat(event.subject()).isEqualTo(lan);
              assertThat(event.amount()).isEqualTo(11);
              assertThat(event.threshold()).isEqualTo(10);
              assertThat(event.acknowledged()).isNull();
            });
    assertThat(events(other)).isEmpty();
  }

  @Test
  void whoUsuallyDoesMuchStandsOutOnlyWithMuchMore() {
    usually(shop, "mass-exports", "", 10, 20);
    does(shop, 80, "CustomersExported", null);
    assertThat(events(shop)).isEmpty();

    does(shop, 1, "CustomersExported", null);

    assertThat(events(shop)).extracting(SecurityEvent::threshold).containsExactly(80L);
    // whom nobody knows yet is held against the floor
    does(other, 11, "CustomersExported", null);
    assertThat(events(other)).extracting(SecurityEvent::threshold).containsExactly(10L);
  }

  @Test
  void aFewDaysAreNotEnoughToLearnFrom() {
    usually(shop, "mass-exports", "", 4, 1_000);
    does(shop, 11, "CustomersExported", null);
    assertThat(events(shop)).hasSize(1);
  }

  @Test
  void manyRefusalsAndManyFailedSignInsStandOut() {
    does(shop, 21, "Refused", "203.0.113.7");
    for (int i = 0; i < 11; i++) {
      world
          .bean(Trail.class)
          .seen(
              shop.id(),
              new Actor(Actor.Kind.SYSTEM, null, "?"),
              new Whence("198.51.100.1", "curl"),
              Act.of("SignInFailed").on("member", lan.id()));
    }
    world.bean(Trail.class).flush();
    world.bean(Watch.class).follow(shop.id());

    assertThat(events(shop))
        .extracting(SecurityEvent::rule)
        .containsExactly(AlertRule.FAILED_SIGN_INS, AlertRule.REFUSALS);
    assertThat(events(shop)).extracting(event -> event.subject().id()).containsOnly(lan.id());
    assertThat(events(other)).isEmpty();
  }

  @Test
  void whoReadsVeryManyRecordsStandsOutAlsoWhereTheTrailDoesNotTellOfThem() {
    as(
        shop,
        () -> {
          for (int i = 0; i < 501; i++) {
            world.bean(ReadCounts.class).count();
          }
          return true;
        });
    Map<Actor, Long> counted = world.bean(ReadCounts.class).take().get(shop.id());
    assertThat(counted).containsEntry(lan, 501L);
    assertThat(world.bean(ReadCounts.class).take()).isEmpty();
    as(
        shop,
        () -> {
          world.bean(Work.class).transact(() -> world.bean(Judging.class).count(counted));
          return true;
        });

    assertThat(events(shop)).extracting(SecurityEvent::rule).containsExactly(AlertRule.MASS_READS);
    assertThat(events(other)).isEmpty();
  }

  @Test
  void workAtAnHourAtWhichSomebodyNeverWorksStandsOutOnceTheirHoursAreKnown() {
    int hour = java.time.ZonedDateTime.now(HERE).getHour();
    does(other, 1, "CustomersSearched", "203.0.113.7");
    assertThat(events(other)).isEmpty();
    usually(shop, "hour", Integer.toString((hour + 6) % 24), 12, 1);

    does(shop, 3, "CustomersSearched", "203.0.113.7");

    assertThat(events(shop))
        .extracting(SecurityEvent::rule)
        .containsExactly(AlertRule.UNUSUAL_HOURS);
    // what a job does at night is no work of theirs
    var night = world.another("night");
    usually(night, "hour", Integer.toString((hour + 6) % 24), 12, 1);
    does(night, 1, "CustomersExported", null);
    assertThat(events(night)).isEmpty();
  }

  @Test
  void aSignInFromANewNetworkStandsOutAndOneFromAKnownDoesNot() {
    does(shop, 1, "SignedIn", "203.0.113.7");
    does(shop, 1, "SignedIn", "203.0.7.1");
    assertThat(events(shop)).isEmpty();

    does(shop, 1, "SignedIn", "2001:db8:1::1");
    does(shop, 1, "SignedIn", "2001:db8:99::1");

    assertThat(events(shop)).extracting(SecurityEvent::rule).containsExactly(AlertRule.NEW_PLACE);
    assertThat(events(shop).getFirst().detail().getString("address")).isEqualTo("2001:db8:1::1");
    assertThat(events(shop).getFirst().entry()).isNotNull();
  }

  @Test
  void aRuleIsSetForItsWorkspaceAndSwitchedOffThere() {
    set(shop, AlertRule.MASS_EXPORTS, new ReviseRule.Change(false, null, null, null, null));
    set(other, AlertRule.MASS_EXPORTS, new ReviseRule.Change(null, 2, 3, true, null));
    does(shop, 30, "CustomersExported", null);
    does(other, 3, "CustomersExported", null);

    assertThat(events(shop)).isEmpty();
    assertThat(events(other))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.threshold()).isEqualTo(2);
              assertThat(event.endsSessions()).isTrue();
            });
    assertThat(as(shop, () -> world.bean(ShowRules.class).show()))
        .hasSize(AlertRule.values().length)
        .contains(new RuleSetting(AlertRule.MASS_EXPORTS, false, 10, 4, false, true));
    assertThatThrownBy(
            () -> set(shop, AlertRule.REFUSALS, new ReviseRule.Change(null, 0, 0, null, null)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                as(
                    shop,
                    Set.of("audit:read"),
                    () ->
                        world
                            .bean(ReviseRule.class)
                            .revise(
                                AlertRule.REFUSALS,
                                new ReviseRule.Change(false, null, null, null, null))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whereTheFloorAloneHoldsWhatIsUsualChangesNothing() {
    set(shop, AlertRule.MASS_EXPORTS, new ReviseRule.Change(null, 5, 0, null, false));
    for (Tenant tenant : List.of(shop, other)) {
      usually(tenant, "mass-exports", "", 10, 20);
      does(tenant, 6, "CustomersExported", null);
    }

    assertThat(events(shop)).extracting(SecurityEvent::threshold).containsExactly(5L);
    assertThat(events(other)).isEmpty();
    assertThat(as(shop, () -> world.bean(ShowRules.class).show()))
        .contains(new RuleSetting(AlertRule.MASS_EXPORTS, true, 5, 0, false, false));
    assertThatThrownBy(
            () -> set(shop, AlertRule.NEW_PLACE, new ReviseRule.Change(null, null, 2, null, null)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void whoWasFirstToLookIntoItStaysAndTheTrailSaysSo() {
    does(shop, 11, "CustomersExported", null);
    UUID id = events(shop).getFirst().id();
    var acknowledge = world.bean(AcknowledgeEvent.class);

    as(shop, () -> acknowledge.acknowledge(id, "Sao lưu cuối năm"));
    var again = as(shop, () -> acknowledge.acknowledge(id, "khác"));

    assertThat(again.acknowledged().note()).isEqualTo("Sao lưu cuối năm");
    assertThat(again.acknowledged().by()).isEqualTo(lan);
    assertThat(
            as(shop, () -> world.bean(ListSecurityEvents.class).list(null, null, true, null, 50))
                .items())
        .isEmpty();
    assertThatThrownBy(() -> as(other, () -> acknowledge.acknowledge(id, null)))
        .isInstanceOf(NoSuchEvent.class);
  }

  @Test
  void eachEntryCountsOnce() {
    does(shop, 6, "CustomersExported", null);
    world.bean(Watch.class).follow(shop.id());
    world.bean(Watch.class).follow(shop.id());
    assertThat(events(shop)).isEmpty();
    does(shop, 4, "CustomersExported", null);
    assertThat(events(shop)).isEmpty();
  }
}
