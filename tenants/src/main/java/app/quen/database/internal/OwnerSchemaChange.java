package app.quen.database.internal;

import app.quen.cell.Cells;
import app.quen.database.SchemaChange;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes tables of the entered tenant's schema, as the database user that owns them. */
@ApplicationScoped
class OwnerSchemaChange implements SchemaChange {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

  /** Not more than 24 digits before the point, with an exponent or without. */
  private static final String NUMBER =
      "^-?([0-9]{1,24}([.][0-9]*)?|[0-9]{1,14}([.][0-9]*)?[eE][+]?[0-9]|"
          + "[0-9]{1,24}([.][0-9]*)?[eE]-[0-9]{1,2})$";

  /** A day that exists, in the years 0001 to 9999. */
  private static final String DATE =
      "^(?!0000)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
          + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
          + "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

  private static final String TIME = "^T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]*)?Z$";

  private static final int PATIENCE = 60;

  @Inject Tenants tenants;
  @Inject Cells cells;
  @Inject ThreadWork work;

  @Override
  public void addVirtualColumn(
      String table, String column, VirtualType type, String jsonColumn, String key) {
    execute(
        "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s %s GENERATED ALWAYS AS (%s) VIRTUAL,"
                .formatted(
                    table(table),
                    name(column),
                    declared(type),
                    expression(type, name(jsonColumn), path(key)))
            + " ALGORITHM=INSTANT");
  }

  @Override
  public boolean addIndex(String table, String index, Progress progress, String... columns) {
    return execute(
        progress,
        "ALTER TABLE %s ADD INDEX IF NOT EXISTS %s (%s), ALGORITHM=INPLACE, LOCK=NONE"
            .formatted(
                table(table),
                name(index),
                List.of(columns).stream()
                    .map(OwnerSchemaChange::name)
                    .collect(Collectors.joining(", "))));
  }

  @Override
  public void dropIndex(String table, String index) {
    execute(
        "ALTER TABLE %s DROP INDEX IF EXISTS %s, ALGORITHM=INPLACE, LOCK=NONE"
            .formatted(table(table), name(index)));
  }

  @Override
  public void dropColumn(String table, String column) {
    execute(
        "ALTER TABLE %s DROP COLUMN IF EXISTS %s, ALGORITHM=INSTANT"
            .formatted(table(table), name(column)));
  }

  @Override
  public <T> T alone(Supplier<T> alone) {
    var schema = tenants.current().id().schema();
    try (var connection = cells.owner(tenants.current().cell()).getConnection();
        var statement = connection.createStatement()) {
      try (var row =
          statement.executeQuery("SELECT GET_LOCK('" + schema + ".tables', " + PATIENCE + ")")) {
        if (!row.next() || row.getInt(1) != 1) {
          throw new IllegalStateException("another change of the tables of " + schema + " runs");
        }
      }
      try {
        return alone.get();
      } finally {
        statement.execute("DO RELEASE_LOCK('" + schema + ".tables')");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static String declared(VirtualType type) {
    return switch (type) {
      case TEXT -> "VARCHAR(255)";
      case NUMBER -> "DECIMAL(30,6)";
      case DATE -> "DATE";
      case DATETIME -> "CHAR(20) CHARACTER SET ascii COLLATE ascii_bin";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  /** A value of another type must read as NULL: a cast that fails would make the INSERT fail. */
  private static String expression(VirtualType type, String json, String path) {
    var value = "JSON_VALUE(" + json + ", " + path + ")";
    return switch (type) {
      case TEXT -> "LEFT(" + value + ", 255)";
      case NUMBER ->
          "CASE WHEN %1$s REGEXP '%2$s' THEN CAST(%1$s AS DECIMAL(30,6)) END"
              .formatted(value, NUMBER);
      case DATE ->
          "CASE WHEN %1$s REGEXP '%2$s' THEN CAST(%1$s AS DATE) END".formatted(value, DATE);
      case DATETIME ->
          "CASE WHEN LEFT(%1$s, 10) REGEXP '%2$s' AND SUBSTR(%1$s, 11) REGEXP '%3$s' THEN CONCAT(LEFT(%1$s, 19), 'Z') END"
              .formatted(value, DATE, TIME);
      case BOOLEAN ->
          "CASE %s WHEN '1' THEN 1 WHEN 'true' THEN 1 WHEN '0' THEN 0 WHEN 'false' THEN 0 END"
              .formatted(value);
    };
  }

  /** The path to a member of any name, as a literal of SQL. */
  private static String path(String key) {
    var quoted = key.replace("\\", "\\\\").replace("\"", "\\\"");
    var path = "$.\"" + quoted + "\"";
    return "'" + path.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private String table(String table) {
    return "`" + tenants.current().id().schema() + "`." + name(table);
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a table, column or index: " + name);
    }
    return "`" + name + "`";
  }

  private void execute(String change) {
    execute(percent -> true, change);
  }

  private boolean execute(Progress progress, String change) {
    if (work.isOpen()) {
      throw new IllegalStateException(
          "a table cannot be changed inside a unit of work, which may hold it: do it after");
    }
    return new OnlineChange(cells.owner(tenants.current().cell()), change, progress).run();
  }
}
