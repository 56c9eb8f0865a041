package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Imports;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/** The customer record among many: what happened, fields, search, files, and a change of fields. */
final class RecordBench {
  private static final int CLIENTS = 8;
  private static final int BUYERS = 20_000;
  private static final int BUSY = 200;

  /** Until the compiler has nothing left to do for these requests. */
  private static final int WARM_UP = 16_000;

  private static final int EXPORTS_BEFORE = 4;

  private final Settings settings;
  private final Steps steps;
  private final int customers;
  private final int requests;
  private final boolean keep;

  RecordBench(Settings settings, Steps steps, int customers, int requests, boolean keep) {
    this.settings = settings;
    this.steps = steps;
    this.customers = customers;
    this.requests = requests;
    this.keep = keep;
  }

  JsonObject run() throws Exception {
    try (Stage stage = new Stage(settings, steps, "customers", keep)) {
      boolean kept = keep && stage.kept() == customers;
      stage.start(!kept);
      try (Api api = kept ? stage.shopAgain() : stage.shop()) {
        if (!kept) {
          stage.fill(api, customers);
          stage.noteKept(customers);
        }
        JsonObjectBuilder result = stage.result("record");
        result.add("customers", customers);
        result.add("requests", requests);
        imports(stage, api, result);
        stage.awaitQuiet();
        try (ByHand hand = new ByHand(stage)) {
          List<String> busy = hand.busiest(BUSY);
          warm(api, busy);
          reads(api, hand, result, "profile", random -> profile(api, busy, random), busy);
          reads(api, hand, result, "list", random -> list(api), busy);
          reads(
              api, hand, result, "search", random -> api.text(ListBench.searchPath(random)), busy);
          export(api, hand, result);
        }
        new SearchableField(stage, steps, api).measure(result, CLIENTS / 2);
        return result.build();
      }
    }
  }

  /** Orders by the line: many customers with a few, few with many. */
  private void imports(Stage stage, Api api, JsonObjectBuilder result) throws Exception {
    long run = System.currentTimeMillis() / 1000;
    byte[] orders = orders(run);
    int rows = 0;
    for (byte one : orders) {
      rows += one == '\n' ? 1 : 0;
    }
    rows--;
    Imports imports = new Imports(api);
    String address = imports.prepare("order", "orders.csv", orders, heading -> "");
    steps.say("importing " + rows + " lines of orders");
    long began = System.nanoTime();
    api.post(address + "/start", Json.createObjectBuilder().build());
    JsonObject done = imports.await(address, "completed").getJsonObject("result");
    double rate = rows / ((System.nanoTime() - began) / 1e9);
    if (done.getInt("created") != rows) {
      throw new IllegalStateException("not all lines came in: " + done);
    }
    SameRows.Result bare =
        new SameRows(stage.database(), stage.schema(), steps)
            .insert(
                List.of("sales_order", "order_line"),
                "WHERE %s IN (SELECT id FROM %s.sales_order WHERE number LIKE 'B" + run + "-%%')");
    double baseline = rows / bare.seconds();
    result.add("import_lines", rows);
    Stage.add(result, "import_lines_per_s", rate);
    Stage.add(result, "baseline_import_lines_per_s", baseline);
    Stage.add(result, "import_ratio", rate / baseline);
    steps.say("import: %.0f lines/s, by bare INSERTs %.0f".formatted(rate, baseline));
  }

  private byte[] orders(long run) {
    Random random = new Random(run);
    StringBuilder csv =
        new StringBuilder("Số hóa đơn,Ngày bán,Mã khách hàng,Mã hàng,Tên hàng,SL,Đơn giá\n");
    int number = 0;
    int buyers = Math.min(BUYERS, customers);
    for (int buyer = 1; buyer <= buyers; buyer++) {
      int orders = buyer <= BUSY ? 60 : 1 + random.nextInt(3);
      for (int i = 0; i < orders; i++) {
        number++;
        String when =
            "%02d/%02d/202%d %02d:30"
                .formatted(
                    1 + random.nextInt(28),
                    1 + random.nextInt(12),
                    3 + random.nextInt(3),
                    8 + random.nextInt(12));
        int lines = 1 + random.nextInt(3);
        for (int line = 0; line < lines; line++) {
          int ware = random.nextInt(5_000);
          csv.append(
              String.format(
                  Locale.ROOT,
                  "B%d-%d,%s,SEN-%06d,SP%04d,Hàng số %d,%d,%d000\n",
                  run,
                  number,
                  when,
                  buyer,
                  ware,
                  ware,
                  1 + random.nextInt(4),
                  20 + random.nextInt(900)));
        }
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void warm(Api api, List<String> busy) throws Exception {
    steps.say("warming up");
    Times.measure(
        CLIENTS,
        WARM_UP,
        number -> {
          Random random = new Random(-number);
          return () ->
              switch (random.nextInt(3)) {
                case 0 -> profile(api, busy, random);
                case 1 -> list(api);
                default -> api.text(ListBench.searchPath(random));
              };
        });
  }

  /** What the page of a customer asks for. */
  private static String profile(Api api, List<String> busy, Random random) {
    String path = "/customers/" + busy.get(random.nextInt(busy.size()));
    return api.text(path + "/profile?limit=50");
  }

  private static String list(Api api) {
    return api.text(
        "/customers?limit=50&filter=retail.loyalty_tier:eq:gold"
            + "&filter=retail.newsletter:eq:true&filter=retail.points:gte:200");
  }

  private interface Read {
    Object once(Random random) throws Exception;
  }

  private void reads(
      Api api, ByHand hand, JsonObjectBuilder result, String name, Read read, List<String> busy)
      throws Exception {
    IntFunction<Callable<?>> client =
        number -> {
          Random random = new Random(number);
          return () -> read.once(random);
        };
    IntFunction<Callable<?>> bare =
        number -> {
          Random random = new Random(number);
          return () -> hand.once(number, name, random, busy);
        };
    Times one = Times.measure(1, requests, client);
    Times eight = Times.measure(CLIENTS, requests, client);
    Times.measure(CLIENTS, requests, bare);
    Times byHand = Times.measure(CLIENTS, requests, bare);
    one.addTo(result, name + "_1_client");
    eight.addTo(result, name);
    byHand.addTo(result, "baseline_" + name);
    Stage.add(result, name + "_ratio", eight.ms(0.95) / byHand.ms(0.95));
    steps.say(
        "%s: p95 %.1f ms alone, %.1f ms at %d clients; by hand %.1f ms"
            .formatted(name, one.ms(0.95), eight.ms(0.95), CLIENTS, byHand.ms(0.95)));
  }

  private void export(Api api, ByHand hand, JsonObjectBuilder result) throws Exception {
    Stage.confirm(api);
    steps.say("exporting, " + EXPORTS_BEFORE + " times to warm up");
    for (int i = 0; i < EXPORTS_BEFORE; i++) {
      Stage.exported(api);
      hand.export();
    }
    long began = System.nanoTime();
    long rows = Stage.exported(api);
    double rate = rows / ((System.nanoTime() - began) / 1e9);
    began = System.nanoTime();
    long bareRows = hand.export();
    double baseline = bareRows / ((System.nanoTime() - began) / 1e9);
    result.add("export_rows", rows);
    Stage.add(result, "export_rows_per_s", rate);
    Stage.add(result, "baseline_export_rows_per_s", baseline);
    Stage.add(result, "export_ratio", baseline / rate);
    steps.say("export: %.0f rows/s, by hand %.0f".formatted(rate, baseline));
  }
}
