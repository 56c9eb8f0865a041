package app.quen.manifest;

import app.quen.manifest.Manifest.Section;
import app.quen.manifest.Manifest.Setting;
import app.quen.plugin.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a manifest strictly: a misspelt key is a problem, not a silent nothing. */
public final class ManifestReader {

  /** The largest manifest, in characters. */
  public static final int LARGEST = 512 * 1024;

  static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  static final String KEY_IN_WORDS =
      "1 to 40 lower-case letters, digits and underscores, a letter first";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final Set<String> RESERVED = Set.of("core", "quen", "workspace", "plugin");

  /**
   * @throws InvalidManifest if it cannot be used, with everything that is wrong
   */
  public Manifest read(String yaml) {
    List<ManifestProblem> problems = new ArrayList<>();
    Entry root = new Entry(compose(yaml), "", problems);

    String id =
        root.matching("id", ID, "2 to 40 lower-case letters, digits and dashes, a letter first");
    if (RESERVED.contains(id)) {
      root.problem("id", "'" + id + "' is reserved; choose another id");
    }
    Version version = version(root);
    ApiVersion requiresApi = requiresApi(root);
    Text name = text(root, "name", 60, true);
    Text description = text(root, "description", 500, true);
    Text help = text(root, "help", 4_000, false);
    String vendor = root.text("vendor", 80);
    List<String> industries = root.words("industries", Manifest.INDUSTRIES);
    if (industries.isEmpty() && !root.has("industries")) {
      root.missing("industries");
    }
    Set<String> reads = new LinkedHashSet<>(root.words("reads", Manifest.READABLE));
    List<Setting> settings = root.entries("settings", 50, ManifestReader::setting);
    unique(root, "settings", settings, Setting::key);
    List<Section> sections = root.entries("sections", 20, ManifestReader::section);
    unique(root, "sections", sections, Section::key);
    Set<String> sectionKeys = new HashSet<>(sections.stream().map(Section::key).toList());
    List<ManifestField> fields =
        root.entries("fields", 100, entry -> new FieldReader(entry, sectionKeys).read());
    unique(root, "fields", fields, ManifestField::key);
    if (fields.stream().filter(ManifestField::searchable).count() > FieldReader.MOST_SEARCHABLE) {
      root.problem(
          "fields",
          "more than "
              + FieldReader.MOST_SEARCHABLE
              + " are searchable; each costs an index, so keep those that people filter by");
    }
    root.end();

    if (!problems.isEmpty()) {
      problems.sort(java.util.Comparator.comparingInt(ManifestProblem::line));
      throw new InvalidManifest(problems);
    }
    return new Manifest(
        id,
        version,
        requiresApi,
        java.util.Objects.requireNonNull(name),
        java.util.Objects.requireNonNull(description),
        help,
        vendor,
        List.copyOf(industries),
        Set.copyOf(reads),
        List.copyOf(settings),
        List.copyOf(sections),
        List.copyOf(fields));
  }

  private static Node compose(String yaml) {
    if (yaml.length() > LARGEST) {
      throw invalid(1, "is larger than " + LARGEST / 1024 + " KB");
    }
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(LARGEST).build();
    try {
      Optional<Node> node = new Compose(settings).composeString(yaml);
      return node.orElseThrow(() -> invalid(1, "is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw invalid(line, "is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw invalid(1, "is no YAML: " + e.getMessage());
    }
  }

  private static InvalidManifest invalid(int line, String message) {
    return new InvalidManifest(List.of(new ManifestProblem(line, "", message)));
  }

  private static Version version(Entry root) {
    String text = root.text("version", 60);
    return Version.parse(text)
        .orElseGet(
            () -> {
              if (!text.isEmpty()) {
                root.problem("version", "'" + text + "' must look like 1.4.2 or 2.0.0-rc.1");
              }
              return new Version(0, 0, 0, "");
            });
  }

  private static ApiVersion requiresApi(Entry root) {
    String text = root.text("requiresApi", 20);
    return ApiVersion.parse(text)
        .orElseGet(
            () -> {
              if (!text.isEmpty()) {
                root.problem("requiresApi", "'" + text + "' must look like 0.1");
              }
              return ApiVersion.OFFERED;
            });
  }

  private static Setting setting(Entry entry) {
    String key = entry.matching("key", KEY, KEY_IN_WORDS);
    Text label = text(entry, "label", 80, true);
    return new Setting(key, label == null ? new Text("?", "?") : label, entry.text("default", 500));
  }

  private static Section section(Entry entry) {
    String key = entry.matching("key", KEY, KEY_IN_WORDS);
    Text label = text(entry, "label", 80, true);
    return new Section(key, label == null ? new Text("?", "?") : label);
  }

  /** A text in both languages; null where it is missing or wrong, which is noted. */
  static @Nullable Text text(Entry parent, String key, int longest, boolean required) {
    Entry entry = parent.optionalEntry(key);
    if (entry == null) {
      if (required) {
        parent.problem(key, "is missing; add '" + key + ": {vi: …, en: …}'");
      }
      return null;
    }
    String vi = entry.text("vi", longest);
    String en = entry.text("en", longest);
    entry.end();
    return vi.isEmpty() || en.isEmpty() ? null : new Text(vi, en);
  }

  static <T> void unique(Entry parent, String list, List<T> entries, Function<T, String> key) {
    Set<String> seen = new HashSet<>();
    for (T entry : entries) {
      if (!key.apply(entry).isEmpty() && !seen.add(key.apply(entry))) {
        parent.problem(list, "'" + key.apply(entry) + "' stands there twice; keep one of them");
      }
    }
  }
}
