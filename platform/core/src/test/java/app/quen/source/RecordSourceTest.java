package app.quen.source;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.feedback.ReceiveFeedback;
import app.quen.feedback.ReviseFeedback;
import app.quen.field.Invalid;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.RecordInteraction;
import app.quen.order.FindOrders;
import app.quen.order.OrderDraft;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.PlaceOrder;
import app.quen.order.ReviseOrder;
import app.quen.order.ShowOrder;
import app.quen.record.RecordQuery;
import app.quen.record.RecordView;
import app.quen.record.RecordWorld;
import app.quen.task.PlanTask;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.text.Text;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders, interactions, feedback and tasks come from a source as customers do. */
@ExtendWith(EmbeddedDatabase.class)
class RecordSourceTest {

  private static final Source IMPORT = Source.imported(UUID.randomUUID().toString(), "a.csv");
  private static final Source SURVEY = new Source("form", UUID.randomUUID().toString(), "Khảo sát");

  static final RecordWorld world = new RecordWorld();
  private static CustomerId hoa;
  private static UUID fair;

  @BeforeAll
  static void aFair() {
    hoa = world.customer("Hoa");
    fair =
        world
            .here(
                () ->
                    world
                        .bean(DeclareSource.class)
                        .declare(
                            new SourceDraft(
                                "Hội chợ", "form", new Text("Tư vấn", "Advice"), null, null, null)))
            .id();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static String of(OrderView order) {
    return order.sourceId().toString();
  }

  private static String of(RecordView record) {
    return record.json().getString("sourceId");
  }

  private static OrderView order(Tenant tenant, String more, Source source) {
    var draft = json("{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}] %s}".formatted(more));
    return world.as(
        tenant, () -> world.bean(PlaceOrder.class).place(OrderDraft.read(draft), source));
  }

  private static RecordView call(String more, Source source) {
    var draft = json("{'customerId': '%s', 'channel': 'call' %s}".formatted(hoa, more));
    return world.here(() -> world.bean(RecordInteraction.class).record(draft, source));
  }

  private static RecordView question(String more, Source source) {
    var draft =
        json("{'customerId': '%s', 'kind': 'question', 'body': 'x' %s}".formatted(hoa, more));
    return world.here(() -> world.bean(ReceiveFeedback.class).receive(draft, source));
  }

  private static RecordView task(String more, Source source) {
    var draft = json("{'customerId': '%s', 'title': 'Gọi lại' %s}".formatted(hoa, more));
    return world.here(() -> world.bean(PlanTask.class).plan(draft, source));
  }

  private static String named(UUID source) {
    return ", 'sourceId': '" + source + "'";
  }

  private static List<String> problems(Runnable work) {
    return catchThrowableOfType(Invalid.class, work::run).problems().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }

  @Test
  void theyComeFromTheSourceThatIsNamedElseFromThatOfTheirWay() {
    for (var way :
        List.of(
            new Way(Source.FORM, SourceKind.MANUAL),
            new Way(Source.API, SourceKind.API),
            new Way(IMPORT, SourceKind.IMPORT),
            new Way(SURVEY, SourceKind.FORM))) {
      String standard = way.kind.standard().toString();
      assertThat(of(order(world.world.a(), "", way.source))).isEqualTo(standard);
      assertThat(of(call("", way.source))).isEqualTo(standard);
      assertThat(of(question("", way.source))).isEqualTo(standard);
      assertThat(of(task("", way.source))).isEqualTo(standard);
    }
    assertThat(of(order(world.world.a(), named(fair), Source.API))).isEqualTo(fair.toString());
    assertThat(of(call(named(fair), Source.API))).isEqualTo(fair.toString());
    assertThat(of(question("", IMPORT.of(fair)))).isEqualTo(fair.toString());
    assertThat(of(task(named(fair), Source.API))).isEqualTo(fair.toString());
  }

  private record Way(Source source, SourceKind kind) {}

  @Test
  void aSourceThatIsUnknownHereIsRefused() {
    UUID none = UUID.randomUUID();
    assertThat(problems(() -> order(world.world.a(), named(none), Source.API)))
        .containsExactly("sourceId unknown");
    assertThat(problems(() -> call(named(none), Source.API))).containsExactly("sourceId unknown");
    assertThat(problems(() -> question(", 'sourceId': 'x'", Source.API)))
        .containsExactly("sourceId wrong-type");
    assertThat(problems(() -> task(named(none), Source.API))).containsExactly("sourceId unknown");
    assertThat(problems(() -> order(world.world.b(), named(fair), Source.API)))
        .as("another workspace's")
        .containsExactly("sourceId unknown");
  }

  @Test
  void aChangeLeavesWhereTheyFirstCameFrom() {
    OrderView placed = order(world.world.a(), "", Source.API);
    RecordView asked = question("", Source.API);
    String other = "{'note': 'Giao chiều', 'sourceId': '%s'}".formatted(fair);
    var revised =
        world.here(
            () -> world.bean(ReviseOrder.class).revise(placed.id(), json(other), 1, Source.FORM));
    var answered =
        world.here(
            () ->
                world
                    .bean(ReviseFeedback.class)
                    .revise(
                        asked.id(),
                        json("{'body': 'y', 'sourceId': '%s'}".formatted(fair)),
                        1,
                        Source.FORM));

    assertThat(of(revised)).isEqualTo(of(placed));
    assertThat(of(answered)).isEqualTo(of(asked));
    assertThat(of(world.here(() -> world.bean(ShowOrder.class).show(placed.id()))))
        .isEqualTo(SourceKind.API.standard().toString());
  }

  @Test
  void theyAreFoundByTheirSource() {
    OrderView sold = order(world.world.a(), named(fair), Source.API);
    RecordView called = call(named(fair), Source.API);
    order(world.world.a(), "", Source.API);
    call("", Source.API);
    List<String> filter = List.of("sourceId:eq:" + fair);

    assertThat(
            world.here(
                () ->
                    world
                        .bean(FindOrders.class)
                        .find(OrderQuery.read(null, filter, null, false), null, 50)
                        .items()))
        .extracting(OrderView::id)
        .contains(sold.id())
        .allSatisfy(id -> assertThat(id).isNotNull());
    assertThat(
            world.here(
                () ->
                    world
                        .bean(ListInteractions.class)
                        .list(RecordQuery.read(filter, null, false), null, 50)
                        .items()))
        .allSatisfy(record -> assertThat(of(record)).isEqualTo(fair.toString()))
        .extracting(RecordView::id)
        .contains(called.id());
  }

  @Test
  void theDatabaseTakesNoneWithoutASource() {
    order(world.world.a(), "", Source.API);
    call("", Source.API);
    question("", Source.API);
    task("", Source.API);
    for (String table : List.of("sales_order", "interaction", "feedback", "task")) {
      for (String source : List.of("NULL", "'0192aaaa-0000-7000-8000-00000000ffff'")) {
        assertThatThrownBy(
                () ->
                    world.here(
                        () ->
                            world
                                .bean(Work.class)
                                .transact(
                                    () ->
                                        world
                                            .bean(Work.class)
                                            .sql()
                                            .execute(
                                                "UPDATE " + table + " SET source_id = " + source))))
            .as(table)
            .hasRootCauseInstanceOf(java.sql.SQLException.class);
      }
    }
  }
}
