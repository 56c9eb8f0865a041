package app.quen.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client that sends what it is told and shows the answer as it came. */
final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final Map<String, String> headers;

  private Http(Map<String, String> headers) {
    this.headers = headers;
  }

  static Http nobody() {
    return new Http(Map.of());
  }

  Http with(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Http(all);
  }

  Http without(String name) {
    var all = new LinkedHashMap<>(headers);
    all.remove(name);
    return new Http(all);
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  /** Makes something, and gives its id or key. */
  String made(String path, String body) {
    var answer = post(path, body);
    if (answer.status() != 201) {
      throw new AssertionError(answer.toString());
    }
    return answer.json().getString(path.equals("/api/v1/roles") ? "key" : "id");
  }

  /** The file that is there, as it is. */
  byte[] bytes(String path) {
    var request = HttpRequest.newBuilder(URI.create(Served.url() + path));
    headers.forEach(request::header);
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new IllegalStateException("GET " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param path beginning with {@code /api}, {@code /ops} or as it is
   */
  Answer send(String method, String path, @Nullable String body) {
    var request = HttpRequest.newBuilder(URI.create(Served.url() + path));
    request.timeout(Duration.ofMinutes(2));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonObject json() {
      try (var reader = Json.createReader(new StringReader(body()))) {
        return reader.readObject();
      }
    }

    /** The name of the problem, without its prefix; empty where there is none. */
    String problem() {
      return header("Content-Type").startsWith("application/problem+json")
          ? json().getString("type").replace("urn:quen:problem:", "")
          : "";
    }

    @Override
    public String toString() {
      return response.request().method()
          + " "
          + response.request().uri()
          + " → "
          + status()
          + " "
          + body();
    }
  }
}
