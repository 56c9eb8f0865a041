package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** How long people wait, with many customers, alone and eight at a time. */
final class ListBench {
  private static final int CLIENTS = 8;

  /** Names as somebody types them who does not bother with accents. */
  private static final String[] TYPED =
      ("nguyen thi lan,tran van,le minh,pham thu ha,hoang anh,vu ngoc,bui quang,dang thi,do hai,"
              + "nguyen hoang,tran thanh,le thi hong,phan duc,ngo bao,duong gia,ho xuan,kim anh,"
              + "thanh truc,bao chau,quoc viet")
          .split(",");

  private final Settings settings;
  private final Steps steps;
  private final int customers;
  private final int requests;
  private final boolean keep;
  private final AtomicInteger serial =
      new AtomicInteger((int) (System.currentTimeMillis() / 2 % 70_000_000));
  private final Map<String, String> etags = new ConcurrentHashMap<>();

  ListBench(Settings settings, Steps steps, int customers, int requests, boolean keep) {
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
        stage.awaitQuiet();
        List<String> ids = someIds(api);
        JsonObjectBuilder result = stage.result("list");
        result.add("customers", customers);
        result.add("requests", requests);
        SqlAlone alone = new SqlAlone(stage);
        warm(api, ids);
        read(api, result, "list", random -> listPath(random), alone);
        read(api, result, "search", random -> searchPath(random), alone);
        read(api, result, "filter", random -> filterPath(random), alone);
        read(api, result, "profile", random -> profilePath(random, ids), alone);
        WritesAlone writes = new WritesAlone(stage);
        String like = create(api).getString("id");
        stage.awaitQuiet();
        write(
            result,
            "create",
            number -> () -> create(api),
            () -> writes.create(CLIENTS, requests, like));
        write(
            result,
            "edit",
            number -> editor(api, ids, number),
            () -> writes.edit(CLIENTS, requests, ids, like));
        return result.build();
      }
    }
  }

  private List<String> someIds(Api api) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 10; page++) {
      JsonObject answer =
          api.get("/customers?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      answer
          .getJsonArray("items")
          .getValuesAs(JsonObject.class)
          .forEach(
              item -> {
                ids.add(item.getString("id"));
                etags.put(item.getString("id"), "\"v" + item.getInt("version") + "\"");
              });
      cursor = answer.getString("nextCursor", "");
      if (cursor.isEmpty()) {
        break;
      }
    }
    return ids;
  }

  /**
   * What a server does for the first time it does slowly, and compiles beside it: what is measured
   * is how it serves for the rest of the day.
   */
  private void warm(Api api, List<String> ids) throws Exception {
    steps.say("warming up");
    Times.measure(
        CLIENTS,
        10 * requests,
        number -> {
          Random random = new Random(-number);
          return () ->
              api.text(
                  switch (random.nextInt(4)) {
                    case 0 -> listPath(random);
                    case 1 -> searchPath(random);
                    case 2 -> filterPath(random);
                    default -> profilePath(random, ids);
                  });
        });
  }

  private static String profilePath(Random random, List<String> ids) {
    return "/customers/" + ids.get(random.nextInt(ids.size()));
  }

  private static String listPath(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "/customers?limit=50";
      case 1 -> "/customers?limit=50&sort=name";
      default -> "/customers?limit=50&sort=-createdAt";
    };
  }

  static String searchPath(Random random) {
    return "/customers?limit=50&q=" + typed(random).replace(" ", "%20");
  }

  /** Words of names as somebody types them, the given name last. */
  static String typed(Random random) {
    return TYPED[random.nextInt(TYPED.length)];
  }

  private static String filterPath(Random random) {
    String[] tiers = {"member", "silver", "gold", "diamond"};
    return "/customers?limit=50&filter=retail.loyalty_tier:eq:" + tiers[random.nextInt(4)];
  }

  private void read(
      Api api, JsonObjectBuilder result, String name, Function<Random, String> path, SqlAlone alone)
      throws Exception {
    Function<Integer, Callable<?>> client =
        number -> {
          Random random = new Random(number);
          return () -> api.text(path.apply(random));
        };
    Times.measure(CLIENTS, requests, client::apply);
    Times one = Times.measure(1, requests, client::apply);
    Times eight = Times.measure(CLIENTS, requests, client::apply);
    Times bare =
        alone.measure(
            CLIENTS,
            requests,
            random -> {
              api.text(path.apply(random));
              return null;
            });
    add(result, name, one, eight, bare);
  }

  private void write(
      JsonObjectBuilder result,
      String name,
      java.util.function.IntFunction<Callable<?>> client,
      Callable<Times> alone)
      throws Exception {
    Times.measure(CLIENTS, requests, client);
    Times one = Times.measure(1, requests, client);
    Times eight = Times.measure(CLIENTS, requests, client);
    add(result, name, one, eight, alone.call());
  }

  private void add(JsonObjectBuilder result, String name, Times one, Times eight, Times bare) {
    one.addTo(result, name + "_1_client");
    eight.addTo(result, name);
    bare.addTo(result, "baseline_" + name);
    Stage.add(result, name + "_ratio", eight.ms(0.95) / bare.ms(0.95));
    steps.say(
        "%s: p95 %.1f ms alone, %.1f ms at %d clients; by bare SQL %.1f ms"
            .formatted(name, one.ms(0.95), eight.ms(0.95), CLIENTS, bare.ms(0.95)));
  }

  private JsonObject create(Api api) {
    int number = serial.incrementAndGet();
    return api.post(
        "/customers",
        Json.createObjectBuilder()
            .add("kind", "person")
            .add("name", "Nguyễn Thị Mới " + number)
            .add("externalId", "NEW-" + number)
            .add(
                "phones",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("value", "09" + (20_000_000 + number))
                            .add("label", "mobile")
                            .add("primary", true)))
            .build());
  }

  /** Each client edits customers of its own: conflicts are not what is measured. */
  private Callable<?> editor(Api api, List<String> ids, int client) {
    int[] at = {client};
    int[] round = {0};
    return () -> {
      String id = ids.get(at[0] % ids.size());
      at[0] += CLIENTS;
      HttpResponse<String> answer =
          api.exchange(
              "PATCH",
              "/customers/" + id,
              "application/merge-patch+json",
              BodyPublishers.ofString(
                  "{\"occupation\": \"Nghề " + serial.incrementAndGet() + "." + round[0]++ + "\"}"),
              "If-Match",
              etags.getOrDefault(id, ""));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      etags.put(id, answer.headers().firstValue("ETag").orElseThrow());
      return answer;
    };
  }
}
