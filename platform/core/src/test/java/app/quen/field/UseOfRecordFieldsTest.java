package app.quen.field;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.Source;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.ExportRecordFile;
import app.quen.feedback.ListFeedback;
import app.quen.feedback.ShowFeedback;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.ShowInteraction;
import app.quen.order.FindOrders;
import app.quen.order.OrderDraft;
import app.quen.order.OrderQuery;
import app.quen.order.PlaceOrder;
import app.quen.order.ShowOrder;
import app.quen.record.RecordQuery;
import app.quen.record.RecordWorld;
import app.quen.task.ListTasks;
import app.quen.task.ShowTask;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class UseOfRecordFieldsTest {

  private static final List<String> RECORDS = List.of("order", "interaction", "feedback", "task");
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final String RANK = "workspace.rank";
  private static final List<String> FILTER = List.of("workspace.rank:eq:vip");

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void theUseOfFieldsIsNotedWhateverTheyAreFieldsOf() {
    for (String record : RECORDS) {
      field(world.world.a(), record);
      field(world.world.b(), record);
    }
    String values = "'fields': {'workspace.rank': 'vip'}";
    var hoa = world.customer("Hoa");
    var call = world.interaction(hoa, "{'channel': 'call', %s}".formatted(values));
    var question = world.feedback(hoa, "{'kind': 'question', 'body': 'x', %s}".formatted(values));
    var task = world.task(hoa, "{'title': 'x', %s}".formatted(values));
    var order =
        json("{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}], %s}".formatted(values));
    world.here(
        () -> {
          var placed = world.bean(PlaceOrder.class).place(OrderDraft.read(order), Source.FORM);
          world.bean(ShowOrder.class).show(placed.id());
          world.bean(ShowInteraction.class).show(call.id());
          world.bean(ShowFeedback.class).show(question.id());
          world.bean(ShowTask.class).show(task.id());
          var query = RecordQuery.read(FILTER, null, false);
          world.bean(ListInteractions.class).list(query, null, 10);
          world.bean(ListFeedback.class).list(query, null, 10);
          world.bean(ListTasks.class).list(query, null, 10);
          world.bean(FindOrders.class).find(OrderQuery.read(null, FILTER, null, false), null, 10);
          for (String record : List.of("interaction", "feedback", "task")) {
            world
                .bean(ExportRecordFile.class)
                .export(record, query, Format.CSV, List.of(RANK), "vi");
          }
          return null;
        });

    for (String record : RECORDS) {
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> {
                FieldReport.Item rank = item(world.world.a(), record);
                assertThat(rank.writtenOn()).as(record).isEqualTo(TODAY);
                assertThat(rank.readOn()).as(record).isEqualTo(TODAY);
                assertThat(rank.filteredOn()).as(record).isEqualTo(TODAY);
                if (!record.equals("order")) {
                  assertThat(rank.exportedOn()).as(record).isEqualTo(TODAY);
                }
              });
      FieldReport.Item theirs = item(world.world.b(), record);
      assertThat(theirs.writtenOn()).isNull();
      assertThat(theirs.readOn()).isNull();
      assertThat(theirs.filteredOn()).isNull();
      assertThat(theirs.exportedOn()).isNull();
    }
  }

  private static void field(Tenant tenant, String record) {
    world.as(
        tenant,
        () ->
            world
                .bean(AddField.class)
                .add(
                    record,
                    json(
                        "{'key': 'rank', 'type': 'text', 'searchable': true,"
                            + " 'label': {'vi': 'Hạng', 'en': 'Rank'}}")));
  }

  private static FieldReport.Item item(Tenant tenant, String record) {
    return world
        .as(tenant, () -> world.bean(ShowFieldUse.class).show(record, TODAY))
        .items()
        .stream()
        .filter(item -> item.field().field().key().equals(RANK))
        .findFirst()
        .orElseThrow();
  }
}
