package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.Trouble;
import app.quen.launcher.instance.Settings;
import jakarta.json.JsonObject;
import java.util.List;

/** The measurements by name. */
public final class Bench {
  private static final String HELP =
      """
      ./quen bench import [--rows 100000]         rows a second of an import, beside bare multi-row INSERTs
                                                  of the same rows into the same tables
      ./quen bench list [--customers 1000000]     response times over HTTP at 1 and 8 clients, beside the
                        [--requests 2000][--keep] same SQL alone; --keep leaves the customers for the next run
      ./quen bench record [--customers 1000000]   profile with timeline, list with three filters, search, export,
                          [--requests 2000]       import of orders, and a field made searchable while people
                          [--keep]                write; each beside the same written by hand in SQL
      ./quen bench access [--customers 1000000]   what an edit costs with its entry in the trail and without, and how
                          [--requests 2000]       many entries a second the trail takes
                          [--keep]
      ./quen bench idle                           time to ready, cold and warm, and resident memory with
                                                  the demo data, beside the server without Quen

      The last line of stdout is one JSON object. The ratio of a rate (import_ratio) is the share of the
      baseline's that Quen reaches; the ratio of a time (list_ratio) is how many times as long Quen takes.
      """;

  /** With fewer, a few pauses decide what the slowest twentieth took. */
  private static final int REQUESTS = 2_000;

  private Bench() {}

  public static int run(Settings settings, List<String> words) throws Exception {
    if (words.isEmpty() || words.get(0).equals("help")) {
      System.out.print(HELP);
      return 0;
    }
    List<String> options = words.subList(1, words.size());
    Steps steps = new Steps(System.err);
    JsonObject result =
        switch (words.get(0)) {
          case "import" ->
              new ImportBench(settings, steps, number(options, "--rows", 100_000)).run();
          case "list" ->
              new ListBench(
                      settings,
                      steps,
                      number(options, "--customers", 1_000_000),
                      number(options, "--requests", REQUESTS),
                      options.contains("--keep"))
                  .run();
          case "record" ->
              new RecordBench(
                      settings,
                      steps,
                      number(options, "--customers", 1_000_000),
                      number(options, "--requests", REQUESTS),
                      options.contains("--keep"))
                  .run();
          case "access" ->
              new AccessBench(
                      settings,
                      steps,
                      number(options, "--customers", 1_000_000),
                      number(options, "--requests", REQUESTS),
                      options.contains("--keep"))
                  .run();
          case "idle" -> new IdleBench(settings, steps).run();
          default ->
              throw new Trouble(
                  "bench knows import, list, record, access and idle, not " + words.get(0));
        };
    System.out.println(result);
    return 0;
  }

  private static int number(List<String> options, String name, int otherwise) {
    int at = options.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    try {
      return Integer.parseInt(options.get(at + 1));
    } catch (RuntimeException notANumber) {
      throw new Trouble(name + " needs a number");
    }
  }
}
