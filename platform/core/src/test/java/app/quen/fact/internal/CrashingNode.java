package app.quen.fact.internal;

import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.tenant.TenantId;
import app.quen.testing.DyingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * A node that dies in the middle of telling its facts, as by kill -9. Arguments: the tenant, the
 * file that listeners note in what they were told, after how many facts the prompt listener dies,
 * and the other one.
 */
final class CrashingNode {

  private CrashingNode() {}

  public static void main(String[] arguments) throws InterruptedException {
    var tenant = TenantId.of(arguments[0]);
    Path file = Path.of(arguments[1]);
    know(file, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    var beans = DyingNode.start();
    beans.select(Relay.class).get().wake(tenant);
    new CountDownLatch(1).await();
  }

  static void know(Path file, int promptDiesAfter, int inLineDiesAfter) {
    TestListeners.know(new NotingListener("noting-prompt", true, prompt(file), promptDiesAfter));
    TestListeners.know(new NotingListener("noting", false, file, inLineDiesAfter));
  }

  static Path prompt(Path file) {
    return file.resolveSibling(file.getFileName() + "-prompt");
  }

  /** Notes in a file, which outlives the process, what it was told; then the process dies. */
  static final class NotingListener implements FactListener {

    private final String name;
    private final boolean prompt;
    private final Path file;
    private final int dieAfter;
    private int told;

    NotingListener(String name, boolean prompt, Path file, int dieAfter) {
      this.name = name;
      this.prompt = prompt;
      this.file = file;
      this.dieAfter = dieAfter;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean wants(String factType) {
      return factType.startsWith("Test");
    }

    @Override
    public boolean prompt() {
      return prompt;
    }

    @Override
    public void deliver(List<Fact> facts) {
      int room = dieAfter - told;
      List<Fact> noted = facts.subList(0, Math.min(facts.size(), Math.max(room, 0)));
      note(noted);
      told += noted.size();
      if (told >= dieAfter) {
        DyingNode.die();
      }
    }

    private void note(List<Fact> facts) {
      try {
        Files.writeString(
            file,
            facts.stream().map(fact -> fact.sequence() + "\n").collect(Collectors.joining()),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
