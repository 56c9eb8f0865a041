package app.quen.launcher.http;

import app.quen.launcher.Trouble;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** An import from the file to its result, the way the screen does it. */
public final class Imports {
  private final Api api;

  public Imports(Api api) {
    this.api = api;
  }

  /**
   * Uploads, maps, checks that every row would make something new, and runs.
   *
   * @param fieldOf a heading's field, or empty for what is suggested
   * @return the result: created, updated, skipped, rejected
   */
  public JsonObject run(String fileName, byte[] csv, UnaryOperator<String> fieldOf, int rows)
      throws InterruptedException {
    return run("customer", fileName, csv, fieldOf, rows);
  }

  /**
   * @param record what the rows become: customer, or order, of which each row is a line
   */
  public JsonObject run(
      String record, String fileName, byte[] csv, UnaryOperator<String> fieldOf, int rows)
      throws InterruptedException {
    String address = prepare(record, fileName, csv, fieldOf);
    api.post(address + "/check", JsonValue.EMPTY_JSON_OBJECT);
    JsonObject check = await(address, "checked").getJsonObject("check");
    if (check.getInt("create") != rows) {
      throw new Trouble(
          fileName
              + " has "
              + rows
              + " rows, but they would not all be taken: "
              + check
              + " "
              + api.get(address + "/rejected?limit=3"));
    }
    api.post(address + "/start", JsonValue.EMPTY_JSON_OBJECT);
    return await(address, "completed").getJsonObject("result");
  }

  /**
   * Uploads and maps.
   *
   * @return the import's address
   */
  public String prepare(String fileName, byte[] csv, UnaryOperator<String> fieldOf) {
    return prepare("customer", fileName, csv, fieldOf);
  }

  public String prepare(String record, String fileName, byte[] csv, UnaryOperator<String> fieldOf) {
    JsonObject uploaded =
        api.upload("/imports?record=" + record + "&fileName=" + fileName, "text/csv", csv);
    String address = "/imports/" + uploaded.getString("id");
    JsonArrayBuilder columns = Json.createArrayBuilder();
    for (JsonObject column : uploaded.getJsonArray("columns").getValuesAs(JsonObject.class)) {
      String field = fieldOf.apply(column.getString("heading", ""));
      if (field.isEmpty()) {
        field = column.getString("suggestedField", "");
      }
      if (field.isEmpty()) {
        throw new Trouble("no field is suggested for the column " + column);
      }
      columns.add(
          Json.createObjectBuilder().add("index", column.getInt("index")).add("field", field));
    }
    api.put(
        address + "/mapping",
        Json.createObjectBuilder()
            .add("columns", columns)
            .add("match", Json.createArrayBuilder().add("externalId"))
            .add("onMatch", "update")
            .add("onNew", "create")
            .build());
    return address;
  }

  public JsonObject await(String address, String state) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (true) {
      JsonObject now = api.get(address);
      String is = now.getString("state");
      if (is.equals(state)) {
        return now;
      }
      if (is.equals("failed") || is.equals("cancelled") || System.nanoTime() > deadline) {
        throw new Trouble("the import is " + is + ": " + now.get("failure"));
      }
      Thread.sleep(100);
    }
  }
}
