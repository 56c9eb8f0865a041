package app.quen.telecom;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.manifest.Manifest;
import app.quen.manifest.ManifestField;
import app.quen.manifest.ManifestField.Choice;
import app.quen.testkit.CustomerBuilder;
import app.quen.testkit.FakeContext;
import app.quen.testkit.PluginProject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The fields and the check against the 7,043 customers of the demo workspace. */
class TelcoDataTest implements PluginProject {

  private static final Path DATA =
      Path.of("../../ear/launcher/src/main/resources/demo/telco_churn/Telco-Customer-Churn.csv.gz");

  private static final Map<String, String> FIELD_OF_HEADING =
      Map.ofEntries(
          Map.entry("SeniorCitizen", "senior_citizen"),
          Map.entry("Partner", "partner"),
          Map.entry("Dependents", "dependents"),
          Map.entry("tenure", "tenure_months"),
          Map.entry("PhoneService", "phone_service"),
          Map.entry("MultipleLines", "multiple_lines"),
          Map.entry("InternetService", "internet_service"),
          Map.entry("OnlineSecurity", "online_security"),
          Map.entry("OnlineBackup", "online_backup"),
          Map.entry("DeviceProtection", "device_protection"),
          Map.entry("TechSupport", "tech_support"),
          Map.entry("StreamingTV", "streaming_tv"),
          Map.entry("StreamingMovies", "streaming_movies"),
          Map.entry("Contract", "contract"),
          Map.entry("PaperlessBilling", "paperless_billing"),
          Map.entry("PaymentMethod", "payment_method"),
          Map.entry("MonthlyCharges", "monthly_charges"),
          Map.entry("TotalCharges", "total_charges"),
          Map.entry("Churn", "churned"));

  private final Manifest manifest = manifest();

  @Test
  void everyColumnHasAFieldAndEveryChoiceIsUsed() throws IOException {
    Set<String> used = new HashSet<>();
    for (Map<String, String> row : rows()) {
      FIELD_OF_HEADING.forEach(
          (heading, key) -> {
            ManifestField field = field(key);
            if (!field.choices().isEmpty()) {
              used.add(key + "=" + choice(field, row.get(heading)));
            }
          });
    }
    assertThat(used)
        .containsExactlyInAnyOrderElementsOf(
            manifest().fields().stream()
                .flatMap(field -> field.choices().stream().map(c -> field.key() + "=" + c.value()))
                .toList());
    assertThat(FIELD_OF_HEADING.values())
        .containsExactlyInAnyOrderElementsOf(
            manifest().fields().stream().map(ManifestField::key).toList());
  }

  @Test
  void theCheckAgreesToAllOfThem() throws IOException {
    var check = new ContradictionCheck();
    var context = FakeContext.of(manifest());
    List<Map<String, String>> rows = rows();
    assertThat(rows).hasSize(7_043);
    for (Map<String, String> row : rows) {
      var customer = new CustomerBuilder(manifest);
      FIELD_OF_HEADING.forEach(
          (heading, key) -> {
            String written = row.get(heading).strip();
            if (!written.isEmpty()) {
              customer.with("telecom." + key, value(field(key), written));
            }
          });
      assertThat(check.check(customer.build(), context)).as(row.toString()).isEmpty();
    }
  }

  private ManifestField field(String key) {
    return manifest.fields().stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  private static Object value(ManifestField field, String written) {
    return switch (field.type()) {
      case NUMBER, MONEY -> new BigDecimal(written);
      case BOOLEAN -> written.equals("Yes") || written.equals("1");
      default -> choice(field, written);
    };
  }

  /** The data's texts are the English labels. */
  private static String choice(ManifestField field, String written) {
    return field.choices().stream()
        .filter(choice -> choice.label().en().equals(written))
        .map(Choice::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(field.key() + " has no choice " + written));
  }

  private static List<Map<String, String>> rows() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA)), StandardCharsets.UTF_8))) {
      String[] headings = lines.readLine().split(",");
      return lines
          .lines()
          .map(
              line -> {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < headings.length; i++) {
                  row.put(headings[i], cells[i]);
                }
                return row;
              })
          .toList();
    }
  }
}
