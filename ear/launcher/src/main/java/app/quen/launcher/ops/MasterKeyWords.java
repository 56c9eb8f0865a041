package app.quen.launcher.ops;

import app.quen.key.MasterKeyset;
import app.quen.key.NoKey;
import app.quen.launcher.Trouble;
import app.quen.launcher.instance.Instance;
import app.quen.launcher.instance.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes master keys and prints them; where they are kept is the operator's business. Nothing of
 * this talks to an installation.
 */
final class MasterKeyWords {

  private MasterKeyWords() {}

  static int run(Settings settings, List<String> words) throws IOException {
    String word = words.size() == 2 ? words.get(1) : "";
    try {
      switch (word) {
        case "new" -> System.out.println(MasterKeyset.make());
        case "next" -> System.out.println(MasterKeyset.withNewKey(present(settings)));
        case "newest" -> System.out.println(MasterKeyset.withNewestAlone(present(settings)));
        default ->
            throw new Trouble(
                "ops master-key knows new (a first one), next (the present one and a new key that"
                    + " wraps from now on) and newest (without the old keys); it prints what"
                    + " QUEN_MASTER_KEY is to be");
      }
    } catch (NoKey none) {
      throw new Trouble(none.getMessage());
    }
    return 0;
  }

  private static String present(Settings settings) throws IOException {
    String chosen = settings.environment("QUEN_MASTER_KEY");
    if (chosen != null) {
      return chosen;
    }
    Path file = settings.home().resolve(Instance.MASTER_KEY);
    if (!Files.exists(file)) {
      throw new Trouble("there is no master key in QUEN_MASTER_KEY, nor in " + file);
    }
    return Files.readString(file);
  }
}
