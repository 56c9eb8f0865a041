package app.quen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.plugin.Text;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use says the same as the reader, as far as a schema can. */
class SchemaTest {

  private final Schema schema = schema();

  @ParameterizedTest
  @ValueSource(strings = {"hello", "telecom", "retail"})
  void theRepositorysManifestsFit(String plugin) throws Exception {
    assertThat(errors(Files.readString(Path.of("..", plugin, "quen-plugin.yaml")))).isEmpty();
  }

  @Test
  void aGoodManifestFits() {
    assertThat(errors(ManifestReaderTest.GOOD.replace("value: no", "value: \"no\""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour: red",
        "help: {vi: A}",
        "reads: [salary]",
        "reads: [name, name]",
        "settings: [{key: a, label: {vi: A, en: A}}]",
        "sections: [{key: A, label: {vi: A, en: A}}]",
        "fields: [{key: a, label: {vi: A, en: A}}]",
        "fields: [{key: a, type: text}]",
        "fields: [{key: a, type: texts, label: {vi: A, en: A}}]",
        "fields: [{key: A, type: text, label: {vi: A, en: A}}]",
        "fields: [{key: a, type: text, label: {vi: A, en: ' '}}]",
        "fields: [{key: a, type: text, label: {vi: A, en: A}, min: 1}]",
        "fields: [{key: a, type: text, label: {vi: A, en: A}, maxLength: 0}]",
        "fields: [{key: a, type: number, label: {vi: A, en: A}, maxLength: 9}]",
        "fields: [{key: a, type: date, label: {vi: A, en: A}, currency: VND}]",
        "fields: [{key: a, type: money, label: {vi: A, en: A}}]",
        "fields: [{key: a, type: choice, label: {vi: A, en: A}}]",
        "fields: [{key: a, type: choice, label: {vi: A, en: A}, choices: []}]",
        "fields: [{key: a, type: date, label: {vi: A, en: A}, required: 'perhaps'}]",
        "fields: [{key: a, type: date, label: {vi: A, en: A}, sensitivity: secret}]",
        "fields: [{key: a, type: date, label: {vi: A, en: A}, appliesTo: [dog]}]"
      })
  void bothRefuse(String line) {
    String yaml =
        """
        id: acme
        version: 1.0.0
        requiresApi: 0.1
        name: {vi: A, en: A}
        description: {vi: A, en: A}
        vendor: A
        industries: []
        """
            + line
            + "\n";
    assertThat(errors(yaml)).as("the schema").isNotEmpty();
    assertThat(ManifestReaderTest.problems(yaml)).as("the reader").isNotEmpty();
  }

  private List<String> errors(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream().map(Object::toString).toList();
  }

  private static Schema schema() {
    try (InputStream file = Text.class.getResourceAsStream("quen-plugin.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
