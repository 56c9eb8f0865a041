package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.Trouble;
import app.quen.launcher.demo.RetailCustomers;
import app.quen.launcher.demo.Table;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Imports;
import app.quen.launcher.instance.Settings;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** How fast a file becomes customers, with identifiers, search terms, fields, history and facts. */
final class ImportBench {
  private final Settings settings;
  private final Steps steps;
  private final int rows;

  ImportBench(Settings settings, Steps steps, int rows) {
    this.settings = settings;
    this.steps = steps;
    this.rows = rows;
  }

  JsonObject run() throws Exception {
    Table table = RetailCustomers.table(1, rows);
    try (Stage stage = new Stage(settings, steps, "import", false)) {
      stage.start(true);
      try (Api api = stage.shop()) {
        Imports imports = new Imports(api);
        warmUp(imports);
        steps.say("uploading " + rows + " rows");
        long uploading = System.nanoTime();
        String address = imports.prepare("bench.csv", table.csv(), table::field);
        double uploadSeconds = seconds(uploading);
        steps.say("importing");
        long importing = System.nanoTime();
        api.post(address + "/start", JsonValue.EMPTY_JSON_OBJECT);
        JsonObject done = imports.await(address, "completed");
        double importSeconds = seconds(importing);
        int created = done.getJsonObject("result").getInt("created");
        if (created != rows) {
          throw new Trouble("only " + created + " of " + rows + " rows: " + done.get("result"));
        }
        double rate = rows / importSeconds;
        steps.say("%.0f rows/s; now the same rows by bare INSERTs".formatted(rate));
        SameRows.Result bare = new SameRows(stage.database(), stage.schema(), steps).insert();
        // the warm-up's customers are among them
        double baseline = bare.customers() / bare.seconds();
        double customersOnly = bare.customers() / bare.customerSeconds();
        JsonObjectBuilder result = stage.result("import");
        result.add("rows", rows);
        Stage.add(result, "upload_s", uploadSeconds);
        Stage.add(result, "import_s", importSeconds);
        Stage.add(result, "rows_per_s", rate);
        result.add("baseline_rows_in_all_tables", bare.rows());
        Stage.add(result, "baseline_rows_per_s", baseline);
        Stage.add(result, "baseline_customer_table_rows_per_s", customersOnly);
        Stage.add(result, "import_ratio", rate / baseline);
        Stage.add(result, "import_customer_table_ratio", rate / customersOnly);
        return result.build();
      }
    }
  }

  /** A server that has just started compiles first; that is not what is asked here. */
  private void warmUp(Imports imports) throws InterruptedException, java.io.IOException {
    Table table = RetailCustomers.table(5_000_001, 5_000);
    imports.run("warm-up.csv", table.csv(), table::field, table.rows());
    steps.say("warmed up");
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
