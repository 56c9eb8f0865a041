package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import app.quen.launcher.instance.Settings;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What it costs that not everybody sees everything, and that everything is written down. */
final class AccessBench {

  private final Settings settings;
  private final Steps steps;
  private final int customers;
  private final int requests;
  private final boolean keep;

  AccessBench(Settings settings, Steps steps, int customers, int requests, boolean keep) {
    this.settings = settings;
    this.steps = steps;
    this.customers = customers;
    this.requests = requests;
    this.keep = keep;
  }

  /** One thing that is measured in the shop that is there. */
  interface Part {

    /**
     * @param api signed in as the owner
     */
    void measure(Stage stage, Api api, JsonObjectBuilder result) throws Exception;
  }

  private List<Part> parts() {
    return List.of(
        new PolicyCost(steps, requests),
        (stage, api, result) -> new TrailCost(steps, requests).measure(stage, api, result),
        (stage, api, result) -> new EncryptedField(steps, api).measure(result));
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
        JsonObjectBuilder result = stage.result("access");
        result.add("customers", customers);
        result.add("requests", requests);
        stage.awaitQuiet();
        for (Part part : parts()) {
          part.measure(stage, api, result);
        }
        return result.build();
      }
    }
  }
}
