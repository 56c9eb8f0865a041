package app.quen.it;

import app.quen.launcher.Steps;
import app.quen.launcher.instance.Instance;
import app.quen.launcher.instance.Ports;
import app.quen.launcher.instance.Settings;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The servers of a test run: an empty one that Arquillian deploys to, and, for who asks, one as
 * {@code ./quen run} starts it. Both end with this JVM, whatever happens: see Instance and its
 * guard.
 */
public final class Installations implements LauncherSessionListener {
  /** Small, so that a test can exceed it. */
  static final int MAX_IMPORT_BYTES = 4 << 20;

  /** The address that a client has to come from to be believed where others come from. */
  static final String PROXY = "127.0.0.2";

  private static @Nullable Instance empty;
  private static @Nullable Instance complete;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("quen.it.url") != null) {
      return; // only tests over HTTP, against a server that runs already: see Served
    }
    try {
      startEmpty();
    } catch (Exception failed) {
      throw new IllegalStateException("the server for the tests did not start", failed);
    }
  }

  private static synchronized void startEmpty() throws Exception {
    if (empty == null) {
      Instance instance = prepare("empty");
      instance.startWithoutApplication();
      empty = instance;
      System.setProperty("quen.it.admin.port", Integer.toString(instance.settings().adminPort()));
      System.setProperty("quen.it.admin.password", instance.adminPassword());
    }
  }

  /**
   * The one with the application and nothing in it; shared by the tests, so make own workspaces.
   */
  static synchronized Instance complete() {
    try {
      if (complete == null) {
        Instance instance = prepare("complete");
        instance.start();
        complete = instance;
      }
      return complete;
    } catch (Exception failed) {
      throw new IllegalStateException("the installation for the tests did not start", failed);
    }
  }

  private static Instance prepare(String name) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("quen.it.home", "target/quen"), name).toAbsolutePath();
    Settings settings =
        Settings.ofEnvironment()
            .at(home, Ports.free(18_100))
            .with("QUEN_BUFFER_POOL", "128M")
            .with("QUEN_IMPORTS_MAX_BYTES", Integer.toString(MAX_IMPORT_BYTES))
            .with("QUEN_PROXY_TRUSTED", PROXY)
            .with("QUEN_OUTBOUND_PRIVATE_HOSTS", Keycloak.HOST)
            .with("QUEN_LIMIT_SIGN_UP_ADDRESS", "100000/PT1H")
            .with("QUEN_LIMIT_SIGN_IN_ADDRESS", "100000/PT1H");
    return Instance.prepare(settings, new Steps(System.err), true);
  }
}
