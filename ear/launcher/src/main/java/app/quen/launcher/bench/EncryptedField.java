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

/**
 * What it costs that a field is encrypted: writing, reading and finding by an equal value, each
 * beside the same of a field that is plain. The two take turns, so that both meet the same machine.
 */
final class EncryptedField {
  private static final int WARM = 100;
  private static final int MEASURED = 600;
  private static final int CUSTOMERS = 50;

  private final Steps steps;
  private final Api api;

  EncryptedField(Steps steps, Api api) {
    this.steps = steps;
    this.api = api;
  }

  /** A field of this measurement, and how long its requests took. */
  private static final class Side {
    final String key;
    final List<Long> writes = new ArrayList<>();
    final List<Long> reads = new ArrayList<>();
    final List<Long> searches = new ArrayList<>();

    Side(String key) {
      this.key = key;
    }
  }

  void measure(JsonObjectBuilder result) {
    List<String> ids =
        api
            .get("/customers?limit=" + CUSTOMERS)
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .stream()
            .map(customer -> customer.getString("id"))
            .toList();
    Side plain = new Side(field("personal"));
    Side encrypted = new Side(field("sensitive"));
    steps.say("writing, reading and finding by a plain and by an encrypted field");
    for (int i = 0; i < WARM + MEASURED; i++) {
      String id = ids.get(i % ids.size());
      for (Side side : i % 2 == 0 ? List.of(plain, encrypted) : List.of(encrypted, plain)) {
        round(side, id, "079" + i, i >= WARM);
      }
    }
    add(result, "write", encrypted.writes, plain.writes);
    add(result, "read", encrypted.reads, plain.reads);
    add(result, "equal_search", encrypted.searches, plain.searches);
  }

  /** A customer has one of the two values at a time, so that each is read alone. */
  private void round(Side side, String id, String value, boolean measured) {
    String path = "/customers/" + id;
    String found = tag(request("GET", path, "", ""));
    String patch = "{\"fields\":{\"" + side.key + "\":\"" + value + "\"}}";
    String etag =
        timed(measured, side.writes, () -> tag(request("PATCH", path, patch, found)), found);
    timed(measured, side.reads, () -> tag(request("GET", path, "", "")), etag);
    timed(
        measured,
        side.searches,
        () ->
            request("GET", "/customers?limit=1&filter=" + side.key + ":eq:" + value, "", "").body(),
        etag);
    request("PATCH", path, "{\"fields\":{\"" + side.key + "\":null}}", etag);
  }

  private interface Request {
    String answer();
  }

  private static String timed(boolean measured, List<Long> to, Request request, String before) {
    long began = System.nanoTime();
    String answer = request.answer();
    if (measured) {
      to.add(System.nanoTime() - began);
    }
    return answer.isEmpty() ? before : answer;
  }

  private HttpResponse<String> request(String method, String path, String body, String etag) {
    HttpResponse<String> answer =
        etag.isEmpty()
            ? api.exchange(method, path, "application/json", BodyPublishers.noBody())
            : api.exchange(
                method,
                path,
                "application/merge-patch+json",
                BodyPublishers.ofString(body),
                "If-Match",
                etag);
    if (answer.statusCode() != 200) {
      throw new Trouble(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private String field(String sensitivity) {
    String name = sensitivity + System.currentTimeMillis();
    String key =
        api.post(
                "/fields",
                Json.createObjectBuilder()
                    .add("record", "customer")
                    .add("key", name)
                    .add("type", "text")
                    .add("label", Json.createObjectBuilder().add("vi", name).add("en", name))
                    .add("sensitivity", sensitivity)
                    .add("searchable", true)
                    .build())
            .getString("key");
    long deadline = System.nanoTime() + 600_000_000_000L;
    while (!api.get("/fields/" + key + "?record=customer").getBoolean("ready")) {
      if (System.nanoTime() > deadline) {
        throw new Trouble("the field " + key + " is still not searchable");
      }
      Thread.onSpinWait();
    }
    return key;
  }

  private static void add(
      JsonObjectBuilder result, String name, List<Long> encrypted, List<Long> plain) {
    double one = median(encrypted);
    double other = median(plain);
    Stage.add(result, "encrypted_" + name + "_p50_ms", one / 1e6);
    Stage.add(result, "plain_" + name + "_p50_ms", other / 1e6);
    Stage.add(result, "encrypted_" + name + "_ratio", one / other);
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().mapToLong(Long::longValue).sorted().toArray()[nanos.size() / 2];
  }
}
