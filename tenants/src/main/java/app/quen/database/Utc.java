package app.quen.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: without a zone, in UTC. */
public final class Utc {

  private Utc() {}

  public static LocalDateTime of(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Of a column that is never null. */
  public static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(atOrNull(row, column), column);
  }

  public static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
