package app.quen.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.it.Planted.Role;
import app.quen.it.Surfaces.Way;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/** Asks everything as everybody, and has the matrix look at each answer. */
final class Walk {

  /** Of the description of the API: a new kind of record or file is here by itself. */
  static final List<String> RECORDS = values("RecordType");

  static final List<String> FORMATS = values("NewExport", "properties", "format");

  /** As many as one machine serves at a time. */
  private static final int AT_ONCE = 4;

  private final Planted planted;
  private final Matrix matrix;
  private final Map<String, Served.Operation> operations = new LinkedHashMap<>();

  /** By surface: what was asked for, and what the owner was answered. */
  private final Map<String, Map<String, String>> ownerRead = new LinkedHashMap<>();

  Walk(Planted planted, Matrix matrix) {
    this.planted = planted;
    this.matrix = matrix;
    Served.operations().forEach(operation -> operations.put(operation.id(), operation));
  }

  Map<String, Map<String, String>> ownerRead() {
    return ownerRead;
  }

  /** Reads of several roles at a time; what changes something, one after the other. */
  void everybodyAsksEverything() throws Exception {
    files();
    List<Callable<Void>> reads = new ArrayList<>();
    for (Role role : planted.roles()) {
      reads.add(
          () -> {
            ask(role, Walk::isRead);
            return null;
          });
    }
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var read : pool.invokeAll(reads)) {
        read.get();
      }
    }
    planted.roles().forEach(role -> ask(role, Predicate.not(Walk::isRead)));
  }

  private static boolean isRead(Served.Operation operation) {
    return operation.method().equals("GET");
  }

  static String surface(String operation, Way way) {
    return operation + way.query() + (way.body() == null ? "" : " " + way.body());
  }

  static String file(String record, String format) {
    return "file of " + record + " as " + format;
  }

  private void ask(Role role, Predicate<Served.Operation> which) {
    Surfaces.SHOWING.forEach(
        (id, ways) -> {
          Served.Operation operation = operations.get(id);
          if (which.test(operation)) {
            ways.forEach(way -> ask(role, operation, way));
          }
        });
  }

  private void ask(Role role, Served.Operation operation, Way way) {
    for (Asked asked : Asked.of(planted, operation, way, planted.askedAs(role))) {
      Http http = role.http();
      if (asked.before() != null) {
        owner(asked.before());
      }
      if (asked.record() != null) {
        http = http.with("If-Match", planted.owner().get(asked.record()).header("ETag"));
        http = http.with("Content-Type", "application/merge-patch+json");
      }
      var answer = http.send(operation.method(), asked.path(), asked.body());
      assertThat(answer.status()).as(role.key() + " " + answer).isLessThan(500);
      if (asked.after() != null) {
        owner(asked.after());
      }
      String said =
          way.query().endsWith("=xlsx") && answer.status() == 200
              ? unzipped(http.bytes(asked.path()))
              : answer.body();
      look(role, surface(operation.id(), way), asked.path(), said);
    }
  }

  private synchronized void look(Role role, String surface, String path, String body) {
    matrix.look(role, surface, path, body);
    if (role.key().equals("owner")) {
      ownerRead.computeIfAbsent(surface, key -> new LinkedHashMap<>()).put(path, body);
    }
  }

  /** What is set up for a request, or put back after it: {@code METHOD path}. */
  private void owner(String line) {
    if (!line.isEmpty()) {
      int space = line.indexOf(' ');
      String path = "/api/v1" + line.substring(space + 1);
      String record = path.replaceFirst("/restore$", "");
      planted
          .owner()
          .with("If-Match", planted.owner().get(record).header("ETag"))
          .send(line.substring(0, space), path, null);
    }
  }

  /** A file that a job makes. */
  private record Ordered(Role role, String surface, String format, String path) {}

  /** Of every kind of record in every format. */
  private void files() {
    List<Ordered> ordered = new ArrayList<>();
    for (Role role : planted.roles()) {
      for (String record : RECORDS) {
        for (String format : FORMATS) {
          var asked =
              role.http()
                  .post(
                      "/api/v1/exports",
                      "{\"record\": \"%s\", \"format\": \"%s\"}".formatted(record, format));
          boolean may =
              planted.expected().permits(role, "customer:export")
                  && (!record.equals("order") || planted.expected().permits(role, "order:export"));
          assertThat(asked.status()).as(role.key() + " " + asked).isEqualTo(may ? 201 : 403);
          if (may) {
            String path = "/api/v1/exports/" + asked.json().getString("id");
            ordered.add(new Ordered(role, file(record, format), format, path));
          }
        }
      }
    }
    for (Ordered one : ordered) {
      Http http = one.role().http();
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !http.get(one.path()).json().getString("state").equals("running"));
      byte[] file = http.bytes(one.path() + "/file");
      String text = one.format().equals("xlsx") ? unzipped(file) : new String(file, UTF_8);
      look(one.role(), one.surface(), one.path(), text);
    }
  }

  private static String unzipped(byte[] file) {
    StringBuilder text = new StringBuilder();
    try {
      Path kept = Files.createTempFile("matrix", ".xlsx");
      Files.write(kept, file);
      try (var zip = new ZipFile(kept.toFile())) {
        for (var entry : zip.stream().toList()) {
          text.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
      Files.delete(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> values(String schema, String... members) {
    JsonObject at =
        Served.description()
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject(schema);
    for (String member : members) {
      at = at.getJsonObject(member);
    }
    return at.getJsonArray("enum").getValuesAs(JsonString::getString);
  }
}
