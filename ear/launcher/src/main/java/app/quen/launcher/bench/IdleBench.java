package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.demo.Demo;
import app.quen.launcher.http.Api;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an installation costs that has just been started and looked at. */
final class IdleBench {
  private final Settings settings;
  private final Steps steps;

  IdleBench(Settings settings, Steps steps) {
    this.settings = settings;
    this.steps = steps;
  }

  JsonObject run() throws Exception {
    try (Stage stage = new Stage(settings, steps, "idle", false)) {
      double began = steps.seconds();
      stage.startWithoutApplication();
      double empty = steps.seconds() - began;
      stage.stop();

      began = steps.seconds();
      stage.start(true);
      double cold = steps.seconds() - began;
      began = steps.seconds();
      new Demo(stage.settings(), steps).createAtFirstStart();
      double demo = steps.seconds() - began;
      look(stage);
      long serverAfterImport = residentMb(stage.instance().serverProcess());
      long databaseAfterImport = residentMb(stage.database().process());
      stage.stop();

      began = steps.seconds();
      stage.start(false);
      double warm = steps.seconds() - began;
      look(stage);
      long server = residentMb(stage.instance().serverProcess());
      long database = residentMb(stage.database().process());

      JsonObjectBuilder result = stage.result("idle");
      Stage.add(result, "cold_start_s", cold);
      Stage.add(result, "warm_start_s", warm);
      Stage.add(result, "demo_import_s", demo);
      result.add("server_resident_mb", server);
      result.add("database_resident_mb", database);
      result.add("resident_mb", server + database);
      result.add("resident_after_import_mb", serverAfterImport + databaseAfterImport);
      Stage.add(result, "baseline_empty_server_start_s", empty);
      Stage.add(result, "start_ratio", empty / cold);
      return result.build();
    }
  }

  /** As somebody who opens the list and a few pages of it. */
  private static void look(Stage stage) {
    try (Api api = stage.api()) {
      api.post(
          "/session",
          Json.createObjectBuilder()
              .add("email", Demo.OWNER)
              .add("password", Demo.PASSWORD)
              .build());
      String next = "/customers?limit=50";
      for (int page = 0; page < 20; page++) {
        String cursor = api.get(next).getString("nextCursor", "");
        next = "/customers?limit=50&cursor=" + cursor;
      }
      api.get("/customers?q=nguyen");
    }
  }

  private static long residentMb(@Nullable Process process) throws IOException {
    Path status = Path.of("/proc/" + Objects.requireNonNull(process).pid() + "/status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS in " + status);
  }
}
