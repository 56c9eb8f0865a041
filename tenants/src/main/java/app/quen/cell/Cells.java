package app.quen.cell;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The pools to each cell. {@value #MAIN} is the cell of {@code quen.cell.url}, which also holds the
 * control schema; another one is {@code quen.cell.<name>.url}.
 */
@ApplicationScoped
public class Cells {

  public static final String MAIN = "main";
  public static final String CONTROL_SCHEMA = "quen_control";

  /**
   * A statement prepared on the server goes on reading the schema it was prepared in after USE, and
   * a second statement in one string could set another role: neither may be turned on by the URL.
   */
  private static final String ALWAYS =
      "useServerPrepStmts=false&cachePrepStmts=false&allowMultiQueries=false"
          + "&rewriteBatchedStatements=false&allowLocalInfile=false&permitRedirect=false"
          + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true"
          + "&connectTimeout=5000";

  private final Map<Pool, HikariDataSource> pools = new ConcurrentHashMap<>();

  @Inject Config config;

  private record Pool(String cell, Trust trust) {}

  public HikariDataSource app(String cell) {
    return pool(cell, Trust.APP);
  }

  public HikariDataSource owner(String cell) {
    return pool(cell, Trust.OWNER);
  }

  public HikariDataSource control() {
    return pool(MAIN, Trust.CONTROL);
  }

  /** The account that tenants' roles are granted to, as MariaDB writes it. */
  public String appAccount() {
    return "'%s'@'%s'"
        .formatted(
            plain(text("quen.database.app.user", "quen_app")),
            plain(text("quen.database.app.host", "%")));
  }

  private HikariDataSource pool(String cell, Trust trust) {
    return pools.computeIfAbsent(new Pool(cell, trust), this::open);
  }

  private HikariDataSource open(Pool pool) {
    var level = pool.trust().name().toLowerCase(Locale.ROOT);
    var hikari = new HikariConfig();
    hikari.setPoolName("quen-" + pool.cell() + "-" + level);
    hikari.setDataSource(source(pool));
    hikari.setUsername(text("quen.database." + level + ".user", "quen_" + level));
    hikari.setPassword(text("quen.database." + level + ".password", ""));
    hikari.setConnectionTimeout(5_000);
    switch (pool.trust()) {
      case APP -> {
        size(hikari, 16, 2);
        hikari.setAutoCommit(false);
      }
      case CONTROL -> size(hikari, 8, 2);
      case OWNER -> {
        // a change of a table takes three: one that works, one that looks after it, one that keeps
        // others away
        size(hikari, 12, 0);
        hikari.setIdleTimeout(30_000);
      }
    }
    return new HikariDataSource(hikari);
  }

  private void size(HikariConfig hikari, int most, int idle) {
    var name = hikari.getPoolName().replaceAll(".*-", "");
    most = config.getOptionalValue("quen.database." + name + ".pool", Integer.class).orElse(most);
    hikari.setMaximumPoolSize(most);
    hikari.setMinimumIdle(Math.min(idle, most));
  }

  private MariaDbDataSource source(Pool pool) {
    var key = pool.cell().equals(MAIN) ? "quen.cell.url" : "quen.cell." + pool.cell() + ".url";
    var url = config.getValue(key, String.class);
    var options = ALWAYS;
    if (pool.trust() == Trust.CONTROL) {
      url = withSchema(url, CONTROL_SCHEMA);
    } else if (pool.trust() == Trust.OWNER) {
      // Flyway goes back to where it came from, and cannot go back to nowhere
      url = withSchema(url, "information_schema");
      // everybody else queues behind a change that waits for its table
      options += "&sessionVariables=lock_wait_timeout=5";
    }
    try {
      return new MariaDbDataSource(url + (url.contains("?") ? "&" : "?") + options);
    } catch (SQLException e) {
      throw new IllegalStateException(
          key + " must be like jdbc:mariadb://host:port/ and is " + url, e);
    }
  }

  private static String withSchema(String url, String schema) {
    var options = url.indexOf('?');
    var base = options < 0 ? url : url.substring(0, options);
    var slash = base.indexOf('/', base.indexOf("//") + 2);
    base = slash < 0 ? base : base.substring(0, slash);
    return base + "/" + schema + (options < 0 ? "" : url.substring(options));
  }

  private String text(String key, String otherwise) {
    return config.getOptionalValue(key, String.class).orElse(otherwise);
  }

  private static String plain(String name) {
    if (!name.matches("[A-Za-z0-9_.%:-]{1,80}")) {
      throw new IllegalStateException("not the name of a database user or host: " + name);
    }
    return name;
  }

  @PreDestroy
  void close() {
    pools.values().forEach(HikariDataSource::close);
    pools.clear();
  }
}
