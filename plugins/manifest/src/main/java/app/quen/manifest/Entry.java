package app.quen.manifest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the document, read strictly: each getter notes what is wrong with its place and
 * then gives something harmless, so that all problems are found in one reading; {@link #end()}
 * notes the keys that nobody asked for.
 */
final class Entry {

  private final String path;
  private final int line;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();
  private final List<ManifestProblem> problems;

  Entry(Node node, String path, List<ManifestProblem> problems) {
    this.path = path;
    this.line = line(node);
    this.problems = problems;
    if (!(node instanceof MappingNode mapping)) {
      problems.add(new ManifestProblem(line, path, "must hold 'key: value' lines"));
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(new ManifestProblem(line(tuple.getKeyNode()), path, "a key must be a word"));
      } else if (nodes.put(key.getValue(), tuple.getValueNode()) != null) {
        problems.add(
            new ManifestProblem(
                line(key), at(key.getValue()), "stands here twice; keep one of them"));
      } else {
        keyLines.put(key.getValue(), line(key));
      }
    }
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  boolean has(String key) {
    return nodes.containsKey(key);
  }

  void problem(String key, String message) {
    problems.add(new ManifestProblem(keyLines.getOrDefault(key, line), at(key), message));
  }

  String text(String key, int longest) {
    String value = optionalText(key, longest);
    if (value == null && !has(key)) {
      missing(key);
    }
    return value == null ? "" : value;
  }

  @Nullable String optionalText(String key, int longest) {
    Node node = take(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      problem(key, "must be a text");
      return null;
    }
    if (scalar.getValue().length() > longest) {
      problem(key, "is longer than " + longest + " characters; shorten it");
      return null;
    }
    return scalar.getValue();
  }

  String matching(String key, Pattern form, String saidInWords) {
    String value = text(key, 10_000);
    if (!value.isEmpty() && !form.matcher(value).matches()) {
      problem(key, "'" + value + "' must be " + saidInWords);
    }
    return value;
  }

  boolean bool(String key) {
    String value = optionalText(key, 10);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      problem(key, "must be true or false, not '" + value + "'");
    }
    return "true".equals(value);
  }

  @Nullable BigDecimal number(String key) {
    String value = optionalText(key, 40);
    try {
      return value == null ? null : new BigDecimal(value);
    } catch (NumberFormatException e) {
      problem(key, "must be a number, not '" + value + "'");
      return null;
    }
  }

  <T extends Enum<T>> @Nullable T oneOf(String key, Class<T> type) {
    String value = optionalText(key, 40);
    for (T constant : type.getEnumConstants()) {
      if (value != null && constant.name().toLowerCase(java.util.Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    if (value != null) {
      List<String> names = new ArrayList<>();
      for (T constant : type.getEnumConstants()) {
        names.add(constant.name().toLowerCase(java.util.Locale.ROOT));
      }
      problem(key, "'" + value + "' is unknown; use one of " + String.join(", ", names));
    }
    return null;
  }

  /** A list of words out of the allowed ones, each once. */
  List<String> words(String key, List<String> allowed) {
    List<String> words = new ArrayList<>();
    for (Node node : list(key)) {
      String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!allowed.contains(word)) {
        problems.add(
            new ManifestProblem(
                line(node),
                at(key),
                "'" + word + "' is unknown; use some of " + String.join(", ", allowed)));
      } else if (words.contains(word)) {
        problems.add(new ManifestProblem(line(node), at(key), "'" + word + "' stands here twice"));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  @Nullable Entry optionalEntry(String key) {
    Node node = take(key);
    return node == null ? null : new Entry(node, at(key), problems);
  }

  <T> List<T> entries(String key, int most, Function<Entry, T> read) {
    List<T> result = new ArrayList<>();
    List<? extends Node> list = list(key);
    if (list.size() > most) {
      problem(key, "holds " + list.size() + " entries; " + most + " is the most");
      return result;
    }
    for (int i = 0; i < list.size(); i++) {
      Entry entry = new Entry(list.get(i), at(key) + "[" + i + "]", problems);
      result.add(read.apply(entry));
      entry.end();
    }
    return result;
  }

  void missing(String key) {
    problem(key, "is missing; add '" + key + ": …'");
  }

  /** Notes what the document says here beyond what was asked for. */
  void end() {
    nodes
        .keySet()
        .forEach(
            key -> {
              if (!known.contains(key)) {
                problem(key, "is unknown here; known are " + String.join(", ", known));
              }
            });
  }

  private List<? extends Node> list(String key) {
    Node node = take(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      problem(key, "must be a list: lines that begin with '- '");
      return List.of();
    }
    return sequence.getValue();
  }

  private @Nullable Node take(String key) {
    if (!known.contains(key)) {
      known.add(key);
    }
    return nodes.get(key);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
