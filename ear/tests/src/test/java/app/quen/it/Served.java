package app.quen.it;

import app.quen.launcher.instance.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The running installation that the tests over HTTP talk to: the one of this test run, or one that
 * runs already where {@code quen.it.url} and {@code quen.it.operator} say so.
 */
final class Served {

  private static final JsonObject API = describe();

  private Served() {}

  static String url() {
    var running = System.getProperty("quen.it.url");
    return running != null ? running : instance().settings().localUrl();
  }

  static String operatorToken() {
    var running = System.getProperty("quen.it.operator");
    try {
      return running != null ? running : instance().operatorToken();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The committed description of the API. */
  static JsonObject description() {
    return API;
  }

  /** Every operation of the API. */
  static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    API.getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (method, operation) ->
                            operations.add(
                                new Operation(
                                    method.toUpperCase(), path, operation.asJsonObject()))));
    return operations;
  }

  private static Instance instance() {
    return Installations.complete();
  }

  private static JsonObject describe() {
    var file = Path.of(System.getProperty("quen.root", "../.."), "docs/api/openapi.json");
    try (var reader = Json.createReader(new StringReader(Files.readString(file)))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One operation of the API. */
  record Operation(String method, String path, JsonObject description) {

    String id() {
      return description.getString("operationId");
    }

    boolean isOpen() {
      return description.getJsonArray("security").isEmpty();
    }

    /** Whether an API key may call it, with the right permission. */
    boolean isForPrograms() {
      return description.getJsonArray("security").stream()
          .anyMatch(it -> it.asJsonObject().containsKey("apiKey"));
    }

    boolean isSafe() {
      return method.equals("GET");
    }

    String at(String id) {
      return path.replace("{records}", "customers").replaceAll("\\{[^}]*}", id);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
