package app.quen.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommittedDocumentTest {

  private static final Path COMMITTED = Path.of("../../docs/api/openapi.json");

  @Test
  void theCommittedDocumentIsTheOneThatTheCodeGives() throws IOException {
    try (var generated = Conventions.class.getResourceAsStream("openapi.json")) {
      assertThat(generated).as("openapi.json, generated in process-classes").isNotNull();
      var text = new String(generated.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Files.exists(COMMITTED)).as(COMMITTED + " exists").isTrue();
      assertThat(text.equals(Files.readString(COMMITTED)))
          .as(
              "docs/api/openapi.json is what the resources say. If the change of the API is meant,"
                  + " refresh the document, from the root of the repository:%n%n"
                  + "  ./mvnw -q process-classes -pl platform/web -am"
                  + " && cp platform/web/target/classes/app/quen/web/openapi/openapi.json"
                  + " docs/api/openapi.json%n")
          .isTrue();
    }
  }
}
