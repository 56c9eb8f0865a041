package app.quen.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.Source;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.importing.ImportView;
import app.quen.importing.ImportWorld;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class RoundTripTest {

  private static final int CUSTOMERS = 300;

  /** What spreadsheets, CSV and formulas stumble over. */
  private static final List<String> PIECES =
      List.of(
          "Nguyễn",
          "Thị",
          "Hường",
          "đ",
          "=1+1",
          "+",
          "-",
          "@SUM",
          "'",
          "''",
          "\"",
          ",",
          ";",
          "|",
          "<b>",
          "100%",
          "０１",
          "👩‍👩‍👧",
          "ạ̈",
          "null",
          "Có",
          "1e5",
          "007",
          "#N/A",
          "\\",
          "\u200B");

  @TempDir static Path files;
  private ImportWorld imports;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    imports = ImportWorld.open(files);
    a = imports.world.a();
    b = imports.world.b();
    imports.publishTelecom(a);
  }

  @AfterEach
  void close() {
    imports.close();
  }

  /** The headings of what follows from other records. */
  private Set<String> computed(String language) {
    return imports.as(
        a,
        () ->
            imports.world.bean(Fields.class).of("customer").stream()
                .filter(Field::readOnly)
                .map(field -> field.label().in(language))
                .collect(Collectors.toSet()));
  }

  @Test
  void whatIsExportedChangesNothingWhenItIsImportedAgain() {
    List<CustomerView> before = strangeCustomers(new Random(7));
    for (ExportFile.Format format : List.of(ExportFile.Format.CSV, ExportFile.Format.XLSX)) {
      for (String language : List.of("vi", "en")) {
        byte[] file = export(a, format, List.of(), language);
        ImportView uploaded = imports.upload(a, "xuat." + format, file);
        assertThat(uploaded.columns())
            .as("every column finds its field again, but what is computed")
            .allSatisfy(
                column ->
                    assertThat(column.field() == null)
                        .as(column.heading())
                        .isEqualTo(computed(language).contains(column.heading())));
        assertThat(uploaded.match()).containsExactly("externalId");
        ImportView done = imports.finish(a, uploaded.id());
        assertThat(done.result())
            .as("%s in %s: %s", format, language, imports.rejected(a, uploaded.id()))
            .isEqualTo(new ImportView.Result(0, 0, CUSTOMERS, 0));
        assertThat(imports.customers(a)).isEqualTo(before);
      }
    }
    assertThat(imports.customers(b)).isEmpty();
    assertThat(
            new String(export(b, ExportFile.Format.CSV, List.of(), "vi"), StandardCharsets.UTF_8))
        .doesNotContain("Cước", "\n=")
        .hasLineCount(1);
  }

  @Test
  void onlyTheChosenColumnsAreGivenInTheirOrder() {
    strangeCustomers(new Random(8));
    String csv =
        new String(
            export(a, ExportFile.Format.CSV, List.of("telecom.churn", "name"), "en"),
            StandardCharsets.UTF_8);
    assertThat(csv.lines().findFirst()).hasValue("\uFEFFChurn,Name");
    assertThatThrownBy(() -> export(a, ExportFile.Format.CSV, List.of("nothing"), "en"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> export(b, ExportFile.Format.CSV, List.of("telecom.churn"), "en"))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("customer:read"),
                    () ->
                        imports
                            .world
                            .bean(ExportFile.class)
                            .export(CustomerQuery.ALL, ExportFile.Format.CSV, List.of(), "vi")))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("customer:export"));
  }

  private byte[] export(
      Tenant tenant, ExportFile.Format format, List<String> keys, String language) {
    return imports.as(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          imports
              .world
              .bean(ExportFile.class)
              .export(CustomerQuery.ALL, format, keys, language)
              .content()
              .writeTo(out);
          return out.toByteArray();
        });
  }

  private List<CustomerView> strangeCustomers(Random random) {
    List<CustomerDraft> drafts = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      drafts.add(CustomerDraft.read(strange(random, i)));
    }
    List<CustomerOutcome> outcomes =
        imports.as(
            a, () -> imports.world.bean(RegisterManyCustomers.class).register(drafts, Source.FORM));
    assertThat(outcomes).noneMatch(CustomerOutcome::refused);
    return imports.customers(a);
  }

  private static JsonObject strange(Random random, int number) {
    boolean person = random.nextInt(4) > 0;
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("kind", person ? "person" : "organisation")
            .add("externalId", pick(random, "K", "=K", "+K", "-K", "'K") + number)
            .add("stage", pick(random, "lead", "prospect", "customer", "regular", "lapsed"));
    if (random.nextBoolean()) {
      json.add("name", text(random));
    }
    if (person && random.nextBoolean()) {
      json.add("gender", pick(random, "female", "male", "other"));
      json.add(
          "birthDate",
          "19"
              + (10 + random.nextInt(90))
              + "-0"
              + (1 + random.nextInt(9))
              + "-1"
              + random.nextInt(10));
      json.add("occupation", text(random));
    }
    JsonArrayBuilder phones = Json.createArrayBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      phones.add(
          Json.createObjectBuilder()
              .add("value", pick(random, "09", "+849", "0084 9") + (10_000_000 + number * 3 + i)));
    }
    json.add("phones", phones);
    if (random.nextBoolean()) {
      json.add(
          "emails",
          Json.createArrayBuilder()
              .add(Json.createObjectBuilder().add("value", "k" + number + "@vidu.vn")));
      json.add("tags", Json.createArrayBuilder().add("vip").add("nhóm " + random.nextInt(5)));
    }
    if (random.nextBoolean()) {
      json.add(
          "addresses",
          Json.createArrayBuilder()
              .add(
                  Json.createObjectBuilder()
                      .add("line", text(random))
                      .add("province", "Huế")
                      .add("postalCode", "0" + number)));
    }
    JsonObjectBuilder fields = Json.createObjectBuilder();
    if (random.nextBoolean()) {
      fields
          .add("telecom.churn", random.nextBoolean())
          .add("telecom.contract", text(random))
          .add("telecom.tenure", random.nextInt(80) - 5)
          .add("telecom.monthly_charges", BigDecimal.valueOf(random.nextInt(2_000_000), 2));
    }
    return json.add("fields", fields).build();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextBoolean() ? " " : "");
    }
    return "x".repeat(random.nextInt(2)) + text;
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
