package app.quen.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.quen.web.importing.MappingJson;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemException;
import app.quen.web.problem.ProblemType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShapeTest {

  record Everything(
      String text,
      int count,
      long size,
      boolean yes,
      @Nullable Boolean maybe,
      UUID id,
      Instant at,
      List<String> list,
      @Nullable String note) {}

  @Test
  void aRecordIsReadPropertyByProperty() {
    var read =
        Shape.read(
            json(
                """
                {"text": "Trần Thị Hoa", "count": 3, "size": 5000000000, "yes": true,
                 "id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "at": "2026-11-20T02:00:00Z",
                 "list": ["a", "b"]}\
                """),
            Everything.class);

    assertThat(read)
        .isEqualTo(
            new Everything(
                "Trần Thị Hoa",
                3,
                5_000_000_000L,
                true,
                null,
                UUID.fromString("0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11"),
                Instant.parse("2026-11-20T02:00:00Z"),
                List.of("a", "b"),
                null));
  }

  @Test
  void recordsInsideOfListsAreReadToo() {
    var mapping =
        Shape.read(
            json(
                """
                {"columns": [{"index": 0, "field": "name"}, {"index": 1, "field": null}]}\
                """),
            MappingJson.class);

    assertThat(mapping.columns())
        .containsExactly(new MappingJson.Column(0, "name"), new MappingJson.Column(1, null));
  }

  @Test
  void everyMistakeIsNamedWithItsPath() {
    var problem =
        problemOf(
            """
            {"columns": [{"index": "first"}, {"index": 1.5, "colour": "red"}], "onMatch": 7}\
            """,
            MappingJson.class);

    assertThat(problem.type()).isEqualTo(ProblemType.BAD_REQUEST);
    assertThat(problem.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("columns[0].index", "columns[1].colour", "columns[1].index", "onMatch");
  }

  @Test
  void whatIsMissingIsAFieldToFillIn() {
    var problem = problemOf("{\"text\": null, \"count\": 1, \"yes\": false}", Everything.class);

    assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
    assertThat(problem.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("text", "size", "id", "at", "list");
    assertThat(problem.errors()).allMatch(error -> error.code().equals("required"));
  }

  private static Problem problemOf(String text, Class<?> shape) {
    var thrown = new ProblemException[1];
    assertThatThrownBy(() -> Shape.read(json(text), shape))
        .asInstanceOf(type(ProblemException.class))
        .satisfies(e -> thrown[0] = e);
    return thrown[0].problem();
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }
}
