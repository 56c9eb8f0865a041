package app.quen.access;

import static app.quen.access.AccessWorld.json;
import static app.quen.access.AccessWorld.reach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.account.Member;
import app.quen.account.Rejected;
import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.field.Invalid;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.RecordInteraction;
import app.quen.interaction.ReviseInteraction;
import app.quen.interaction.ShowInteraction;
import app.quen.link.LinkCustomers;
import app.quen.link.LinkDraft;
import app.quen.link.LinkPage;
import app.quen.link.ListLinks;
import app.quen.order.FindOrders;
import app.quen.order.NoSuchOrder;
import app.quen.order.OrderDraft;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.PlaceOrder;
import app.quen.order.ReviseOrder;
import app.quen.order.ShowOrder;
import app.quen.record.NoSuchRecord;
import app.quen.record.RecordQuery;
import app.quen.record.RecordView;
import app.quen.task.ListTasks;
import app.quen.task.PlanTask;
import app.quen.testing.EmbeddedDatabase;
import app.quen.timeline.ShowProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SightOfRecordsTest {

  static final AccessWorld world = new AccessWorld();

  static final Member lan =
      world.with(
          "own",
          reach("own"),
          Map.of(
              "interaction", Map.of("body", "hidden", "subject", "read"),
              "order", Map.of("note", "hidden", "store", "masked")));
  static final Member mai = world.with("split", split(), Map.of());

  static final CustomerId lans =
      world.customer("{'name': 'An', 'ownerId': '%s'}".formatted(lan.id()));
  static final CustomerId others = world.customer("{'name': 'Bình'}");

  static final RecordView call = call(lans, "Hỏi giá");
  static final RecordView otherCall = call(others, "Hỏi hàng");
  static final OrderView order = order(lans, "DH-1");
  static final OrderView otherOrder = order(others, "DH-2");

  @AfterAll
  static void close() {
    world.close();
  }

  private static Map<String, String> split() {
    Map<String, String> split = new HashMap<>(reach("all"));
    split.put("order", "none");
    split.put("interaction", "own");
    split.put("task", "own");
    return split;
  }

  private static RecordView call(CustomerId customer, String subject) {
    return world.owned(
        () ->
            world
                .bean(RecordInteraction.class)
                .record(
                    json(
                        "{'customerId': '%s', 'channel': 'call', 'subject': '%s', 'body': 'Kín'}"
                            .formatted(customer, subject)),
                    Source.FORM));
  }

  private static OrderView order(CustomerId customer, String number) {
    return world.owned(
        () ->
            world
                .bean(PlaceOrder.class)
                .place(
                    OrderDraft.read(
                        json(
                            ("{'number': '%s', 'customerId': '%s', 'note': 'Ghi chú kín',"
                                    + " 'store': 'Chi nhánh Một', 'lines': [{'name': 'Áo',"
                                    + " 'quantity': 1, 'unitPrice': 70000}]}")
                                .formatted(number, customer))),
                    Source.FORM));
  }

  private static List<String> subjects(Member who, String... filters) {
    return world.as(
        who,
        () ->
            world
                .bean(ListInteractions.class)
                .list(RecordQuery.read(List.of(filters), null, false), null, 50)
                .items()
                .stream()
                .map(one -> one.json().getString("subject"))
                .sorted()
                .toList());
  }

  private static List<String> numbers(Member who, String... filters) {
    return world.as(
        who,
        () ->
            world
                .bean(FindOrders.class)
                .find(OrderQuery.read(null, List.of(filters), null, false), null, 50)
                .items()
                .stream()
                .map(OrderView::number)
                .sorted()
                .toList());
  }

  @Test
  void aRecordIsSeenWithItsCustomerOnly() {
    assertThat(subjects(lan)).containsExactly("Hỏi giá");
    assertThat(subjects(lan, "customerId:eq:" + others)).isEmpty();
    assertThat(numbers(lan)).containsExactly("DH-1");
    assertThat(numbers(lan, "customerId:eq:" + others)).isEmpty();
    assertThatThrownBy(
            () -> world.as(lan, () -> world.bean(ShowInteraction.class).show(otherCall.id())))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(() -> world.as(lan, () -> world.bean(ShowOrder.class).show(otherOrder.id())))
        .isInstanceOf(NoSuchOrder.class);
  }

  @Test
  void aRecordIsSeenByItsOwnReachOnly() {
    assertThat(numbers(mai)).isEmpty();
    assertThat(subjects(mai)).isEmpty();
    var profile = world.as(mai, () -> world.bean(ShowProfile.class).show(lans, 50));
    assertThat(profile.timeline().items())
        .allSatisfy(entry -> assertThat(entry.kind()).isNotIn("order", "interaction"));
    assertThat(profile.customer().rollups().keySet())
        .doesNotContain("orders", "spend", "lastOrderAt", "lastInteractionAt");
    assertThat(profile.summary().getJsonObject("rollups").keySet()).doesNotContain("spend");
    assertThat(profile.summary().isNull("lastInteraction")).isTrue();
    assertThat(
            world
                .owned(() -> world.bean(ShowProfile.class).show(lans, 50))
                .customer()
                .rollups()
                .keySet())
        .contains("spend");
  }

  @Test
  void whatIsHiddenShowsInNoPartOfAProfile() {
    var profile = world.as(lan, () -> world.bean(ShowProfile.class).show(lans, 50));

    assertThat(profile.toString())
        .contains("Hỏi giá", "DH-1")
        .doesNotContain("Kín", "Ghi chú kín", "Chi nhánh Một");
    assertThat(world.as(lan, () -> world.bean(ShowOrder.class).show(order.id())).store())
        .isEqualTo("Ch•••••t");
  }

  @Test
  void nobodyFiltersByWhatTheyDoNotSee() {
    assertThatThrownBy(() -> subjects(lan, "body:contains:Kín")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> numbers(lan, "store:eq:x")).isInstanceOf(Rejected.class);
    assertThat(subjects(lan, "subject:contains:giá")).containsExactly("Hỏi giá");
  }

  @Test
  void whatIsOutOfReachCannotBeWrittenAndAHiddenFieldNeither() {
    assertThatThrownBy(
            () ->
                world.as(
                    lan,
                    () ->
                        world
                            .bean(ReviseInteraction.class)
                            .revise(otherCall.id(), json("{'subject': 'X'}"), 1, Source.FORM)))
        .isInstanceOf(NoSuchRecord.class);
    for (String patch : List.of("{'subject': 'X'}", "{'body': 'Kín'}")) {
      assertThatThrownBy(
              () ->
                  world.as(
                      lan,
                      () ->
                          world
                              .bean(ReviseInteraction.class)
                              .revise(call.id(), json(patch), 1, Source.FORM)))
          .as(patch)
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(
            () ->
                world.as(
                    lan,
                    () ->
                        world
                            .bean(ReviseOrder.class)
                            .revise(otherOrder.id(), json("{'state': 'paid'}"), 1, Source.FORM)))
        .isInstanceOf(NoSuchOrder.class);
    assertThatThrownBy(
            () ->
                world.as(
                    lan,
                    () ->
                        world
                            .bean(RecordInteraction.class)
                            .record(
                                json("{'customerId': '%s', 'channel': 'call'}".formatted(others)),
                                Source.FORM)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void aTaskWithoutACustomerIsSeenByWhomItIsFor() {
    RecordView mine =
        world.as(
            mai,
            () -> world.bean(PlanTask.class).plan(json("{'title': 'Việc của Mai'}"), Source.FORM));
    world.owned(
        () -> world.bean(PlanTask.class).plan(json("{'title': 'Việc của chủ'}"), Source.FORM));

    assertThat(mine.json().getString("assigneeId")).isEqualTo(mai.id().toString());
    assertThat(
            world.as(
                mai,
                () ->
                    world
                        .bean(ListTasks.class)
                        .list(RecordQuery.read(List.of(), null, false), null, 50)
                        .items()
                        .stream()
                        .map(one -> one.json().getString("title"))
                        .toList()))
        .containsExactly("Việc của Mai");
  }

  @Test
  void linksOutOfReachDoNotEndTheListOfThoseThatAreSeen() {
    CustomerId first = world.customer("{'name': 'Người đầu', 'ownerId': '%s'}".formatted(lan.id()));
    for (int i = 0; i < 3; i++) {
      CustomerId unseen = world.customer("{'name': 'Người khuất %d'}".formatted(i));
      linked(unseen, first);
    }
    List<CustomerId> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      CustomerId other =
          world.customer("{'name': 'Người quen %d', 'ownerId': '%s'}".formatted(i, lan.id()));
      linked(first, other);
      seen.add(other);
    }

    List<CustomerId> told = new ArrayList<>();
    String cursor = null;
    do {
      String at = cursor;
      LinkPage page = world.as(lan, () -> world.bean(ListLinks.class).list(first, 2, at));
      page.items().forEach(link -> told.add(link.other().id()));
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(told).isEqualTo(seen);
  }

  private static void linked(CustomerId from, CustomerId to) {
    world.owned(
        () ->
            world
                .bean(LinkCustomers.class)
                .link(from, new LinkDraft(to, "other", true, null, null, null), Source.FORM));
  }

  @Test
  void aLinkToSomebodyOutOfReachIsNotSeen() {
    world.owned(
        () ->
            world
                .bean(LinkCustomers.class)
                .link(lans, new LinkDraft(others, "other", true, null, null, "Quen"), Source.FORM));

    assertThat(world.as(lan, () -> world.bean(ListLinks.class).list(lans, 10, null)).items())
        .isEmpty();
    assertThat(world.owned(() -> world.bean(ListLinks.class).list(lans, 10, null)).items())
        .hasSize(1);
  }
}
