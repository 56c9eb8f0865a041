package app.quen.manifest;

import app.quen.plugin.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin says about itself.
 *
 * @param reads the fields of the core that its code may see
 */
public record Manifest(
    String id,
    Version version,
    ApiVersion requiresApi,
    Text name,
    Text description,
    @Nullable Text help,
    String vendor,
    List<String> industries,
    Set<String> reads,
    List<Setting> settings,
    List<Section> sections,
    List<ManifestField> fields) {

  /** The name of the file, at the root of the zip. */
  public static final String FILE = "quen-plugin.yaml";

  /** The industries that a workspace can choose at sign-up. */
  public static final List<String> INDUSTRIES =
      List.of("retail", "telecom", "health", "education", "services", "other");

  /** What of a core customer a plugin can ask to read. */
  public static final List<String> READABLE =
      List.of(
          "kind",
          "name",
          "familyName",
          "middleName",
          "givenName",
          "gender",
          "birthDate",
          "birthPlace",
          "interests",
          "education",
          "occupation",
          "incomeBand",
          "taxCode",
          "phones",
          "emails",
          "addresses",
          "externalId",
          "preferredChannel",
          "tags",
          "stage");

  /** The key of a field of this plugin everywhere outside the manifest. */
  public String fullKey(String key) {
    return id + "." + key;
  }

  /** {@code telecom@0.1.0}: one release of one plugin. */
  public String release() {
    return id + "@" + version;
  }

  /** A group of fields in forms. */
  public record Section(String key, Text label) {}

  /** Something that the installation can set for the plugin. */
  public record Setting(String key, Text label, String byDefault) {}
}
