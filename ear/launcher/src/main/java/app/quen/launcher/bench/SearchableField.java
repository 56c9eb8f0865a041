package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.Trouble;
import app.quen.launcher.http.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** How long a writer waits at most while a field is made searchable. */
final class SearchableField {
  /** Until the compiler has little left to do for writes, as reads were warmed up before. */
  private static final int WARM_UP_S = 30;

  private static final int PLAIN_S = 8;

  private final Stage stage;
  private final Steps steps;
  private final Api api;

  SearchableField(Stage stage, Steps steps, Api api) {
    this.stage = stage;
    this.steps = steps;
    this.api = api;
  }

  /** What one writer saw, by when it began: nanoseconds of each write. */
  private record Written(List<long[]> writes) {
    double longestMs(long from, long to) {
      return writes.stream()
              .filter(write -> write[0] + write[1] > from && write[0] < to)
              .mapToLong(write -> write[1])
              .max()
              .orElse(0)
          / 1e6;
    }
  }

  void measure(JsonObjectBuilder result, int writers) throws Exception {
    List<JsonObject> edited =
        api.get("/customers?limit=" + writers).getJsonArray("items").getValuesAs(JsonObject.class);
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<Written>> all = new ArrayList<>();
      for (JsonObject customer : edited) {
        all.add(threads.submit(() -> write(customer, over)));
      }
      long plain;
      long changing;
      long done;
      try {
        Thread.sleep(WARM_UP_S * 1000L);
        plain = System.nanoTime();
        Thread.sleep(PLAIN_S * 1000L);
        steps.say("making a field searchable while " + writers + " clients write");
        changing = System.nanoTime();
        makeSearchable();
        done = System.nanoTime();
      } finally {
        over.set(true);
      }
      double before = 0;
      double during = 0;
      int writes = 0;
      for (Future<Written> one : all) {
        before = Math.max(before, one.get().longestMs(plain, changing));
        during = Math.max(during, one.get().longestMs(changing, done));
        writes += one.get().writes.size();
      }
      result.add("ddl_writers", writers);
      result.add("ddl_writes", writes);
      Stage.add(result, "ddl_s", (done - changing) / 1e9);
      Stage.add(result, "ddl_longest_stall_ms", during);
      Stage.add(result, "baseline_longest_stall_ms", before);
      steps.say(
          "searchable after %.1f s; longest write %.1f ms, %.1f ms without it"
              .formatted((done - changing) / 1e9, during, before));
    }
  }

  private void makeSearchable() throws InterruptedException {
    String name = "bench" + System.currentTimeMillis();
    JsonObject field =
        api.post(
            "/fields",
            Json.createObjectBuilder()
                .add("record", "customer")
                .add("key", name)
                .add("type", "text")
                .add("label", Json.createObjectBuilder().add("vi", name).add("en", name))
                .add("searchable", true)
                .build());
    String key = field.getString("key");
    long deadline = System.nanoTime() + 600_000_000_000L;
    while (!usable(key)) {
      if (System.nanoTime() > deadline) {
        throw new Trouble("the field " + key + " is still not searchable");
      }
      Thread.sleep(50);
    }
  }

  /** A field can be filtered by once its index stands. */
  private boolean usable(String key) {
    return api.exchange(
                "GET",
                "/customers?limit=1&filter=" + key + ":eq:x",
                "application/json",
                BodyPublishers.noBody())
            .statusCode()
        == 200;
  }

  private Written write(JsonObject customer, AtomicBoolean over) {
    List<long[]> writes = new ArrayList<>();
    String path = "/customers/" + customer.getString("id");
    String etag = "\"v" + customer.getInt("version") + "\"";
    for (int i = 0; !over.get(); i++) {
      long began = System.nanoTime();
      HttpResponse<String> answer =
          api.exchange(
              "PATCH",
              path,
              "application/merge-patch+json",
              BodyPublishers.ofString("{\"fields\":{\"retail.points\":" + i + "}}"),
              "If-Match",
              etag);
      if (answer.statusCode() != 200) {
        throw new Trouble(answer.statusCode() + " " + answer.body());
      }
      writes.add(new long[] {began, System.nanoTime() - began});
      etag = answer.headers().firstValue("ETag").orElseThrow();
    }
    return new Written(writes);
  }
}
