package app.quen.it;

import app.quen.it.Planted.Level;
import app.quen.it.Planted.Plant;
import app.quen.it.Planted.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for planted values in answers, and holds what it found against what each role sees: role by
 * record by field by surface.
 */
final class Matrix {

  private final List<Plant> plants;
  private final Expected expected;
  private final List<String> leaks = new ArrayList<>();

  /** By surface: the planted values that its answers to the owner held. */
  private final Map<String, Set<Plant>> ownerSaw = new LinkedHashMap<>();

  /** By role, record, field and surface. */
  private final Map<String, Cell> cells = new TreeMap<>();

  /** How many values of a field were looked for at a surface, and how many of these were there. */
  private static final class Cell {
    private int open;
    private int shown;
    private int kept;
    private int leaked;
  }

  Matrix(List<Plant> plants, Expected expected) {
    this.plants = plants;
    this.expected = expected;
  }

  /**
   * Looks for every planted value; one that shows must be one that the role sees.
   *
   * @param path what was asked for; what stands in it may come back in what is wrong with it
   */
  void look(Role role, String surface, String path, String body) {
    for (Plant plant : plants) {
      boolean there = body.contains(plant.token()) && !path.contains(plant.token());
      boolean may = expected.level(role, plant) == Level.WHOLE;
      if (there && !may) {
        leaks.add(role.key() + " " + plant + " at " + surface + " " + path);
      }
      if (there && role.key().equals("owner")) {
        ownerSaw.computeIfAbsent(surface, key -> new LinkedHashSet<>()).add(plant);
      }
      Cell cell =
          cells.computeIfAbsent(
              String.join(
                  ",",
                  role.key(),
                  plant.type(),
                  plant.key(),
                  '"' + surface.replace("\"", "\"\"") + '"'),
              key -> new Cell());
      if (may) {
        cell.open++;
        cell.shown += there ? 1 : 0;
      } else {
        cell.kept++;
        cell.leaked += there ? 1 : 0;
      }
    }
  }

  /** Values that showed where they must not. */
  List<String> leaks() {
    return leaks;
  }

  Set<Plant> ownerSaw(String surface) {
    return ownerSaw.getOrDefault(surface, Set.of());
  }

  Set<String> surfacesThatShow() {
    return ownerSaw.keySet();
  }

  /**
   * How many values were there and looked for: those that the role sees, and those that it does
   * not.
   */
  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    List<String> lines = new ArrayList<>();
    lines.add("role,record,field,surface,open,shown,kept,leaked");
    cells.forEach(
        (key, cell) ->
            lines.add(
                key + "," + cell.open + "," + cell.shown + "," + cell.kept + "," + cell.leaked));
    Files.write(file, lines);
  }
}
