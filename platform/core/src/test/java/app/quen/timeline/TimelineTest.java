package app.quen.timeline;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.quen.consent.ConsentDraft;
import app.quen.consent.ConsentTestWorld;
import app.quen.consent.RecordConsent;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.field.Invalid;
import app.quen.interaction.TrashInteraction;
import app.quen.link.LinkCustomers;
import app.quen.link.LinkDraft;
import app.quen.order.OrderDraft;
import app.quen.order.PlaceOrder;
import app.quen.record.RecordWorld;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class TimelineTest {

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  static TimelinePage page(
      CustomerId customer, Set<String> kinds, @Nullable String cursor, int limit) {
    return world.here(
        () -> world.bean(ShowTimeline.class).show(customer, kinds, null, null, cursor, limit));
  }

  static List<String> kinds(TimelinePage page) {
    return page.items().stream().map(TimelineEntry::kind).toList();
  }

  @Test
  void allKindsComeTogetherByTheirTime() {
    CustomerId hoa = world.customer("Hoa");
    world.interaction(hoa, "{'channel': 'call', 'at': '2026-01-02T00:00:00Z'}");
    world.feedback(hoa, "{'kind': 'rating', 'rating': 5, 'at': '2026-01-03T00:00:00Z'}");
    var sms = world.interaction(hoa, "{'channel': 'sms', 'at': '2026-01-04T00:00:00Z'}");
    world.task(hoa, "{'title': 'Gọi lại'}");
    await()
        .untilAsserted(
            () ->
                assertThat(kinds(page(hoa, Set.of(), null, 50)))
                    .containsExactly("task", "change", "interaction", "feedback", "interaction"));
    assertThat(kinds(page(hoa, Set.of("feedback", "task"), null, 50)))
        .containsExactly("task", "feedback");
    var call = page(hoa, Set.of("interaction"), null, 50).items().get(1);
    assertThat(call.type()).isEqualTo("call");
    assertThat(call.actor()).isEqualTo(world.lan);
    world.here(() -> world.bean(TrashInteraction.class).trash(sms.id(), Source.FORM));
    assertThat(kinds(page(hoa, Set.of("interaction"), null, 50))).containsExactly("interaction");
  }

  @Test
  void ordersStandAmongTheRest() {
    CustomerId hoa = world.customer("Hoa");
    for (int day = 1; day <= 3; day++) {
      String order =
          "{'number': 'HD-%s-%d', 'customerId': '%s', 'placedAt': '2026-04-0%dT00:00:00Z',"
              + " 'state': 'paid', 'lines': [{'name': 'Áo', 'quantity': 1, 'unitPrice': 5}]}";
      JsonObject json = json(order.formatted(hoa, day, hoa, day));
      world.here(() -> world.bean(PlaceOrder.class).place(OrderDraft.read(json), Source.FORM));
    }
    world.interaction(hoa, "{'channel': 'call', 'at': '2026-04-02T12:00:00Z'}");
    Set<String> both = Set.of("order", "interaction");
    var first = page(hoa, both, null, 2);
    assertThat(kinds(first)).containsExactly("order", "interaction");
    assertThat(first.items().get(0).record().getString("number")).endsWith("-3");
    assertThat(kinds(page(hoa, both, first.nextCursor(), 5))).containsExactly("order", "order");
  }

  @Test
  void pagesHoldEachEntryOnceAcrossTheKinds() {
    CustomerId hoa = world.customer("Hoa");
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      // three of each moment, so that pages end in the middle of one
      String at = "'at': '2026-02-01T00:00:%02d.123456Z'".formatted(i / 3);
      made.add(
          i % 2 == 0
              ? world.interaction(hoa, "{'channel': 'chat', " + at + "}").id()
              : world.feedback(hoa, "{'kind': 'question', 'body': '?', " + at + "}").id());
    }
    List<UUID> read = new ArrayList<>();
    String cursor = null;
    do {
      var page = page(hoa, Set.of("interaction", "feedback"), cursor, 5);
      page.items().forEach(entry -> read.add(entry.id()));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(read).isEqualTo(made.reversed());
  }

  static List<String> found(CustomerId customer, String text) {
    TimelinePage page =
        world.here(
            () ->
                world
                    .bean(SearchTimeline.class)
                    .search(customer, Set.of(), null, null, text, null, 50));
    return kinds(page);
  }

  @Test
  void wordsAreFoundWithoutAccentsInWhatPeopleWrote() {
    CustomerId hoa = world.customer("Hoa");
    world.interaction(hoa, "{'channel': 'call', 'body': 'Khách cần hoá đơn đỏ'}");
    world.feedback(hoa, "{'kind': 'complaint', 'subject': 'Sai hóa đơn', 'body': '?'}");
    world.task(hoa, "{'title': 'Gọi lại'}");
    assertThat(found(hoa, "hoa don")).containsExactlyInAnyOrder("feedback", "interaction");
    assertThat(found(hoa, "CAN hoa don")).containsExactly("interaction");
    assertThat(found(hoa, "goi lai")).containsExactly("task");
    assertThat(found(hoa, "call")).isEmpty();
    assertThat(found(world.customer("Hà"), "hoa don")).isEmpty();
  }

  @Test
  void whatIsFoundGoesOnWhereThePageEnded() {
    CustomerId hoa = world.customer("Hoa");
    for (int i = 0; i < 6; i++) {
      String at = "'at': '2026-02-01T00:00:0%d.5Z'".formatted(i);
      world.interaction(
          hoa, "{'channel': 'note', 'body': '" + (i % 2 == 0 ? "đèn" : "quạt") + "', " + at + "}");
    }
    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      String at = cursor;
      TimelinePage page =
          world.here(
              () ->
                  world.bean(SearchTimeline.class).search(hoa, Set.of(), null, null, "den", at, 2));
      page.items().forEach(entry -> read.add(entry.record().getString("body")));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(read).containsExactly("đèn", "đèn", "đèn");
  }

  @Test
  void aSpanOfTimeIsCutOut() {
    CustomerId hoa = world.customer("Hoa");
    for (int day = 1; day <= 4; day++) {
      world.interaction(hoa, "{'channel': 'visit', 'at': '2026-03-0" + day + "T00:00:00Z'}");
    }
    var page =
        world.<TimelinePage>here(
            () ->
                world
                    .bean(ShowTimeline.class)
                    .show(
                        hoa,
                        Set.of(),
                        Instant.parse("2026-03-02T00:00:00Z"),
                        Instant.parse("2026-03-04T00:00:00Z"),
                        null,
                        50));
    assertThat(page.items())
        .extracting(entry -> entry.at().toString())
        .containsExactly("2026-03-03T00:00:00Z", "2026-03-02T00:00:00Z");
  }

  @Test
  void changesOfTheCustomerAndOfItsRecordsAreTold() {
    CustomerId hoa = world.customer("Hoa");
    var complaint = world.feedback(hoa, "{'kind': 'complaint', 'subject': 'Hỏng'}");
    world.revise(complaint, "{'state': 'in-progress'}");
    world.here(
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(hoa, json("{'stage': 'regular'}"), 1, Source.FORM));
    await()
        .untilAsserted(
            () ->
                assertThat(page(hoa, Set.of("change"), null, 50).items())
                    .extracting(TimelineEntry::type)
                    .containsExactly("CustomerRevised", "FeedbackRevised", "CustomerRegistered"));
    var change = page(hoa, Set.of("change"), null, 50).items().get(1);
    assertThat(change.record().getString("subject")).isEqualTo("Hỏng");
    assertThat(change.change().getJsonArray("changes").getJsonObject(0).getString("after"))
        .isEqualTo("in-progress");
  }

  @Test
  void whoMayNotReadAKindDoesNotSeeIt() {
    CustomerId hoa = world.customer("Hoa");
    world.feedback(hoa, "{'kind': 'rating', 'rating': 5}");
    world.interaction(hoa, "{'channel': 'call'}");
    var seen =
        world.<TimelinePage>as(
            world.world.a(),
            Set.of("customer:read", "interaction:read"),
            () -> world.bean(ShowTimeline.class).show(hoa, Set.of(), null, null, null, 50));
    assertThat(kinds(seen)).contains("interaction").doesNotContain("feedback");
    var summary =
        world.as(
            world.world.a(),
            Set.of("customer:read"),
            () -> world.bean(ShowSummary.class).show(hoa));
    assertThat(summary.isNull("openComplaints")).isTrue();
    assertThat(summary.isNull("consents")).isTrue();
    assertThat(summary.getJsonArray("links")).isEmpty();
  }

  @Test
  void theSummarySaysWhatIsOpenAndWhatComesNext() {
    CustomerId hoa = world.customer("Hoa");
    world.task(hoa, "{'title': 'sau', 'dueAt': '2027-01-02T00:00:00Z'}");
    world.task(hoa, "{'title': 'trước', 'dueAt': '2027-01-01T00:00:00Z'}");
    var open = world.feedback(hoa, "{'kind': 'complaint', 'subject': 'Hỏng'}");
    var closed = world.feedback(hoa, "{'kind': 'complaint', 'subject': 'Muộn'}");
    world.revise(closed, "{'state': 'closed'}");
    world.interaction(hoa, "{'channel': 'call', 'at': '2026-01-01T00:00:00Z'}");
    world.interaction(hoa, "{'channel': 'note', 'body': 'x'}");
    CustomerId bao = world.customer("Bảo");
    var news = ConsentTestWorld.purpose(world.world, world.world.a(), "news", null).id();
    world.here(
        () ->
            world
                .bean(RecordConsent.class)
                .record(
                    hoa,
                    new ConsentDraft(news, "sms", "refused", null, null, null, null, null, null),
                    Source.FORM));
    world.here(
        () ->
            world
                .bean(LinkCustomers.class)
                .link(hoa, new LinkDraft(bao, "spouse", true, null, null, null), Source.FORM));
    var summary = world.here(() -> world.bean(ShowSummary.class).show(hoa));
    assertThat(summary.getJsonArray("consents").getValuesAs(JsonObject.class))
        .extracting(said -> said.getString("channel") + " " + said.getString("state"))
        .containsExactlyInAnyOrder("email missing", "sms refused", "zns missing", "phone missing");
    assertThat(summary.getJsonArray("links").getValuesAs(JsonObject.class))
        .extracting(
            link -> link.getJsonObject("label").getString("vi") + " " + link.getString("name"))
        .containsExactly("Vợ/chồng Bảo");
    assertThat(summary.getJsonObject("nextTask").getString("title")).isEqualTo("trước");
    assertThat(summary.getJsonObject("rollups").getInt("openComplaints")).isEqualTo(1);
    assertThat(summary.getJsonArray("openComplaints"))
        .extracting(one -> one.asJsonObject().getString("id"))
        .containsExactly(open.id().toString());
    assertThat(summary.getJsonObject("lastInteraction").getString("channel")).isEqualTo("call");
  }

  @Test
  void anotherTenantKnowsNoSuchCustomer() {
    CustomerId hoa = world.customer("Hoa");
    assertThatThrownBy(
            () ->
                world.as(
                    world.world.b(),
                    () -> world.bean(ShowTimeline.class).show(hoa, Set.of(), null, null, null, 50)))
        .isInstanceOf(NoSuchCustomer.class);
    assertThatThrownBy(
            () -> world.as(world.world.b(), () -> world.bean(ShowSummary.class).show(hoa)))
        .isInstanceOf(NoSuchCustomer.class);
  }

  @Test
  void anUnknownKindOrCursorIsExplained() {
    CustomerId hoa = world.customer("Hoa");
    assertThat(
            catchThrowableOfType(Invalid.class, () -> page(hoa, Set.of("dream"), null, 50))
                .problems())
        .hasSize(1);
    assertThat(catchThrowableOfType(Invalid.class, () -> page(hoa, Set.of(), "xyz", 50)).problems())
        .hasSize(1);
  }
}
