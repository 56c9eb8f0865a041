package app.quen.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemException;
import app.quen.web.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBodyTest {

  @Test
  void anObjectIsRead() throws IOException {
    var object = JsonBody.read(in("{\"name\": \"Trần Thị Hoa\"}".getBytes(StandardCharsets.UTF_8)));

    assertThat(object.getString("name")).isEqualTo("Trần Thị Hoa");
  }

  @Test
  void brokenJsonIsAnsweredWithItsPlace() {
    var problem = problemOf("{\n  \"name\": \"Hoa\",\n  \"tags\": [1,, 2]\n}");

    assertThat(problem.type()).isEqualTo(ProblemType.BAD_REQUEST);
    assertThat(problem.detail().en()).contains("line 3");
    assertThat(problem.detail().vi()).contains("dòng 3");
  }

  @Test
  void whatFollowsTheObjectIsAMistakeToo() {
    assertThat(problemOf("{} {}").type()).isEqualTo(ProblemType.BAD_REQUEST);
  }

  @Test
  void aListIsNoObject() {
    assertThat(problemOf("[1, 2]").detail().en()).contains("object");
  }

  @Test
  void anEmptyBodyIsMissed() {
    assertThat(problemOf("").detail().en()).contains("missing");
  }

  @Test
  void anotherEncodingIsRefusedInsteadOfMisread() {
    var windows = "{\"name\": \"Hòa\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(problemOf(windows).detail().en()).contains("UTF-8");
  }

  @Test
  void aHugeBodyIsNotReadToItsEnd() {
    var huge =
        ("{\"name\": \"" + "x".repeat(JsonBody.LIMIT) + "\"}").getBytes(StandardCharsets.UTF_8);

    assertThat(problemOf(huge).type()).isEqualTo(ProblemType.TOO_LARGE);
  }

  private static Problem problemOf(String text) {
    return problemOf(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem problemOf(byte[] bytes) {
    return catchThrowableOfType(ProblemException.class, () -> JsonBody.read(in(bytes))).problem();
  }

  private static ByteArrayInputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
