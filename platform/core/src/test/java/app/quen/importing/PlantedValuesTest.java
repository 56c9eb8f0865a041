package app.quen.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.bulk.BulkView;
import app.quen.bulk.PreviewBulk;
import app.quen.bulk.ShowBulk;
import app.quen.bulk.StartBulk;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.exporting.ExportFile;
import app.quen.exporting.OpenExport;
import app.quen.exporting.ShowExport;
import app.quen.exporting.StartExport;
import app.quen.field.AddField;
import app.quen.field.Invalid;
import app.quen.idempotency.Answer;
import app.quen.idempotency.Idempotency;
import app.quen.interaction.RecordInteraction;
import app.quen.order.OrderDraft;
import app.quen.order.PlaceOrder;
import app.quen.tenant.Tenant;
import app.quen.testing.MariaDb;
import app.quen.view.SaveView;
import app.quen.view.ViewDraft;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants sensitive values on all ways into a workspace and looks for them in what an intruder could
 * carry away: the database's files and binary logs, a dump, and the log of the server.
 */
class PlantedValuesTest {

  private static final String CONTROL = "DOICHUNG";

  @TempDir Path files;

  private final List<String> planted = new ArrayList<>();
  private final StringBuffer log = new StringBuffer();
  private ImportWorld many;

