package app.quen.testing;

import app.quen.start.Started;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another node of the application, in a process of its own, that dies in the middle of its work as
 * by kill -9. It works on the same database and files as the test.
 */
public final class DyingNode {

  private static final int KILLED = 137;
  private static final int MOST_SECONDS = 120;

  private DyingNode() {}

  /**
   * Runs the main class until it has died by {@link #die}.
   *
   * @param folder where its log goes
   */
  public static void run(Path folder, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    System.getProperties()
        .forEach(
            (name, value) -> {
              if (name.toString().startsWith("quen.")) {
                command.add("-D" + name + "=" + value);
              }
            });
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("node.log");
    Process node =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!node.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      node.destroyForcibly();
      throw new AssertionError("the node lives on:\n" + Files.readString(log));
    }
    if (node.exitValue() != KILLED) {
      throw new AssertionError(
          "the node ended by itself with " + node.exitValue() + ":\n" + Files.readString(log));
    }
  }

  /** The application, inside the process that is to die. */
  public static SeContainer start() {
    SeContainer beans = SeContainerInitializer.newInstance().initialize();
    beans.getBeanManager().getEvent().select(Started.class).fire(new Started());
    return beans;
  }

  public static void die() {
    Runtime.getRuntime().halt(KILLED);
  }
}
