package app.quen.field;

import static app.quen.field.FieldWorld.codes;
import static app.quen.field.FieldWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.customer.CheckManyCustomers;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class WorkspaceFieldTest {

  static FieldWorld shop;
  Tenant a;
  Tenant b;

  @BeforeAll
  static void open() {
    shop = new FieldWorld(World.open());
  }

  @AfterAll
  static void close() {
    shop.world.close();
  }

  @BeforeEach
  void makeTenants() {
    a = shop.world.another("a");
    b = shop.world.another("b");
  }

  @Test
  void aFieldOfAWorkspaceIsThereForItsCustomersAndForNobodyElses() {
    FieldState added =
        shop.add(
            a, "{'type': 'integer', 'label': {'vi': 'Cỡ giày', 'en': 'Shoe size'}, 'min': 20}");

    assertThat(added.field().key()).isEqualTo("workspace.co_giay");
    assertThat(added.field().owner()).isEqualTo("workspace");
    assertThat(shop.register(a, "{'name': 'An', 'fields': {'workspace.co_giay': 38}}").fields())
        .hasToString("{\"workspace.co_giay\":38}");
    assertThat(
            refused(() -> shop.register(a, "{'name': 'An', 'fields': {'workspace.co_giay': 3.5}}")))
        .containsExactly("workspace.co_giay not-whole");
    assertThat(shop.keys(b, false)).isEmpty();
    assertThat(
            refused(() -> shop.register(b, "{'name': 'An', 'fields': {'workspace.co_giay': 38}}")))
        .containsExactly("workspace.co_giay unknown-field");
  }

  @Test
  void aFieldOfATransactionThatIsTakenBackWasNeverThereForAnybody() {
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank'}");
    List<String> inside = new ArrayList<>();

    assertThatThrownBy(
            () ->
                shop.in(
                    a,
                    () ->
                        shop.world
                            .bean(Work.class)
                            .transact(
                                () -> {
                                  shop.add(a, "{'type': 'text', 'label': 'X', 'key': 'gone'}");
                                  inside.addAll(shop.keys(a, false));
                                  throw new IllegalArgumentException("not today");
                                })))
        .hasMessage("not today");

    assertThat(inside).containsExactly("workspace.rank", "workspace.gone");
    assertThat(shop.keys(a, false)).containsExactly("workspace.rank");
    assertThat(refused(() -> shop.register(a, "{'name': 'An', 'fields': {'workspace.gone': 'x'}}")))
        .containsExactly("workspace.gone unknown-field");
    assertThat(shop.keys(b, false)).isEmpty();
  }

  @Test
  void allThatIsWrongWithAFieldIsSaidAtOnce() {
    assertThat(refused(() -> shop.add(a, "{'type': 'colour', 'max': 'x', 'nope': 1}")))
        .contains("nope unknown", "type not-a-choice", "label required", "max wrong-type");
    assertThat(
            refused(
                () ->
                    shop.add(
                        a,
                        "{'type': 'longtext', 'label': 'Ghi chú', 'searchable': true, 'unique':"
                            + " true, 'min': 1}")))
        .containsExactlyInAnyOrder("searchable not-searchable", "unique unsuited", "min unsuited");
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank'}");
    assertThat(refused(() -> shop.add(a, "{'type': 'text', 'label': 'X', 'key': 'rank'}")))
        .containsExactly("key taken");
    assertThat(
            refused(() -> shop.add(a, "{'type': 'reference', 'label': 'X', 'references': 'car'}")))
        .containsExactly("references unknown");
  }

  @Test
  void aNewCustomerHasTheDefaultUnlessSomethingIsSaid() {
    shop.add(
        a,
        "{'type': 'choice', 'label': 'Hạng', 'key': 'rank', 'choices': ['Đồng', 'Bạc'], 'default':"
            + " 'dong'}");

    assertThat(shop.register(a, "{'name': 'An'}").fields().getString("workspace.rank"))
        .isEqualTo("dong");
    assertThat(
            shop.register(a, "{'name': 'Bình', 'fields': {'workspace.rank': 'bac'}}")
                .fields()
                .getString("workspace.rank"))
        .isEqualTo("bac");
    assertThat(shop.register(a, "{'name': 'Chi', 'fields': {'workspace.rank': null}}").fields())
        .isEmpty();
  }

  @Test
  void aFieldIsRenamedAndMadeStricterWithoutHurtingWhatIsThere() {
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank'}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.rank': 'vàng ròng'}}");

    FieldState revised =
        shop.revise(
            a,
            "workspace.rank",
            "{'label': {'vi': 'Hạng khách', 'en': 'Tier'}, 'maxLength': 4, 'required': true}");

    assertThat(revised.field().label().en()).isEqualTo("Tier");
    assertThat(shop.revise(a, an, "{'name': 'An Nguyễn'}").fields().getString("workspace.rank"))
        .isEqualTo("vàng ròng");
    assertThat(
            refused(
                () -> shop.register(a, "{'name': 'B', 'fields': {'workspace.rank': 'vàng ròng'}}")))
        .containsExactly("workspace.rank too-long");
    assertThat(refused(() -> shop.register(a, "{'name': 'B'}")))
        .containsExactly("workspace.rank required");
    assertThat(refused(() -> shop.revise(a, "workspace.rank", "{'type': 'date'}")))
        .containsExactly("type fixed");
    assertThatThrownBy(
            () ->
                shop.in(
                    a,
                    () ->
                        shop.world
                            .bean(ReviseField.class)
                            .revise("customer", "workspace.rank", FieldWorld.json("{}"), 1)))
        .isInstanceOf(Outdated.class);
  }

  @Test
  void aRetiredFieldIsOutOfSightAndComesBackWithItsValues() {
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank', 'searchable': true}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.rank': 'vip'}}");

    assertThat(shop.retire(a, "workspace.rank").retiredAt()).isNotNull();
    assertThat(shop.keys(a, false)).isEmpty();
    assertThat(shop.keys(a, true)).containsExactly("workspace.rank");
    assertThat(shop.show(a, an).fields()).isEmpty();
    CustomerView renamed = shop.revise(a, an, "{'name': 'An Lê'}");
    assertThat(refused(() -> shop.found(a, "workspace.rank:eq:vip")))
        .containsExactly("filter.workspace.rank unknown-field");

    shop.restore(a, "workspace.rank");
    assertThat(shop.show(a, renamed).fields().getString("workspace.rank")).isEqualTo("vip");
    assertThat(shop.found(a, "workspace.rank:eq:vip")).containsExactly("An Lê");
  }

  @Test
  void noTwoCustomersShareAUniqueValueHoweverTheyCome() {
    shop.add(a, "{'type': 'text', 'label': 'Số thẻ', 'key': 'card', 'unique': true}");
    shop.add(b, "{'type': 'text', 'label': 'Số thẻ', 'key': 'card', 'unique': true}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.card': 'T-1'}}");
    shop.register(b, "{'name': 'An', 'fields': {'workspace.card': 'T-1'}}");

    assertThat(
            refused(() -> shop.register(a, "{'name': 'B', 'fields': {'workspace.card': 't-1'}}")))
        .containsExactly("workspace.card taken");
    var outcomes =
        shop.registerMany(
            a,
            "{'name': 'B', 'fields': {'workspace.card': 'T-2'}}",
            "{'name': 'C', 'fields': {'workspace.card': 'T-2'}}",
            "{'name': 'D', 'fields': {'workspace.card': 'T-1'}}");
    assertThat(codes(outcomes.get(0).problems())).isEmpty();
    assertThat(codes(outcomes.get(1).problems())).containsExactly("workspace.card taken");
    assertThat(codes(outcomes.get(2).problems())).containsExactly("workspace.card taken");
    var checked =
        shop.in(
            a,
            () ->
                shop.world
                    .bean(CheckManyCustomers.class)
                    .check(
                        List.of(
                            CustomerDraft.read(
                                FieldWorld.json(
                                    "{'name': 'B', 'fields': {'workspace.card': 'T-2'}}")),
                            CustomerDraft.read(
                                FieldWorld.json(
                                    "{'name': 'B', 'fields': {'workspace.card': 'T-3'}}")))));
    assertThat(codes(checked.get(0).problems())).containsExactly("workspace.card taken");
    assertThat(codes(checked.get(1).problems())).isEmpty();

    // given back, it is free for another
    shop.revise(a, an, "{'fields': {'workspace.card': 'T-9'}}");
    shop.register(a, "{'name': 'E', 'fields': {'workspace.card': 'T-1'}}");
    assertThat(
            refused(() -> shop.register(a, "{'name': 'B', 'fields': {'workspace.card': 'T-9'}}")))
        .containsExactly("workspace.card taken");
  }

  @Test
  void oneOfManyWhoTakeAUniqueValueAtTheSameTimeGetsIt() throws Exception {
    shop.add(a, "{'type': 'text', 'label': 'Số thẻ', 'key': 'card', 'unique': true}");
    var start = new CountDownLatch(1);
    int taken = 0;
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int n = i;
        Callable<Boolean> one =
            () -> {
              start.await();
              try {
                shop.register(
                    a, "{'name': 'Khách %d', 'fields': {'workspace.card': 'T-7'}}".formatted(n));
                return true;
              } catch (Invalid e) {
                assertThat(codes(e.problems())).containsExactly("workspace.card taken");
                return false;
              }
            };
        tries.add(threads.submit(one));
      }
      start.countDown();
      for (var one : tries) {
        taken += one.get() ? 1 : 0;
      }
    }
    assertThat(taken).isEqualTo(1);
  }

  @Test
  void aReferenceLeadsToACustomerOfTheSameWorkspace() {
    shop.add(
        a,
        "{'type': 'reference', 'label': 'Người giới thiệu', 'key': 'by', 'references':"
            + " 'customer'}");
    CustomerView an = shop.register(a, "{'name': 'An'}");
    CustomerView other = shop.register(b, "{'name': 'Khách'}");

    assertThat(
            shop.register(a, "{'name': 'B', 'fields': {'workspace.by': '%s'}}".formatted(an.id()))
                .fields()
                .getString("workspace.by"))
        .isEqualTo(an.id().toString());
    assertThat(
            refused(
                () ->
                    shop.register(
                        a,
                        "{'name': 'B', 'fields': {'workspace.by': '%s'}}".formatted(other.id()))))
        .containsExactly("workspace.by not-there");
  }

  @Test
  void aRuleShowsAFieldOnlyWhereItHoldsAndRequiresItOnlyThere() {
    shop.add(
        a,
        "{'type': 'text', 'label': 'Số hợp đồng', 'key': 'contract', 'required': true,"
            + " 'visibleWhen': 'record.stage.matches(\\u0022customer|regular\\u0022)'}");

    CustomerView lead = shop.register(a, "{'name': 'An', 'stage': 'lead'}");
    assertThat(
            refused(
                () -> shop.register(a, "{'name': 'An', 'fields': {'workspace.contract': 'HD-1'}}")))
        .containsExactly("workspace.contract not-visible");
    assertThat(refused(() -> shop.register(a, "{'name': 'B', 'stage': 'customer'}")))
        .containsExactly("workspace.contract required");
    assertThat(refused(() -> shop.revise(a, lead, "{'stage': 'customer'}")))
        .containsExactly("workspace.contract required");
    CustomerView customer =
        shop.revise(a, lead, "{'stage': 'customer', 'fields': {'workspace.contract': 'HD-1'}}");
    assertThat(customer.fields()).hasSize(1);
    assertThat(codes(shop.registerMany(a, "{'name': 'C', 'stage': 'customer'}").get(0).problems()))
        .containsExactly("workspace.contract required");

    // where it is there no more, its value goes
    assertThat(shop.revise(a, customer, "{'stage': 'lapsed'}").fields()).isEmpty();
  }

  @Test
  void aRuleOverTheRecordRefusesWhatDoesNotMeetIt() {
    shop.add(a, "{'type': 'date', 'label': 'Bắt đầu', 'key': 'begins'}");
    shop.add(
        a,
        "{'type': 'date', 'label': 'Kết thúc', 'key': 'ends', 'validWhen': 'record.workspace.ends"
            + " >= record.workspace.begins', 'validMessage': {'vi': 'Phải sau ngày bắt đầu.', 'en':"
            + " 'Must be after the beginning.'}}");

    shop.register(
        a,
        "{'name': 'An', 'fields': {'workspace.begins': '2026-01-01', 'workspace.ends':"
            + " '2026-02-01'}}");
    shop.register(a, "{'name': 'B', 'fields': {'workspace.ends': '2026-02-01'}}");
    assertThat(
            refused(
                () ->
                    shop.register(
                        a,
                        "{'name': 'C', 'fields': {'workspace.begins': '2026-03-01',"
                            + " 'workspace.ends': '2026-02-01'}}")))
        .containsExactly("workspace.ends rule");
    assertThat(refused(() -> shop.retire(a, "workspace.begins")))
        .containsExactly("key used-by-rule");
    assertThat(refused(() -> shop.convert(a, "workspace.begins", "{'type': 'boolean'}", false)))
        .contains("type used-by-rule");
  }

  @Test
  void aRuleThatCameLaterDoesNotHoldUpOtherChanges() {
    shop.add(a, "{'type': 'integer', 'label': 'Điểm', 'key': 'points'}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.points': 5}}");
    shop.revise(a, "workspace.points", "{'validWhen': 'record.workspace.points >= 10'}");

    CustomerView renamed = shop.revise(a, an, "{'name': 'An Lê'}");
    assertThat(refused(() -> shop.revise(a, renamed, "{'fields': {'workspace.points': 6}}")))
        .containsExactly("workspace.points rule");
  }

  @Test
  void aFormIsToldWhatSavingWouldSay() {
    shop.add(a, "{'type': 'text', 'label': 'Gói', 'key': 'plan'}");
    shop.add(
        a,
        "{'type': 'text', 'label': 'Số hợp đồng', 'key': 'contract', 'required': true,"
            + " 'visibleWhen': 'has(record.workspace.plan)'}");

    var empty =
        shop.in(
            a,
            () ->
                shop.world
                    .bean(EvaluateDraft.class)
                    .evaluate("customer", FieldWorld.json("{'kind': 'person'}"), null));
    var planned =
        shop.in(
            a,
            () ->
                shop.world
                    .bean(EvaluateDraft.class)
                    .evaluate(
                        "customer", FieldWorld.json("{'fields': {'workspace.plan': 'M'}}"), null));

    assertThat(empty.hidden()).containsExactly("workspace.contract");
    assertThat(empty.problems()).isEmpty();
    assertThat(planned.hidden()).isEmpty();
    assertThat(codes(planned.problems())).containsExactly("workspace.contract required");
  }
}
