package app.quen.launcher.testing;

import app.quen.launcher.Steps;
import app.quen.launcher.instance.Instance;
import app.quen.launcher.instance.Ports;
import app.quen.launcher.instance.Settings;
import app.quen.launcher.testing.Reports.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** After Maven's tests: those in a browser, and what all of them say together. */
public final class TestRun {
  private final Settings settings;
  private final Reports reports;
  private final boolean built;

  private TestRun(Settings settings, boolean built, Instant since) {
    this.settings = settings;
    this.built = built;
    this.reports = new Reports(settings.root(), since);
  }

  /**
   * @param words whether Maven succeeded ("built" or "failed"), and when it began, in seconds
   */
  public static int run(Settings settings, List<String> words) throws Exception {
    boolean built = !words.contains("failed");
    Instant since =
        words.size() < 2 ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(words.get(1)));
    return new TestRun(settings, built, since).run();
  }

  private int run() throws Exception {
    boolean browserRan = true;
    boolean browserPassed = false;
    if (Files.exists(settings.root().resolve("ear/app/target/quen.ear"))) {
      browserPassed = inTheBrowser();
    } else {
      browserRan = false;
    }
    Count unit = reports.surefire();
    Count container = reports.failsafe();
    Count vitest = reports.vitest();
    Count browser = reports.browser();
    Count all = unit.plus(container).plus(vitest).plus(browser);
    System.out.println();
    say("Java, architecture, database", unit);
    say("in Payara, with the built EAR", container);
    say("browser application", vitest);
    say("in Chromium" + (browserRan ? "" : " (not run: there is no EAR)"), browser);
    boolean good = built && browserPassed && all.failed() == 0;
    if (!built) {
      System.out.println("Maven's build failed: formatting, compilation or tests; see above");
    } else if (!browserPassed && browser.failed() == 0) {
      System.out.println("the browser tests could not be run to their end; see above");
    }
    System.out.printf(Locale.ROOT, "%d passed, %d failed%n", all.passed(), all.failed());
    return good ? 0 : 1;
  }

  private static void say(String what, Count count) {
    System.out.printf(
        Locale.ROOT,
        "%-32s %5d passed, %d failed%s%n",
        what,
        count.passed(),
        count.failed(),
        count.skipped() == 0 ? "" : ", " + count.skipped() + " skipped");
  }

  private boolean inTheBrowser() throws Exception {
    Path home = settings.root().resolve("ear/target/browser-tests");
    Settings own =
        settings
            .at(home, Ports.free(18_500))
            .with("QUEN_LIMIT_SIGN_UP_ADDRESS", "100000/PT1H")
            .with("QUEN_LIMIT_SIGN_IN_ADDRESS", "100000/PT1H")
            // the provider of the tests, which runs beside
            .with("QUEN_OUTBOUND_PRIVATE_HOSTS", "localhost");
    Steps steps = new Steps(System.out);
    steps.say("browser tests: starting an installation of their own");
    try (Instance instance = Instance.prepare(own, steps, true)) {
      instance.start();
      return playwright(own);
    } finally {
      Instance.discard(own);
    }
  }

  private boolean playwright(Settings own) throws IOException, InterruptedException {
    Path ui = settings.root().resolve("platform/ui");
    ProcessBuilder builder =
        new ProcessBuilder("node_modules/.bin/playwright", "test", "--reporter=list,junit")
            .directory(ui.toFile())
            .inheritIO();
    builder.environment().put("QUEN_URL", "http://localhost:" + own.port());
    builder
        .environment()
        .put("PLAYWRIGHT_JUNIT_OUTPUT_FILE", ui.resolve("target/e2e.xml").toString());
    Process process = builder.start();
    // a signal ends this JVM without the finally below
    Thread onExit = new Thread(() -> end(process), "quen-stop-browser");
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      if (!process.waitFor(40, TimeUnit.MINUTES)) {
        System.out.println("the browser tests took longer than 40 minutes and were stopped");
        return false;
      }
      return process.exitValue() == 0;
    } finally {
      end(process);
      try {
        Runtime.getRuntime().removeShutdownHook(onExit);
      } catch (IllegalStateException alreadyExiting) {
        // the hook is what is running
      }
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