  private final Handler listener =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord logged) {
          log.append(formatter.format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  void noPlantedValueIsInTheFilesTheBinaryLogsTheDumpOrTheLog() throws Exception {
    MariaDb database = MariaDb.start("--log-bin", "--binlog-format=MIXED", "--server-id=1");
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try (ImportWorld open = ImportWorld.open(files, database)) {
      many = open;
      plant(open.world.a(), "A");
      plant(open.world.b(), "B");
      for (Tenant tenant : List.of(open.world.a(), open.world.b())) {
        await().atMost(60, SECONDS).until(() -> count(tenant, "fact") == 0);
      }
    } finally {
      root.removeHandler(listener);
    }
    String dump = database.dump();
    database.stop();

    assertThat(dump).contains(CONTROL);
    assertThat(found(dump)).as("in the dump").isEmpty();
    assertThat(found(log.toString())).as("in the log").isEmpty();
    List<Path> all = files(database.data());
    assertThat(all).anyMatch(file -> file.getFileName().toString().contains("-bin.0"));
    List<String> holding = new ArrayList<>();
    boolean control = false;
    for (Path file : all) {
      String content =
          new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
      control |= file.toString().endsWith(".ibd") && content.contains(CONTROL);
      found(content).forEach(value -> holding.add(value + " in " + file.getFileName()));
    }
    assertThat(control).as("what is not sensitive is found in the files").isTrue();
    assertThat(holding).isEmpty();
  }

  private List<String> found(String text) {
    String folded = text.toLowerCase();
    return planted.stream().filter(value -> folded.contains(value.toLowerCase())).toList();
  }

  private String plant(String where) {
    String value = "GIEOTRONG" + where + "X";
    planted.add(value);
    return value;
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static String fields(String value) {
    return "'fields': {'workspace.idcard': '" + value + "'}";
  }

  private void plant(Tenant tenant, String name) {
    for (String record : List.of("customer", "order", "interaction")) {
      many.as(
          tenant,
          () ->
              many.world
                  .bean(AddField.class)
                  .add(
                      record,
                      json(
                          "{'type': 'text', 'label': 'CCCD', 'key': 'idcard', 'sensitivity':"
                              + " 'sensitive', 'searchable': true, 'unique': true}")));
    }
    CustomerView lan = form(tenant, name);
    records(tenant, name, lan);
    imported(tenant, name);
    bulk(tenant, name, lan);
    kept(tenant, name);
    exported(tenant);
  }

  private CustomerView form(Tenant tenant, String name) {
    String first = plant(name + "FORM");
    CustomerView lan =
        many.as(
            tenant,
            () ->
                many.world
                    .bean(RegisterCustomer.class)
                    .register(
                        CustomerDraft.read(
                            json("{'name': '" + CONTROL + "', " + fields(first) + "}")),
                        Source.FORM));
    assertThatThrownBy(
            () ->
                many.as(
                    tenant,
                    () ->
                        many.world
                            .bean(RegisterCustomer.class)
                            .register(
                                CustomerDraft.read(json("{'name': 'Mai', " + fields(first) + "}")),
                                Source.FORM)))
        .isInstanceOf(Invalid.class);
    return many.as(
        tenant,
        () ->
            many.world
                .bean(ReviseCustomer.class)
                .revise(
                    lan.id(),
                    json("{" + fields(plant(name + "REVISED")) + "}"),
                    lan.version(),
                    Source.API));
  }

  private void records(Tenant tenant, String name, CustomerView lan) {
    String head = "{'customerId': '" + lan.id() + "', ";
    many.as(
        tenant,
        () ->
            many.world
                .bean(PlaceOrder.class)
                .place(
                    OrderDraft.read(
                        json(
                            head
                                + "'number': 'D1', 'lines': [{'name': 'Áo', 'quantity': 1,"
                                + " 'unitPrice': 1000}], "
                                + fields(plant(name + "ORDER"))
                                + "}")),
                    Source.FORM));
    many.as(
        tenant,
        () ->
            many.world
                .bean(RecordInteraction.class)
                .record(
                    json(head + "'channel': 'call', " + fields(plant(name + "CALL")) + "}"),
                    Source.FORM));
  }

  private void imported(Tenant tenant, String name) {
    String taken = plant(name + "ROW");
    String csv =
        "Họ tên,Điện thoại,CCCD\nTâm,0912345678,"
            + taken
            + "\nHòa,không phải số,"
            + plant(name + "REJECTED")
            + "\n";
    ImportView run = many.upload(tenant, csv);
    many.check(tenant, run.id());
    ImportView done = many.finish(tenant, run.id());
    assertThat(done.state()).isEqualTo("completed");
    assertThat(many.rejected(tenant, run.id()).toString()).contains("GIEOTRONG" + name + "REJ");
  }

  private void bulk(Tenant tenant, String name, CustomerView lan) {
    String value = plant(name + "BULK");
    BulkView preview =
        many.as(
            tenant,
            () ->
                many.world
                    .bean(PreviewBulk.class)
                    .preview(
                        new PreviewBulk.Plan(
                            "customer",
                            null,
                            List.of(lan.id().value()),
                            json("{" + fields(value) + "}"),
                            List.of(),
                            List.of())));
    many.as(tenant, () -> many.world.bean(StartBulk.class).start(preview.id()));
    await()
        .atMost(60, SECONDS)
        .until(
            () ->
                many.as(tenant, () -> many.world.bean(ShowBulk.class).show(preview.id()))
                    .state()
                    .equals("completed"));
  }

  private void kept(Tenant tenant, String name) {
    String answer = "{\"idcard\":\"" + plant(name + "ANSWER") + "\"}";
    for (boolean repeated : List.of(false, true)) {
      Answer given =
          many.as(
              tenant,
              () ->
                  many.world
                      .bean(Idempotency.class)
                      .once(
                          "key",
                          "request".getBytes(UTF_8),
                          () -> new Answer(201, null, null, answer)));
      assertThat(given.body()).isEqualTo(answer);
      assertThat(given.repeated()).isEqualTo(repeated);
    }
    String sought = plant(name + "VIEW");
    var view =
        many.as(
            tenant,
            () ->
                many.world
                    .bean(SaveView.class)
                    .save(new ViewDraft("customer", "Một người", null, query(sought), null, null)));
    assertThat(view.query().toString()).contains(sought);
  }

  private static JsonObject query(String sought) {
    return json("{'filters': ['workspace.idcard:eq:" + sought + "']}");
  }

  private void exported(Tenant tenant) {
    String sought =
        planted.stream().filter(value -> value.contains("ROW")).reduce((x, y) -> y).get();
    var run =
        many.as(
            tenant,
            () ->
                many.world
                    .bean(StartExport.class)
                    .start(
                        new StartExport.Plan(
                            "customer",
                            query(sought),
                            List.of("name", "workspace.idcard"),
                            ExportFile.Format.CSV,
                            "vi")));
    await()
        .atMost(60, SECONDS)
        .until(
            () ->
                many.as(tenant, () -> many.world.bean(ShowExport.class).show(run.id()))
                    .state()
                    .equals("completed"));
    assertThat(many.as(tenant, () -> content(run.id()))).contains(sought);
  }

  private String content(UUID run) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    many.world.bean(OpenExport.class).open(run).content().writeTo(out);
    return out.toString(UTF_8);
  }

  private long count(Tenant tenant, String table) {
    var work = many.world.bean(Work.class);
    return many.as(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT COUNT(*) FROM " + table)
                        .mapTo(Long.class)
                        .one()));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
