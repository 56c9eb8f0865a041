package app.quen.launcher;

import app.quen.launcher.bench.Bench;
import app.quen.launcher.instance.Settings;
import app.quen.launcher.ops.Operations;
import app.quen.launcher.testing.TestRun;
import java.util.Arrays;
import java.util.List;

/**
 * The commands of {@code ./quen}; the shell script has found the JDK and built what was missing.
 */
public final class Quen {
  private Quen() {}

  public static void main(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    String command = words.isEmpty() ? "help" : words.get(0);
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    int exit;
    try {
      exit = run(command, rest);
    } catch (Trouble trouble) {
      System.err.println("quen: " + trouble.getMessage());
      exit = 1;
    } catch (Exception unexpected) {
      unexpected.printStackTrace();
      exit = 1;
    }
    System.exit(exit);
  }

  private static int run(String command, List<String> rest) throws Exception {
    return switch (command) {
      case "run" -> Run.run(Settings.ofEnvironment(), rest);
      case "test" -> TestRun.run(Settings.ofEnvironment(), rest);
      case "bench" -> Bench.run(Settings.ofEnvironment(), rest);
      case "ops" -> Operations.run(Settings.ofEnvironment(), rest);
      default -> throw new Trouble("no such command: " + command + " (./quen help lists them)");
    };
  }
}
