package app.quen.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.attachment.AddAttachment;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.customer.TrashCustomer;
import app.quen.feedback.ReceiveFeedback;
import app.quen.feedback.TrashFeedback;
import app.quen.importing.ImportWorld;
import app.quen.interaction.RecordInteraction;
import app.quen.interaction.TrashInteraction;
import app.quen.job.JobContext;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.PlaceOrder;
import app.quen.order.TrashOrder;
import app.quen.task.PlanTask;
import app.quen.task.TrashTask;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MovableClock;
import app.quen.trash.internal.TrashPurge;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class ThirtyDaysTest {

  private static final List<String> TABLES =
      List.of(
          "sales_order", "order_line", "interaction", "feedback", "task", "attachment", "customer");

  @TempDir static Path files;
  private ImportWorld world;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    world = ImportWorld.open(files, MovableClock.class);
    a = world.world.a();
    b = world.world.b();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatLiesInTheTrashForThirtyDaysGoesWithItsFilesAndTheOthersStay() throws IOException {
    UUID hoa = customer(a, "Hoa");
    Map<String, UUID> gone = records(a, hoa);
    records(a, hoa);
    records(b, customer(b, "Hoa"));
    Map<String, Long> all = counts(a);
    Map<String, Long> theirs = counts(b);
    trash(a, gone);
    String contentOfOne = "order of " + gone.get("order");

    world.world.bean(MovableClock.class).forward(Duration.ofDays(29));
    world.world.run(a, () -> world.world.bean(TrashPurge.class).run(job(a)));
    assertThat(counts(a)).isEqualTo(all);
    assertThat(contents(a)).contains(contentOfOne);

    world.world.bean(MovableClock.class).forward(Duration.ofDays(3));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(counts(a))
                    .isEqualTo(
                        Map.of(
                            "sales_order", 1L,
                            "order_line", 1L,
                            "interaction", 1L,
                            "feedback", 1L,
                            "task", 1L,
                            "attachment", 4L,
                            "customer", 1L)));
    assertThat(counts(b)).isEqualTo(theirs);

    world.world.bean(MovableClock.class).forward(Duration.ofMinutes(5));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(contents(a)).hasSize(4).doesNotContain(contentOfOne));
    assertThat(contents(b)).hasSize(4);
  }

  @Test
  void whenACustomerGoesTheFilesOfTheirRecordsGoButThoseOfOrdersStay() throws IOException {
    UUID hoa = customer(a, "Hoa");
    UUID tam = customer(a, "Tám");
    records(a, hoa);
    records(a, tam);
    attach(a, "customer", hoa);
    does(a, () -> bean(TrashCustomer.class).trash(new CustomerId(hoa), Source.FORM));

    world.world.bean(MovableClock.class).forward(Duration.ofDays(32));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(counts(a)).containsEntry("customer", 1L));
    assertThat(counts(a))
        .isEqualTo(
            Map.of(
                "sales_order", 2L,
                "order_line", 2L,
                "interaction", 1L,
                "feedback", 1L,
                "task", 1L,
                "attachment", 5L,
                "customer", 1L));

    world.world.bean(MovableClock.class).forward(Duration.ofMinutes(5));
    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(contents(a)).hasSize(5));
  }

  private UUID customer(Tenant tenant, String name) {
    CustomerDraft draft = CustomerDraft.read(json("{'name': '" + name + "'}"));
    return does(tenant, () -> bean(RegisterCustomer.class).register(draft, Source.FORM).id())
        .value();
  }

  /** One of each kind, each with a file of its own. */
  private Map<String, UUID> records(Tenant tenant, UUID customer) {
    String of = "{'customerId': '" + customer + "', ";
    JsonObject order = json(of + "'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}");
    JsonObject call = json(of + "'channel': 'call'}");
    JsonObject question = json(of + "'kind': 'question', 'body': 'Còn size M?'}");
    JsonObject task = json(of + "'title': 'Gọi lại'}");
    Map<String, UUID> ids = new HashMap<>();
    does(
        tenant,
        () -> {
          OrderDraft draft = OrderDraft.read(order);
          ids.put("order", bean(PlaceOrder.class).place(draft, Source.FORM).id().value());
          ids.put("interaction", bean(RecordInteraction.class).record(call, Source.FORM).id());
          ids.put("feedback", bean(ReceiveFeedback.class).receive(question, Source.FORM).id());
          ids.put("task", bean(PlanTask.class).plan(task, Source.FORM).id());
          return ids;
        });
    ids.forEach((record, id) -> attach(tenant, record, id));
    return ids;
  }

  private void attach(Tenant tenant, String record, UUID id) {
    var content = (record + " of " + id).getBytes(StandardCharsets.UTF_8);
    does(
        tenant,
        () ->
            bean(AddAttachment.class)
                .add(
                    record,
                    id,
                    "ghi chú.txt",
                    new ByteArrayInputStream(content),
                    (sha256, add) -> add.get()));
  }

  private void trash(Tenant tenant, Map<String, UUID> records) {
    does(
        tenant,
        () -> {
          bean(TrashOrder.class).trash(new OrderId(records.get("order")), Source.FORM);
          bean(TrashInteraction.class).trash(records.get("interaction"), Source.FORM);
          bean(TrashFeedback.class).trash(records.get("feedback"), Source.FORM);
          return bean(TrashTask.class).trash(records.get("task"), Source.FORM);
        });
  }

  private Map<String, Long> counts(Tenant tenant) {
    Map<String, Long> counts = new HashMap<>();
    TABLES.forEach(table -> counts.put(table, world.count(tenant, table)));
    return counts;
  }

  /** Of the files in the tenant's folder. */
  private static List<String> contents(Tenant tenant) throws IOException {
    Path folder = files.resolve(tenant.id().toString()).resolve("attachments");
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(ThirtyDaysTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "gone meanwhile";
    }
  }

  private <T> T does(Tenant tenant, Callable<T> work) {
    return world.as(tenant, work);
  }

  private <T> T bean(Class<T> type) {
    return world.world.bean(type);
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static JobContext job(Tenant tenant) {
    return new JobContext() {
      @Override
      public TenantId tenant() {
        return tenant.id();
      }

      @Override
      public String id() {
        return "day";
      }

      @Override
      public String data() {
        return "day";
      }

      @Override
      public boolean stopping() {
        return false;
      }

      @Override
      public void again() {}

      @Override
      public void again(Instant at) {}
    };
  }
}
