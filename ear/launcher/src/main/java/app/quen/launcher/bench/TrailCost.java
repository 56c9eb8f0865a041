package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * What the trail costs. Quen cannot be asked to leave it out; so what an edit writes is written by
 * hand, with the entry and without, one after the other in turns, so that what else goes on in the
 * machine falls on both; and the difference is held against an edit over HTTP in the same run.
 */
final class TrailCost {

  private static final int CLIENTS = 8;
  private static final int EDITED = 200;
  private static final int WARM_UP = 2_000;
  private static final int MANY = 10_000;
  private static final int AT_ONCE = 500;
  private static final String COPY = "bench_trail";

  private final Steps steps;
  private final int requests;

  TrailCost(Steps steps, int requests) {
    this.steps = steps;
    this.requests = requests;
  }

  void measure(Stage stage, Api api, JsonObjectBuilder result) throws Exception {
    List<String> customers;
    try (Connection root = stage.database().asRoot()) {
      root.setCatalog(stage.schema());
      customers = texts(root, "SELECT id FROM customer WHERE deleted_at IS NULL LIMIT " + EDITED);
    }
    steps.say("edits over HTTP, to warm up");
    String[] tags = new String[customers.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = tag(send(api, "GET", customers.get(i), "", ""));
    }
    edits(api, customers, tags, 1, WARM_UP);
    Times alone = edits(api, customers, tags, 1, requests);
    alone.addTo(result, "edit_1_client");
    edits(api, customers, tags, CLIENTS, requests).addTo(result, "edit");
    double cost = byHand(stage, result);
    double edit = alone.ms(0.5);
    Stage.add(result, "audit_edit_ratio", edit / Math.max(0.001, edit - cost));
    steps.say("an edit: %.2f ms, of which the trail %.2f ms".formatted(edit, cost));
    many(stage, api, result);
    rowsByHand(stage, result);
  }

  /** Each client has customers of its own: nobody is told that somebody else was faster. */
  private static Times edits(
      Api api, List<String> customers, String[] tags, int clients, int requests) throws Exception {
    return Times.measure(
        clients,
        requests,
        number -> {
          int[] turn = {0};
          int own = customers.size() / clients;
          return () -> {
            int at = number * own + turn[0]++ % own;
            String job = "{\"occupation\":\"Nghề " + System.nanoTime() + "\"}";
            tags[at] = tag(send(api, "PATCH", customers.get(at), job, tags[at]));
            return job;
          };
        });
  }

  private static HttpResponse<String> send(
      Api api, String method, String customer, String body, String tag) {
    BodyPublisher sent = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    String[] headers = tag.isEmpty() ? new String[0] : new String[] {"If-Match", tag};
    HttpResponse<String> answer =
        api.exchange(
            method, "/customers/" + customer, "application/merge-patch+json", sent, headers);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(method + " of a customer: " + answer.body());
    }
    return answer;
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  /** The tables of the trail, and of facts, once more and empty: the real ones stay whole. */
  private static void copy(Connection root, String schema) throws SQLException {
    try (Statement sql = root.createStatement()) {
      sql.execute("DROP DATABASE IF EXISTS " + COPY);
      sql.execute("CREATE DATABASE " + COPY);
      sql.execute("CREATE TABLE " + COPY + ".fact LIKE " + schema + ".fact");
      sql.execute("CREATE TABLE " + COPY + ".customer LIKE " + schema + ".customer");
      sql.execute(
          "INSERT INTO "
              + COPY
              + ".customer SELECT * FROM "
              + schema
              + ".customer LIMIT "
              + EDITED);
      sql.execute("CREATE TABLE " + COPY + ".audit_head LIKE " + schema + ".audit_head");
      sql.execute("INSERT INTO " + COPY + ".audit_head SELECT * FROM " + schema + ".audit_head");
      sql.execute("CREATE TABLE " + COPY + ".audit_entry LIKE " + schema + "_audit.audit_entry");
      sql.execute("CREATE TABLE " + COPY + ".n (seq BIGINT PRIMARY KEY)");
      StringJoiner numbers = new StringJoiner(",");
      for (int i = 0; i < AT_ONCE; i++) {
        numbers.add("(" + i + ")");
      }
      sql.execute("INSERT INTO " + COPY + ".n VALUES " + numbers);
      sql.execute(
          "CREATE TABLE "
              + COPY
              + ".sample AS SELECT * FROM "
              + schema
              + "_audit.audit_entry WHERE act = 'CustomerRevised' ORDER BY seq DESC LIMIT 1");
    }
  }

