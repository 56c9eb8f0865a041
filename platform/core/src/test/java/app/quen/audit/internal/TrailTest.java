package app.quen.audit.internal;

import static app.quen.audit.internal.TrailWorld.LAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.audit.Act;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.HiddenRecords;
import app.quen.audit.SearchTrail;
import app.quen.audit.Trail;
import app.quen.audit.VerifyTrail;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.field.AddField;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.whence.Whence;
import app.quen.whence.Whereabouts;
import jakarta.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class TrailTest {

  static World world;
  static TrailWorld trails;

  @BeforeAll
  static void open() {
    world = World.open();
    trails = new TrailWorld(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void aChangeIsInTheTrailOfItsWorkspaceWithWhatWasAndWhatIs() {
    var shop = world.another("shop");
    CustomerView hoa = trails.register(shop, "Trần Thị Hoa");
    trails.rename(shop, hoa, "Trần Thị Hòa");

    List<AuditEntry> entries = trails.entries(shop);

    assertThat(entries).extracting(AuditEntry::sequence).containsExactly(1L, 2L);
    assertThat(entries)
        .extracting(AuditEntry::act)
        .containsExactly("CustomerRegistered", "CustomerRevised");
    AuditEntry revised = entries.get(1);
    assertThat(revised.actor()).isEqualTo(LAN);
    assertThat(revised.recordType()).isEqualTo("customer");
    assertThat(revised.recordId()).isEqualTo(hoa.id().value());
    assertThat(revised.customerId()).isEqualTo(hoa.id().value());
    assertThat(revised.changes()).contains("Trần Thị Hoa", "Trần Thị Hòa");
    assertThat(revised.previousHash()).isEqualTo(entries.get(0).hash());
    assertThat(trails.entries(world.b())).noneMatch(e -> hoa.id().value().equals(e.recordId()));
  }

  @Test
  void aChangeThatIsTakenBackLeavesNoEntry() {
    var shop = world.another("shop");
    trails.register(shop, "Trần Thị Hoa");

    assertThatThrownBy(
            () ->
                trails.as(
                    shop,
                    () ->
                        world
                            .bean(Work.class)
                            .transact(
                                () -> {
                                  trails.register(shop, "Không có thật");
                                  throw new IllegalStateException("after all");
                                })))
        .hasMessage("after all");

    assertThat(trails.entries(shop)).hasSize(1);
    trails.register(shop, "Lê Văn Nam");
    assertThat(trails.verify(shop).breaks()).isEmpty();
  }

  @Test
  void whoWritesAtTheSameTimeKeepsOneUnbrokenChain() throws Exception {
    var shop = world.another("shop");
    var other = world.another("other");
    int writers = 6;
    int each = 25;
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var go = new CountDownLatch(1);
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        int writer = w;
        running.add(
            threads.submit(
                () -> {
                  go.await();
                  for (int i = 0; i < each; i++) {
                    var in = i % 5 == 0 ? other : shop;
                    CustomerView made = trails.register(in, "Khách " + writer + " " + i);
                    trails.rename(in, made, "Khách quen " + writer + " " + i);
                    trails.as(
                        in,
                        () -> {
                          world.bean(Trail.class).seen(Act.of("CustomersSearched"));
                          return true;
                        });
                  }
                  return true;
                }));
      }
      go.countDown();
      for (Future<?> future : running) {
        future.get();
      }
    }
    trails.seal(shop);

    List<AuditEntry> entries = trails.entries(shop);
    assertThat(entries).hasSize(writers * each / 5 * 4 * 3);
    assertThat(entries).extracting(AuditEntry::at).isSorted();
    assertThat(trails.entries(other)).hasSize(writers * each / 5 * 3);
    var report = trails.verify(shop);
    assertThat(report.breaks()).isEmpty();
    assertThat(report.entries()).isEqualTo(entries.size());
    assertThat(report.sealed()).isEqualTo(entries.size());
    assertThat(trails.verify(other).breaks()).isEmpty();
  }

  @Test
  void whatIsOnlySeenIsWrittenWithFromWhereAndWhatFor() {
    var shop = world.another("shop");
    trails.as(
        shop,
        () ->
            world
                .bean(Whereabouts.class)
                .callFrom(
                    new Whence("203.0.113.7", "Firefox"),
                    () -> {
                      world
                          .bean(Trail.class)
                          .seen(
                              Act.of("CustomersExported")
                                  .with("{\"query\":{\"q\":[\"hoa\"]}}")
                                  .because("tax audit"));
                      return true;
                    }));

    AuditEntry entry = trails.entries(shop).getFirst();

    assertThat(entry.address()).isEqualTo("203.0.113.7");
    assertThat(entry.client()).isEqualTo("Firefox");
    assertThat(entry.why()).isEqualTo("tax audit");
    assertThat(entry.actor()).isEqualTo(LAN);
  }

  @Test
  void theTrailIsFoundByWhoWhatRecordAndTimeAPageAtATime() {
    var shop = world.another("shop");
    CustomerView hoa = trails.register(shop, "Hoa");
    Instant between = trails.entries(shop).getFirst().at().plusNanos(1_000);
    CustomerView nam = trails.register(shop, "Nam");
    trails.rename(shop, hoa, "Hòa");
    UUID id = hoa.id().value();

    assertThat(sequences(AuditQuery.ALL.by(LAN.id()))).isEmpty();
    assertThat(trails.search(shop, AuditQuery.ALL.by(LAN.id())))
        .extracting(AuditEntry::sequence)
        .containsExactly(3L, 2L, 1L);
    assertThat(trails.search(shop, AuditQuery.ALL.by(UUID.randomUUID()))).isEmpty();
    assertThat(trails.search(shop, AuditQuery.ALL.acts(Set.of("CustomerRevised"))))
        .extracting(AuditEntry::recordId)
        .containsExactly(id);
    assertThat(trails.search(shop, AuditQuery.ALL.of("customer", id)))
        .extracting(AuditEntry::sequence)
        .containsExactly(3L, 1L);
    assertThat(trails.search(shop, AuditQuery.ALL.about(nam.id().value())))
        .extracting(AuditEntry::sequence)
        .containsExactly(2L);
    assertThat(trails.search(shop, AuditQuery.ALL.between(between, null)))
        .extracting(AuditEntry::sequence)
        .containsExactly(3L, 2L);
    assertThat(trails.search(shop, AuditQuery.ALL.between(null, between)))
        .extracting(AuditEntry::sequence)
        .containsExactly(1L);
    var first =
        trails.as(shop, () -> world.bean(SearchTrail.class).search(AuditQuery.ALL, null, 2));
    assertThat(first.next()).isEqualTo(2L);
    var second =
        trails.as(
            shop, () -> world.bean(SearchTrail.class).search(AuditQuery.ALL, first.next(), 2));
    assertThat(second.items()).extracting(AuditEntry::sequence).containsExactly(1L);
    assertThat(second.next()).isNull();
  }

  private static List<Long> sequences(AuditQuery query) {
    return trails.search(world.b(), query).stream().map(AuditEntry::sequence).toList();
  }

  @Test
  void whoIsShownASensitiveValueIsInTheTrailAndTheValueIsNot() {
    var shop = world.another("shop");
    for (String sensitivity : List.of("sensitive", "personal")) {
      trails.as(
          shop,
          () ->
              world
                  .bean(AddField.class)
                  .add(
                      "customer",
                      Json.createObjectBuilder()
                          .add("type", "text")
                          .add("key", sensitivity)
                          .add("label", sensitivity)
                          .add("sensitivity", sensitivity)
                          .build()));
    }
    CustomerView plain = with(shop, "workspace.personal", "thích trà");
    CustomerView secret = with(shop, "workspace.sensitive", "079123456789");
    for (CustomerView each : List.of(plain, secret)) {
      trails.as(shop, () -> world.bean(ShowCustomer.class).show(each.id()));
    }

    var read =
        trails.entries(shop).stream().filter(entry -> entry.act().equals("SensitiveRead")).toList();

    assertThat(read).extracting(AuditEntry::recordId).containsExactly(secret.id().value());
    assertThat(read.getFirst().changes()).isEqualTo("{\"fields\":[\"workspace.sensitive\"]}");
    // who reads it in the trail has read it, too
    assertThat(trails.entries(shop))
        .filteredOn(entry -> entry.act().equals("SensitiveRead"))
        .extracting(AuditEntry::changes)
        .last()
        .asString()
        .contains("\"entries\":");
  }

  @Test
  void theTrailIsFoundByFieldAndByReason() {
    var shop = world.another("shop");
    CustomerView hoa = trails.register(shop, "Hoa");
    trails.rename(shop, hoa, "\"field\":\"tags\"");
    trails.as(
        shop,
        () -> {
          var trail = world.bean(Trail.class);
          trail.seen(Act.of("SensitiveRead").with("{\"fields\":[\"workspace.cccd\"]}"));
          trail.seen(Act.of("CustomersExported").because("Giảm 100% thuế_quý"));
          trail.seen(Act.of("CustomersExported").because("Giảm 1000 thuế quý"));
          return true;
        });
    trails.entries(shop);

    assertThat(trails.search(shop, AuditQuery.ALL.field("name")))
        .extracting(AuditEntry::act)
        .containsExactly("CustomerRevised", "CustomerRegistered");
    assertThat(trails.search(shop, AuditQuery.ALL.field("tags"))).isEmpty();
    assertThat(trails.search(shop, AuditQuery.ALL.field("workspace.cccd")))
        .extracting(AuditEntry::act)
        .containsExactly("SensitiveRead");
    assertThat(trails.search(shop, AuditQuery.ALL.because("100% thuế_q")))
        .extracting(AuditEntry::why)
        .containsExactly("Giảm 100% thuế_quý");
    assertThat(trails.search(world.b(), AuditQuery.ALL.because("thuế"))).isEmpty();
  }

  @Test
  void whatAJobOrAProgramDoesIsInTheTrailWithForWhom() throws Exception {
    var shop = world.another("shop");
    var whereabouts = world.bean(Whereabouts.class);
    var key = new Actor(Actor.Kind.API_KEY, UUID.randomUUID(), "Website");
    whereabouts.callFrom(Whence.job("import"), () -> trails.register(shop, "Hoa"));
    whereabouts.callFrom(
        new Whence("203.0.113.7", "curl").by(new Whence.Leave(LAN.id(), LAN.name())),
        () ->
            world.in(
                shop,
                () ->
                    world
                        .bean(Access.class)
                        .callAs(
                            key,
                            Set.of("*"),
                            () -> {
                              world.bean(Trail.class).seen(Act.of("CustomersSearched"));
                              return true;
                            })));
    // who calls itself a job from outside is none
    whereabouts.callFrom(
        new Whence("203.0.113.7", "job import"), () -> trails.register(shop, "Nam"));

    List<AuditEntry> entries = trails.entries(shop);

    assertThat(entries)
        .filteredOn(entry -> entry.onBehalfOf() != null)
        .allSatisfy(entry -> assertThat(entry.onBehalfOf()).isEqualTo(LAN))
        .extracting(entry -> entry.actor().name())
        .containsExactlyInAnyOrder("job import", "Website");
    assertThat(trails.search(shop, AuditQuery.ALL.by(LAN.id()))).hasSize(3);
    assertThat(trails.search(shop, AuditQuery.ALL.by(key.id()))).hasSize(1);
    assertThat(trails.search(shop, AuditQuery.ALL.by(Actor.Kind.API_KEY)))
        .extracting(entry -> entry.actor().name())
        .containsExactly("Website");
    assertThat(trails.search(world.b(), AuditQuery.ALL.by(Actor.Kind.API_KEY))).isEmpty();
    assertThat(trails.search(world.b(), AuditQuery.ALL.by(LAN.id())))
        .noneMatch(entry -> entry.onBehalfOf() != null);
    assertThat(trails.verify(shop).breaks()).isEmpty();
  }

  @Test
  void whoAsksForARecordThatIsHiddenFromThemIsInTheTrailAndWhoGuessesIsNot() {
    var shop = world.another("shop");
    var other = world.another("other");
    CustomerView hoa = trails.register(shop, "Hoa");
    for (var tenant : List.of(shop, other)) {
      trails.as(
          tenant,
          () -> {
            var hidden = world.bean(HiddenRecords.class);
            hidden.missed("customer", hoa.id().value(), Act.of("Refused"));
            hidden.missed("customer", UUID.randomUUID(), Act.of("Refused"));
            hidden.missed("survey", hoa.id().value(), Act.of("Refused"));
            return true;
          });
    }

    assertThat(trails.entries(shop))
        .filteredOn(entry -> entry.act().equals("Refused"))
        .extracting(AuditEntry::recordId)
        .containsExactly(hoa.id().value());
    assertThat(trails.entries(other)).isEmpty();
  }

  private static CustomerView with(Tenant shop, String field, String value) {
    var json =
        Json.createObjectBuilder()
            .add("name", value)
            .add("fields", Json.createObjectBuilder().add(field, value))
            .build();
    return trails.as(
        shop,
        () -> world.bean(RegisterCustomer.class).register(CustomerDraft.read(json), Source.FORM));
  }

  @Test
  void whoMayNotReadTheTrailIsRefused() {
    for (Runnable attempt :
        List.<Runnable>of(
            () -> world.bean(SearchTrail.class).search(AuditQuery.ALL, null, 1),
            () -> world.bean(VerifyTrail.class).verify())) {
      assertThatThrownBy(
              () ->
                  world.in(
                      world.a(),
                      () ->
                          world
                              .bean(Access.class)
                              .callAs(
                                  LAN,
                                  Set.of("customer:*"),
                                  () -> {
                                    attempt.run();
                                    return true;
                                  })))
          .isInstanceOf(Refused.class);
    }
  }
}
