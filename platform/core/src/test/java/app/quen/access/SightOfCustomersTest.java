package app.quen.access;

import static app.quen.access.AccessWorld.json;
import static app.quen.access.AccessWorld.reach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.account.Member;
import app.quen.account.Rejected;
import app.quen.customer.CountCustomers;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.ExportCustomers;
import app.quen.customer.FindCustomers;
import app.quen.customer.FindPossibleDuplicates;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.customer.SuggestTags;
import app.quen.customer.TrashCustomer;
import app.quen.field.Invalid;
import app.quen.history.HistoryEntry;
import app.quen.history.ShowHistory;
import app.quen.team.ShareDraft;
import app.quen.team.ShareRecord;
import app.quen.testing.EmbeddedDatabase;
import app.quen.timeline.ShowProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SightOfCustomersTest {

  static final AccessWorld world = new AccessWorld();

  static final Member lan = world.with("own", reach("own"), Map.of());
  static final Member mai = world.with("team", reach("team"), Map.of());
  static final Member nga = world.with("below", reach("team-below"), Map.of());
  static final Member oanh = world.with("none", reach("none"), Map.of());
  static final Member phuc =
      world.with(
          "masked",
          reach("all"),
          Map.of(
              "customer",
              Map.of(
                  "phones", "masked",
                  "emails", "hidden",
                  "taxCode", "hidden",
                  "externalId", "masked",
                  "tags", "hidden",
                  "occupation", "read")));

  static final CustomerId lans = customer("An", lan.id().toString());
  static final CustomerId mais = customer("Bình", mai.id().toString());
  static final CustomerId nobodys = customer("Chi", null);

  static {
    var north = world.team(null, "Miền Bắc", nga);
    world.team(north, "Hà Nội", lan, mai);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static CustomerId customer(String name, String owner) {
    return world.customer(
        "{'name': '%s', 'phones': ['0912 345 6%d'], 'emails': ['%s@mail.vn'], 'taxCode': 'MST%s01',"
                .formatted(name, 70 + name.length(), name.toLowerCase().replace('ì', 'i'), name)
            + " 'externalId': 'ma-so-%s', 'tags': ['the-%s'], 'occupation': 'Nghề của %s'%s}"
                .formatted(name, name, name, owner == null ? "" : ", 'ownerId': '" + owner + "'"));
  }

  private static List<String> names(Member who) {
    return world.as(who, () -> names(CustomerQuery.ALL));
  }

  private static List<String> names(CustomerQuery query) {
    return world.bean(FindCustomers.class).find(query, null, 50).items().stream()
        .map(CustomerView::name)
        .sorted()
        .toList();
  }

  private static CustomerQuery filtered(String... filters) {
    return CustomerQuery.read(null, List.of(filters), null, false);
  }

  private static CustomerQuery search(String q) {
    return CustomerQuery.read(q, List.of(), null, false);
  }

  @Test
  void reachGoesFromNothingOverOnesOwnAndTheTeamsToAll() {
    assertThat(names(oanh)).isEmpty();
    assertThat(names(lan)).contains("An").doesNotContain("Bình", "Chi");
    assertThat(names(mai)).contains("An", "Bình").doesNotContain("Chi");
    assertThat(names(nga)).contains("An", "Bình").doesNotContain("Chi");
    assertThat(names(phuc)).contains("An", "Bình", "Chi");
  }

  @Test
  void whoIsBelowDoesNotSeeWhatIsAbove() {
    CustomerId ngas = customer("Dung", nga.id().toString());

    assertThat(names(nga)).contains("Dung");
    assertThat(names(mai)).doesNotContain("Dung");
    assertThatThrownBy(() -> world.as(mai, () -> world.bean(ShowCustomer.class).show(ngas)))
        .isInstanceOf(NoSuchCustomer.class);
  }

  @Test
  void whatIsOutOfReachIsNotThereOnAnyWay() {
    assertThatThrownBy(() -> world.as(lan, () -> world.bean(ShowCustomer.class).show(mais)))
        .isInstanceOf(NoSuchCustomer.class);
    assertThatThrownBy(() -> world.as(lan, () -> world.bean(ShowProfile.class).show(mais, 10)))
        .isInstanceOf(NoSuchCustomer.class);
    assertThatThrownBy(
            () -> world.as(lan, () -> world.bean(ShowHistory.class).show(mais, 10, null)))
        .isInstanceOf(NoSuchCustomer.class);
    assertThatThrownBy(
            () -> world.as(lan, () -> world.bean(TrashCustomer.class).trash(mais, Source.FORM)))
        .isInstanceOf(NoSuchCustomer.class);
    assertThatThrownBy(
            () ->
                world.as(
                    lan,
                    () ->
                        world
                            .bean(ReviseCustomer.class)
                            .revise(mais, json("{'name': 'X'}"), 1, Source.FORM)))
        .isInstanceOf(NoSuchCustomer.class);
    assertThat(world.as(lan, () -> names(search("Bình")))).isEmpty();
    assertThat(world.as(lan, () -> names(filtered("tags:eq:the-Bình")))).isEmpty();
    assertThat(world.as(lan, () -> world.bean(SuggestTags.class).suggest("the-b"))).isEmpty();
    assertThat(world.as(lan, () -> world.bean(CountCustomers.class).count(search("Bình")).count()))
        .isZero();
    assertThat(
            world.as(
                lan, () -> world.bean(FindPossibleDuplicates.class).find(null, null, "ma-so-Bình")))
        .isEmpty();
    List<String> exported = new ArrayList<>();
    world.as(
        lan,
        () -> {
          world
              .bean(ExportCustomers.class)
              .export(CustomerQuery.ALL, row -> exported.add(row.name()));
          return true;
        });
    assertThat(exported).contains("An").doesNotContain("Bình", "Chi");
  }

  @Test
  void whatIsHiddenIsLeftOutAndWhatIsMaskedIsNoValueAnyMore() {
    CustomerView seen = world.as(phuc, () -> world.bean(ShowCustomer.class).show(nobodys));

    assertThat(seen.phones()).singleElement().extracting(p -> p.value()).isEqualTo("091•••••73");
    assertThat(seen.json().toString()).doesNotContain("12345673", "345 673", "chi@mail.vn");
    assertThat(seen.emails()).isEmpty();
    assertThat(seen.taxCode()).isNull();
    assertThat(seen.tags()).isEmpty();
    assertThat(seen.externalId()).isEqualTo("ma•••••i");
    assertThat(seen.occupation()).isEqualTo("Nghề của Chi");
  }

  @Test
  void nobodyFindsOrSortsByWhatTheyDoNotSee() {
    for (String key : List.of("phones", "emails", "taxCode", "externalId", "tags")) {
      assertThatThrownBy(() -> world.as(phuc, () -> names(filtered(key + ":notempty:"))))
          .as(key)
          .isInstanceOfSatisfying(
              Rejected.class,
              refused ->
                  assertThat(refused.problems())
                      .extracting(problem -> problem.field())
                      .containsExactly("filter." + key));
    }
    assertThat(world.as(phuc, () -> names(search("0912345673")))).isEmpty();
    assertThat(world.as(phuc, () -> names(search("345673")))).isEmpty();
    assertThat(world.as(phuc, () -> names(search("chi@mail.vn")))).isEmpty();
    assertThat(world.as(phuc, () -> names(search("ma-so-Chi")))).isEmpty();
    assertThat(world.as(phuc, () -> names(search("MSTChi01")))).isEmpty();
    assertThat(world.as(phuc, () -> names(search("Chi")))).contains("Chi");
    assertThat(
            world.as(
                phuc, () -> world.bean(CountCustomers.class).count(search("0912345673")).count()))
        .isZero();
    assertThat(
            world.as(
                phuc,
                () -> world.bean(FindPossibleDuplicates.class).find("0912345673", null, null)))
        .isEmpty();
    assertThat(
            world.owned(
                () -> world.bean(FindPossibleDuplicates.class).find("0912345673", null, null)))
        .hasSize(1);
  }

  @Test
  void whatMayNotBeWrittenIsRefusedAlsoWhereNothingWouldChange() {
    for (String patch :
        List.of(
            "{'taxCode': 'MSTChi01'}",
            "{'taxCode': null}",
            "{'phones': ['0909090909']}",
            "{'occupation': 'Khác'}")) {
      assertThatThrownBy(
              () ->
                  world.as(
                      phuc,
                      () ->
                          world
                              .bean(ReviseCustomer.class)
                              .revise(nobodys, json(patch), 1, Source.FORM)))
          .as(patch)
          .isInstanceOfSatisfying(
              Invalid.class,
              invalid ->
                  assertThat(invalid.problems())
                      .extracting(problem -> problem.code())
                      .containsOnly("not-writable"));
    }
    assertThatThrownBy(() -> world.as(phuc, () -> world.register("{'name': 'E', 'taxCode': 'x'}")))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void whoSeesOnlyTheirOwnOwnsWhatTheyMake() {
    CustomerView made = world.as(lan, () -> world.register("{'name': 'Giang'}"));

    assertThat(made.ownerId()).isEqualTo(lan.id());
    assertThat(names(lan)).contains("Giang");
  }

  @Test
  void aSharedCustomerIsSeenUntilItsTimeIsUp() {
    CustomerId shared = customer("Hạnh", null);
    world.owned(
        () ->
            world
                .bean(ShareRecord.class)
                .share(
                    "customer",
                    shared.value(),
                    new ShareDraft("member", oanh.id(), "read", Instant.now().plusSeconds(3600))));

    assertThat(names(oanh)).containsExactly("Hạnh");
    assertThatThrownBy(
            () ->
                world.as(
                    oanh,
                    () ->
                        world
                            .bean(ReviseCustomer.class)
                            .revise(shared, json("{'name': 'X'}"), 1, Source.FORM)))
        .isInstanceOf(Refused.class);
    assertThat(names(lan)).doesNotContain("Hạnh");
  }

  @Test
  void aHistoryTellsNothingOfWhatIsHidden() {
    CustomerId changed = customer("Khoa", null);
    world.owned(
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(
                    changed,
                    json("{'taxCode': 'MSTMOI99', 'occupation': 'Nghề mới'}"),
                    1,
                    Source.FORM));
    var all =
        org.awaitility.Awaitility.await()
            .until(
                () ->
                    world.owned(
                        () -> world.bean(ShowHistory.class).show(changed, 10, null).items()),
                items -> items.size() == 2);

    List<HistoryEntry> told =
        world.as(phuc, () -> world.bean(ShowHistory.class).show(changed, 10, null).items());

    assertThat(all.toString()).contains("MSTMOI99");
    assertThat(told.toString())
        .contains("Nghề mới")
        .doesNotContain("MSTMOI99", "MSTKhoa01", "taxCode");
  }

  @Test
  void theOtherWorkspaceSeesNothingWhateverItsRolesAreCalled() {
    Member owner = world.member(world.world.b(), "owner");
    Member sales = world.member(world.world.b(), "sales");

    for (Member one : List.of(owner, sales)) {
      assertThat(world.as(world.world.b(), one, () -> names(CustomerQuery.ALL))).isEmpty();
      assertThatThrownBy(
              () -> world.as(world.world.b(), one, () -> world.bean(ShowCustomer.class).show(lans)))
          .isInstanceOf(NoSuchCustomer.class);
    }
    // a role of the one workspace is none in the other
    assertThat(world.bean(Standings.class).permissionsOf(world.world.b().id(), "own")).isEmpty();
    assertThat(
            world.world.in(
                world.world.b(),
                () ->
                    world
                        .bean(Access.class)
                        .callAs(
                            AccessWorld.actor(lan),
                            Set.of("customer:read"),
                            () -> names(CustomerQuery.ALL))))
        .isEmpty();
  }
}