  /** Gives what the entry costs, in milliseconds. */
  private double byHand(Stage stage, JsonObjectBuilder result) throws Exception {
    try (Connection root = stage.database().asRoot()) {
      copy(root, stage.schema());
      root.setCatalog(COPY);
      root.setAutoCommit(false);
      List<String> there = texts(root, "SELECT id FROM customer");
      for (int i = 0; i < requests; i++) {
        edit(root, there, i, i % 2 == 0);
      }
      long[] with = new long[requests];
      long[] without = new long[requests];
      for (int i = 0; i < requests; i++) {
        // in turns, and each first as often as the other
        boolean first = i % 2 == 0;
        long one = edit(root, there, i, first);
        long other = edit(root, there, i, !first);
        with[i] = first ? one : other;
        without[i] = first ? other : one;
      }
      Arrays.sort(with);
      Arrays.sort(without);
      Times entry = new Times(with);
      Times none = new Times(without);
      entry.addTo(result, "edit_by_hand_with_trail");
      none.addTo(result, "edit_by_hand_without_trail");
      double cost = entry.ms(0.5) - none.ms(0.5);
      Stage.add(result, "audit_edit_ms", cost);
      return cost;
    }
  }

  private static long edit(Connection root, List<String> customers, int turn, boolean trail)
      throws SQLException {
    long began = System.nanoTime();
    try (Statement sql = root.createStatement()) {
      sql.executeUpdate(
          "UPDATE customer SET version = version + 1 WHERE id = '"
              + customers.get(turn % customers.size())
              + "'");
      sql.executeUpdate(
          "INSERT INTO fact (id, type, record_type, record_id, at, actor_kind, actor_id,"
              + " actor_name, payload, dispatched) SELECT UUID(), act, record_type, record_id,"
              + " at, actor_kind, actor_id, actor_name, changes, 0 FROM sample");
      if (trail) {
        sql.executeQuery("SELECT seq, hash, at FROM audit_head WHERE id = 1 FOR UPDATE");
        sql.executeUpdate(
            "INSERT INTO audit_entry SELECT (SELECT seq + 1 FROM audit_head WHERE id = 1), at,"
                + " actor_kind, actor_id, actor_name, behalf_kind, behalf_id, behalf_name, act,"
                + " record_type, record_id, customer_id, changes, why, address, client,"
                + " previous_hash, hash FROM sample");
        sql.executeUpdate("UPDATE audit_head SET seq = seq + 1 WHERE id = 1");
      }
    }
    root.commit();
    return System.nanoTime() - began;
  }

  /** Through Quen, which hashes and seals: a bulk edit leaves an entry for each customer. */
  private void many(Stage stage, Api api, JsonObjectBuilder result) throws Exception {
    List<String> ids;
    try (Connection root = stage.database().asRoot()) {
      root.setCatalog(stage.schema());
      ids = texts(root, "SELECT id FROM customer WHERE deleted_at IS NULL LIMIT " + MANY);
      long before = entries(root);
      JsonObject run =
          api.post(
              "/bulk",
              Json.createObjectBuilder()
                  .add("record", "customer")
                  .add("ids", Json.createArrayBuilder(ids))
                  .add(
                      "change",
                      Json.createObjectBuilder().add("occupation", "Nghề " + System.nanoTime()))
                  .build());
      String path = "/bulk/" + run.getString("id");
      long began = System.nanoTime();
      api.post(path + "/start", Json.createObjectBuilder().build());
      while (api.get(path).getString("state").equals("running")) {
        Thread.sleep(100);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      double rate = (entries(root) - before) / seconds;
      Stage.add(result, "audit_rows_per_s", rate);
      steps.say("the trail takes %.0f rows/s of a bulk edit".formatted(rate));
    }
  }

  private static long entries(Connection root) throws SQLException {
    return Long.parseLong(texts(root, "SELECT seq FROM audit_head WHERE id = 1").getFirst());
  }

  /** The same rows by hand, as many at once as Quen writes what it has only seen. */
  private void rowsByHand(Stage stage, JsonObjectBuilder result) throws Exception {
    try (Connection root = stage.database().asRoot()) {
      root.setCatalog(COPY);
      root.setAutoCommit(false);
      long next = entries(root) + 1;
      long began = System.nanoTime();
      try (PreparedStatement insert =
          root.prepareStatement(
              "INSERT INTO audit_entry SELECT n.seq + ?, at, actor_kind, actor_id, actor_name,"
                  + " behalf_kind, behalf_id, behalf_name, act, record_type, record_id,"
                  + " customer_id, changes, why, address, client, previous_hash, hash FROM sample"
                  + " JOIN n")) {
        for (int done = 0; done < MANY; done += AT_ONCE) {
          insert.setLong(1, next + done);
          insert.executeUpdate();
          root.commit();
        }
      }
      double rate = MANY / ((System.nanoTime() - began) / 1e9);
      Stage.add(result, "baseline_audit_rows_per_s", rate);
      try (Statement sql = root.createStatement()) {
        sql.execute("DROP DATABASE " + COPY);
      }
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
