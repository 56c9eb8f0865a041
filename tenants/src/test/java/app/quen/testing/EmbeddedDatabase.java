package app.quen.testing;

import app.quen.key.MasterKeyset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of a JVM one MariaDB, and the settings that lead there. */
public final class EmbeddedDatabase implements BeforeAllCallback, ParameterResolver {

  private static final String MASTER_KEY = MasterKeyset.make();

  private static @Nullable MariaDb database;

  @Override
  public void beforeAll(ExtensionContext context) {
    settings(database()).forEach(System::setProperty);
  }

  public static synchronized MariaDb database() {
    if (database == null) {
      database = MariaDb.start();
    }
    return database;
  }

  static Map<String, String> settings(MariaDb database) {
    var settings = new HashMap<String, String>();
    settings.put("quen.cell.url", database.url());
    for (var level : new String[] {"app", "control", "owner"}) {
      settings.put("quen.database." + level + ".user", "quen_" + level);
      settings.put("quen.database." + level + ".password", "quen_" + level);
    }
    settings.put("quen.audit.key", "a secret of the tests, long enough");
    settings.put("quen.master-key", MASTER_KEY);
    return settings;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MariaDb.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return database();
  }
}
