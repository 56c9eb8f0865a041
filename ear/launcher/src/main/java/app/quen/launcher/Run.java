package app.quen.launcher;

import app.quen.launcher.demo.Demo;
import app.quen.launcher.instance.Instance;
import app.quen.launcher.instance.Settings;
import java.util.List;

/** {@code ./quen run}: an installation with demo data, until Ctrl-C. */
final class Run {
  private Run() {}

  static int run(Settings settings, List<String> words) throws Exception {
    boolean fresh = false;
    for (String word : words) {
      switch (word) {
        case "--fresh" -> fresh = true;
        default -> throw new Trouble("run knows --fresh, not " + word);
      }
    }
    Steps steps = new Steps(System.out);
    try (Instance instance = Instance.prepare(settings, steps, fresh)) {
      instance.start();
      String signIns = "";
      if (settings.demo()) {
        new Demo(settings, steps).createAtFirstStart();
        signIns = "\n  Demo, to sign in with:\n" + Demo.signIns();
        if (!settings.loopback()) {
          signIns +=
              "\n  Others can reach it too (QUEN_BIND="
                  + settings.bind()
                  + "), and this password is public.\n"
                  + "  For data that matters: QUEN_DEMO=off and a QUEN_HOME of its own.\n";
        }
      }
      System.out.printf(
          "%nQuen is ready: %s%n%s%nStop it with Ctrl-C. The data stays in %s; ./quen run --fresh"
              + " begins anew.%n",
          settings.publicUrl(), signIns, settings.home());
      return instance.waitUntilItEnds();
    }
  }
}
