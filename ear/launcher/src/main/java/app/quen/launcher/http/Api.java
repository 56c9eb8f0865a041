package app.quen.launcher.http;

import app.quen.launcher.Trouble;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client with one credential: the session that a sign-up or sign-in has opened, or a bearer
 * token.
 */
public final class Api implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String base;
  private @Nullable String bearer;
  private @Nullable String cookie;
  private @Nullable String csrfToken;

  /**
   * @param base up to the path that all addresses begin with, e.g. http://127.0.0.1:8080/api/v1
   */
  public Api(String base) {
    this.base = base;
  }

  /** Another client of the same server, without a credential. */
  Api nobody() {
    return new Api(base);
  }

  public Api withBearer(String token) {
    bearer = token;
    return this;
  }

  public JsonObject get(String path) {
    return send("GET", path, null);
  }

  public JsonObject post(String path, JsonObject body) {
    return send("POST", path, body);
  }

  public JsonObject put(String path, JsonObject body) {
    return send("PUT", path, body);
  }

  public JsonObject delete(String path) {
    return send("DELETE", path, null);
  }

  /**
   * The answer's object; an empty one where the answer has no body. Anything but 2xx is trouble.
   */
  public JsonObject send(String method, String path, @Nullable JsonObject body) {
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
    return expect(exchange(method, path, "application/json", publisher), method, path);
  }

  public JsonObject upload(String path, String contentType, byte[] content) {
    return expect(
        exchange("POST", path, contentType, BodyPublishers.ofByteArray(content)), "POST", path);
  }

  /**
   * The answer's text, as it came. Anything but 200 is trouble. On a connection of the thread's own
   * and without threads of its own: it is what measurements ask with, and on a small machine a
   * client that works takes its time from the server.
   */
  public String text(String path) {
    try {
      var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection();
      connection.setReadTimeout(120_000);
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty("Accept-Language", "en");
      if (bearer != null) {
        connection.setRequestProperty("Authorization", "Bearer " + bearer);
      }
      if (cookie != null) {
        connection.setRequestProperty("Cookie", cookie);
      }
      int status = connection.getResponseCode();
      InputStream body = status == 200 ? connection.getInputStream() : connection.getErrorStream();
      String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      if (status != 200) {
        throw new Trouble("GET " + path + " was answered " + status + ": " + text);
      }
      return text;
    } catch (IOException broken) {
      throw new Trouble("GET " + base + path + " failed: " + broken, broken);
    }
  }

  /** The answer as it comes, for files. Anything but 200 is trouble. */
  public InputStream stream(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(10))
            .header("Accept", "*/*");
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    try {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new Trouble("GET " + path + " was answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException broken) {
      throw new Trouble("GET " + base + path + " failed: " + broken, broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", stop);
    }
  }

  /** The bare answer, whatever its status. */
  public HttpResponse<String> exchange(
      String method, String path, String contentType, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofMinutes(2))
            .header("Accept", "application/json")
            .header("Accept-Language", "en")
            .method(method, body);
    if (!method.equals("GET")) {
      request.header("Content-Type", contentType);
    }
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (csrfToken != null && !method.equals("GET")) {
      request.header("X-CSRF-Token", csrfToken);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      for (String set : answer.headers().allValues("Set-Cookie")) {
        if (set.startsWith("__Host-quen=")) {
          cookie = set.substring(0, set.indexOf(';'));
        }
      }
      return answer;
    } catch (ConnectException nobody) {
      throw new Trouble("nothing answers at " + base + ". Is Quen running (./quen run)?", nobody);
    } catch (IOException broken) {
      throw new Trouble(method + " " + base + path + " failed: " + broken, broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", stop);
    }
  }

  private JsonObject expect(HttpResponse<String> answer, String method, String path) {
    JsonObject body = object(answer.body());
    if (answer.statusCode() / 100 != 2) {
      String why = body.getString("detail", body.getString("title", answer.body()));
      if (body.get("errors") instanceof JsonValue errors
          && errors.getValueType() == JsonValue.ValueType.ARRAY) {
        why += " " + errors;
      }
      throw new Refused(
          answer.statusCode(),
          method + " " + path + " was answered " + answer.statusCode() + ": " + why);
    }
    if (body.containsKey("csrfToken")) {
      csrfToken = body.getString("csrfToken");
    }
    return body;
  }

  private static JsonObject object(String text) {
    if (!text.startsWith("{")) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonStructure read = reader.read();
      return read.asJsonObject();
    } catch (JsonException notJson) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
