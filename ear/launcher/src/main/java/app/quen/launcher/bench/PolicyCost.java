package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Colleagues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * What the access policy costs: the same reads for the owner, for somebody who sees their own and
 * their team's customers, and for somebody to whom 200 were shared.
 */
final class PolicyCost implements AccessBench.Part {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 3;
  private static final int SHARED = 200;

  /** Half of them are in the team; each has as many customers as the others. */
  private static final int MEMBERS = 10;

  private static final int WARM_UP = 6_000;

  private final Steps steps;
  private final int requests;

  PolicyCost(Steps steps, int requests) {
    this.steps = steps;
    this.requests = requests;
  }

  @Override
  public void measure(Stage stage, Api owner, JsonObjectBuilder result) throws Exception {
    Stage.confirm(owner);
    String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    role(owner, "team" + run, "team");
    role(owner, "shared" + run, "own");
    List<String> members = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      members.add(member(owner, run + i, "team" + run));
    }
    String toShared = member(owner, run + "s", "shared" + run);
    team(owner, run, members.subList(0, MEMBERS / 2));
    give(stage, members);
    stage.awaitQuiet();
    try (Api restricted = signedIn(stage, run + 0);
        Api shared = signedIn(stage, run + "s")) {
      List<String> theirs = ids(restricted);
      List<String> some = share(owner, toShared);
      for (Api api : List.of(owner, restricted, shared)) {
        warm(api, api == shared ? some : theirs);
      }
      compare(owner, restricted, "list", random -> list(random), result, "");
      compare(owner, restricted, "search", ListBench::searchPath, result, "");
      compare(owner, restricted, "profile", random -> profile(theirs, random), result, "");
      exports(owner, restricted, result);
      compare(owner, shared, "list", random -> list(random), result, "shared_");
      compare(owner, shared, "search", ListBench::searchPath, result, "shared_");
      compare(owner, shared, "profile", random -> profile(some, random), result, "shared_");
    }
  }

  /** What a request asks for. */
  private interface Path {
    String of(Random random);
  }

  private static String list(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> "/customers?limit=50";
      case 1 -> "/customers?limit=50&sort=name";
      default -> "/customers?limit=50&filter=stage:eq:regular";
    };
  }

  private static String profile(List<String> ids, Random random) {
    return "/customers/" + ids.get(random.nextInt(ids.size())) + "/profile?limit=50";
  }

  /** Everything of the fields, and of the customers as far as it is said. */
  private static void role(Api owner, String key, String reach) {
    JsonObjectBuilder fields = Json.createObjectBuilder().add("*", "read");
    for (JsonValue field : owner.get("/fields").getJsonArray("items")) {
      String name = field.asJsonObject().getString("key");
      if (name.indexOf('.') > 0) {
        fields.add(name, "read");
      }
    }
    JsonObjectBuilder reaches = Json.createObjectBuilder().add("customer", reach);
    for (String record : List.of("order", "interaction", "feedback", "task")) {
      reaches.add(record, "all");
    }
    JsonArrayBuilder permissions = Json.createArrayBuilder();
    for (String one :
        List.of("customer", "order", "interaction", "feedback", "task", "consent", "field")) {
      permissions.add(one + ":read");
    }
    owner.post(
        "/roles",
        Json.createObjectBuilder()
            .add("key", key)
            .add("label", Json.createObjectBuilder().add("vi", key).add("en", key))
            .add("permissions", permissions.add("customer:export"))
            .add("reach", reaches)
            .add("fields", Json.createObjectBuilder().add("customer", fields))
            .build());
  }

  private static String email(String name) {
    return name + "@access.bench.example";
  }

  private static String member(Api owner, String name, String role) {
    return Colleagues.join(owner, email(name), name, role, Stage.PASSWORD)
        .getJsonObject("account")
        .getString("id");
  }

  private static Api signedIn(Stage stage, String name) {
    Api api = stage.api();
    api.post(
        "/session",
        Json.createObjectBuilder()
            .add("email", email(name))
            .add("password", Stage.PASSWORD)
            .build());
    return api;
  }

  private static void team(Api owner, String name, List<String> members) {
    String team =
        owner.post("/teams", Json.createObjectBuilder().add("name", name).build()).getString("id");
    owner.put(
        "/teams/" + team + "/members",
        Json.createObjectBuilder().add("members", Json.createArrayBuilder(members)).build());
  }

  /** By hand: through the API a million customers would take the better part of an hour. */
  private void give(Stage stage, List<String> members) throws Exception {
    steps.say("giving the customers to " + members.size() + " members");
    try (Connection root = stage.database().asRoot();
        Statement statement = root.createStatement()) {
      statement.execute("USE " + stage.schema());
      for (int i = 0; i < members.size(); i++) {
        statement.execute(
            "UPDATE customer SET owner_id = '%s' WHERE CRC32(id) %% %d = %d"
                .formatted(members.get(i), members.size(), i));
      }
      statement.execute(
          "UPDATE customer_search s JOIN customer c ON c.id = s.customer_id"
              + " SET s.owner_id = c.owner_id WHERE NOT s.owner_id <=> c.owner_id");
      statement.execute("ANALYZE TABLE customer");
    }
  }

  private static List<String> ids(Api api) {
    List<String> ids = new ArrayList<>();
    for (JsonValue one : api.get("/customers?limit=200&sort=name").getJsonArray("items")) {
      ids.add(one.asJsonObject().getString("id"));
    }
    return ids;
  }

  private static List<String> share(Api owner, String to) {
    List<String> shared = ids(owner).subList(0, SHARED);
    for (String id : shared) {
      owner.post(
          "/customers/" + id + "/shared-with",
          Json.createObjectBuilder()
              .add("toKind", "member")
              .add("toId", to)
              .add("level", "read")
              .build());
    }
    return shared;
  }

  private void warm(Api api, List<String> ids) throws Exception {
    Times.measure(
        CLIENTS,
        WARM_UP,
        number -> {
          Random random = new Random(-number);
          return () ->
              api.text(
                  switch (random.nextInt(3)) {
                    case 0 -> profile(ids, random);
                    case 1 -> list(random);
                    default -> ListBench.searchPath(random);
                  });
        });
  }

  /** In turns, so that what else the machine does falls on both; the middle one of each counts. */
  private void compare(
      Api owner, Api restricted, String name, Path path, JsonObjectBuilder result, String who)
      throws Exception {
    Times[] all = new Times[ROUNDS];
    Times[] part = new Times[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      all[i] = Times.measure(CLIENTS, requests, client(owner, path));
      part[i] = Times.measure(CLIENTS, requests, client(restricted, path));
    }
    Times whole = middle(all);
    Times seen = middle(part);
    whole.addTo(result, who + "owner_" + name);
    seen.addTo(result, who + name);
    double ratio = seen.ms(0.95) / whole.ms(0.95);
    Stage.add(result, who + name + "_ratio", ratio);
    steps.say(
        "%s%s: p95 %.1f ms, as the owner %.1f ms: %.2f"
            .formatted(who, name, seen.ms(0.95), whole.ms(0.95), ratio));
  }

  private static Times middle(Times[] rounds) {
    Arrays.sort(rounds, (one, other) -> Double.compare(one.ms(0.95), other.ms(0.95)));
    return rounds[rounds.length / 2];
  }

  private static IntFunction<java.util.concurrent.Callable<?>> client(Api api, Path path) {
    return number -> {
      Random random = new Random(number);
      return () -> api.text(path.of(random));
    };
  }

  private void exports(Api owner, Api restricted, JsonObjectBuilder result) throws Exception {
    steps.say("exporting, once to warm up");
    Stage.confirm(owner);
    Stage.confirm(restricted);
    exported(owner);
    exported(restricted);
    double[] all = new double[ROUNDS];
    double[] part = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      all[i] = exported(owner);
      part[i] = exported(restricted);
    }
    Arrays.sort(all);
    Arrays.sort(part);
    Stage.add(result, "owner_export_rows_per_s", all[ROUNDS / 2]);
    Stage.add(result, "export_rows_per_s", part[ROUNDS / 2]);
    Stage.add(result, "export_ratio", all[ROUNDS / 2] / part[ROUNDS / 2]);
    steps.say(
        "export: %.0f rows/s, as the owner %.0f".formatted(part[ROUNDS / 2], all[ROUNDS / 2]));
  }

  /** Rows a second. */
  private static double exported(Api api) throws Exception {
    long began = System.nanoTime();
    long rows = Stage.exported(api);
    if (rows <= 0) {
      throw new IllegalStateException("nothing was exported");
    }
    return rows / ((System.nanoTime() - began) / 1e9);
  }
}
