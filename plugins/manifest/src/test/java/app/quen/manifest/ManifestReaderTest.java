package app.quen.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.manifest.ManifestField.Sensitivity;
import app.quen.manifest.ManifestField.Type;
import app.quen.plugin.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

  static final String GOOD =
      """
      id: acme-clinic
      version: 1.2.3-rc.1
      requiresApi: 0.1
      name: {vi: Phòng khám, en: Clinic}
      description: {vi: Hồ sơ sức khỏe, en: Health records}
      vendor: Acme
      industries: [health]
      reads: [name, birthDate]
      settings:
        - {key: reminder_days, label: {vi: Nhắc trước, en: Remind before}, default: 3}
      sections:
        - {key: body, label: {vi: Cơ thể, en: Body}}
      fields:
        - key: blood_group
          type: choice
          label: {vi: Nhóm máu, en: Blood group}
          section: body
          sensitivity: sensitive
          searchable: true
          choices:
            - {value: a, label: {vi: A, en: A}}
            - {value: no, label: {vi: Chưa biết, en: Unknown}}
        - key: height
          type: number
          label: {vi: Chiều cao, en: Height}
          help: {vi: Tính bằng cm, en: In centimetres}
          min: 30
          max: 250.5
        - {key: fee, type: money, label: {vi: Phí, en: Fee}, currency: VND}
        - {key: note, type: text, label: {vi: Ghi chú, en: Note}, maxLength: 500, pattern: "[^<>]*"}
      """;

  private final ManifestReader reader = new ManifestReader();

  @Test
  void aGoodManifestIsReadAsItStands() {
    Manifest manifest = reader.read(GOOD);

    assertThat(manifest.release()).isEqualTo("acme-clinic@1.2.3-rc.1");
    assertThat(manifest.requiresApi()).isEqualTo(new ApiVersion(0, 1));
    assertThat(manifest.name()).isEqualTo(new Text("Phòng khám", "Clinic"));
    assertThat(manifest.reads()).containsExactlyInAnyOrder("name", "birthDate");
    assertThat(manifest.settings())
        .extracting(Manifest.Setting::key, Manifest.Setting::byDefault)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("reminder_days", "3"));
    assertThat(manifest.fields())
        .extracting(ManifestField::key, ManifestField::type, ManifestField::sensitivity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("blood_group", Type.CHOICE, Sensitivity.SENSITIVE),
            org.assertj.core.groups.Tuple.tuple("height", Type.NUMBER, Sensitivity.PERSONAL),
            org.assertj.core.groups.Tuple.tuple("fee", Type.MONEY, Sensitivity.PERSONAL),
            org.assertj.core.groups.Tuple.tuple("note", Type.TEXT, Sensitivity.PERSONAL));
    assertThat(manifest.fields().getFirst().choices())
        .extracting(ManifestField.Choice::value)
        .as("what YAML 1.1 would take for false stays a word")
        .containsExactly("a", "no");
    assertThat(manifest.fields().get(1).max()).hasToString("250.5");
    assertThat(manifest.fullKey("fee")).isEqualTo("acme-clinic.fee");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"longtext", "integer", "percent", "datetime", "email", "phone", "url", "address"})
  void aFieldHasAnyTypeThatAWorkspaceCanHave(String type) {
    Manifest manifest =
        reader.read(
            GOOD + "  - {key: more, type: %s, label: {vi: Thêm, en: More}}\n".formatted(type));

    assertThat(manifest.fields().getLast().type().name()).isEqualToIgnoringCase(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "telecom", "retail"})
  void theRepositorysManifestsAreGood(String plugin) throws Exception {
    assertThat(reader.read(Files.readString(Path.of("..", plugin, "quen-plugin.yaml"))).id())
        .isEqualTo(plugin);
  }

  @Test
  void everyProblemIsSaidAtOnceWithItsLineAndWhatToDo() {
    assertThat(
            problems(
                """
                id: Acme
                version: 1.0
                requiresApi: new
                name: {vi: A}
                vendor: [x]
                industries: [shops]
                reads: [salary]
                colour: red
                fields:
                  - key: Bad Key
                    type: choise
                    label: {vi: A, en: A, de: A}
                  - {key: size, type: number, label: {vi: A, en: A}, maxLength: 3, min: x}
                  - {key: size, type: money, label: {vi: A, en: A}, required: maybe}
                  - {key: tags, type: choice, label: {vi: A, en: A}, section: body}
                  - {key: code, type: text, label: {vi: A, en: A}, pattern: "[", maxLength: 0}
                  - {key: fee, type: money, label: {vi: A, en: A}, currency: DONG, min: 2, max: 1}
                """))
        .containsExactlyInAnyOrder(
            "line 1, description: is missing; add 'description: {vi: …, en: …}'",
            "line 1, id: 'Acme' must be 2 to 40 lower-case letters, digits and dashes, a letter"
                + " first",
            "line 2, version: '1.0' must look like 1.4.2 or 2.0.0-rc.1",
            "line 3, requiresApi: 'new' must look like 0.1",
            "line 4, name.en: is missing; add 'en: …'",
            "line 5, vendor: must be a text",
            "line 6, industries: 'shops' is unknown; use some of retail, telecom, health,"
                + " education, services, other",
            "line 7, reads: 'salary' is unknown; use some of "
                + String.join(", ", Manifest.READABLE),
            "line 8, colour: is unknown here; known are id, version, requiresApi, name,"
                + " description, help, vendor, industries, reads, settings, sections, fields",
            "line 9, fields: 'size' stands there twice; keep one of them",
            "line 10, fields[0].key: 'Bad Key' must be 1 to 40 lower-case letters, digits and"
                + " underscores, a letter first",
            "line 11, fields[0].type: 'choise' is unknown; use one of text, longtext, integer,"
                + " number, money, percent, date, datetime, boolean, choice, choices, email, phone,"
                + " url, address",
            "line 12, fields[0].label.de: is unknown here; known are vi, en",
            "line 13, fields[1].maxLength: has no meaning for the type number",
            "line 13, fields[1].min: must be a number, not 'x'",
            "line 14, fields[2].currency: is missing; add 'currency: VND' or another ISO 4217 code",
            "line 14, fields[2].required: must be true or false, not 'maybe'",
            "line 15, fields[3].choices: list at least one: '- {value: …, label: {vi: …, en: …}}'",
            "line 15, fields[3].section: 'body' is not declared under 'sections'; add it there",
            "line 16, fields[4].maxLength: must be a whole number from 1 to 2000",
            "line 16, fields[4].pattern: is no regular expression: Unclosed character class",
            "line 17, fields[5].currency: is longer than 3 characters; shorten it",
            "line 17, fields[5].max: is less than min; swap them");
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() {
    assertThat(problems("id: a\n  version: {")).singleElement().asString().startsWith("line 2");
    assertThat(problems("")).containsExactly("line 1: is empty");
    assertThat(problems("- a\n- b").getFirst()).isEqualTo("line 1: must hold 'key: value' lines");
    assertThat(problems("id: a\nid: b"))
        .contains("line 2, id: stands here twice; keep one of them");
    assertThat(problems("x".repeat(600_000))).containsExactly("line 1: is larger than 512 KB");
  }

  @Test
  void indexesAreScarce() {
    StringBuilder fields = new StringBuilder(GOOD);
    for (int i = 0; i < 16; i++) {
      fields.append(
          "  - {key: f%d, type: text, label: {vi: A, en: A}, searchable: true}\n".formatted(i));
    }
    assertThat(problems(fields.toString()))
        .singleElement()
        .asString()
        .contains("more than 16 are searchable");
  }

  @Test
  void versionsAreOrderedAsSemanticVersioningSays() {
    List<String> ordered =
        List.of(
            "0.9.0",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.2.0",
            "1.10.0",
            "2.0.0");
    List<Version> versions =
        ordered.stream().map(text -> Version.parse(text).orElseThrow()).toList();
    assertThat(versions.reversed().stream().sorted()).containsExactlyElementsOf(versions);
    assertThat(versions).extracting(Version::toString).isEqualTo(ordered);
    assertThat(Version.parse("1.2")).isEmpty();
    assertThat(Version.parse("1.2.3+build")).isEmpty();
  }

  @Test
  void beforeOneEveryMinorVersionOfTheApiStandsForItself() {
    assertThat(new ApiVersion(0, 2).serves(new ApiVersion(0, 1))).isFalse();
    assertThat(new ApiVersion(0, 1).serves(new ApiVersion(0, 1))).isTrue();
    assertThat(new ApiVersion(1, 4).serves(new ApiVersion(1, 2))).isTrue();
    assertThat(new ApiVersion(1, 1).serves(new ApiVersion(1, 2))).isFalse();
    assertThat(new ApiVersion(2, 0).serves(new ApiVersion(1, 2))).isFalse();
  }

  static List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidManifest.class, () -> new ManifestReader().read(yaml))
        .problems()
        .stream()
        .map(ManifestProblem::toString)
        .toList();
  }
}
