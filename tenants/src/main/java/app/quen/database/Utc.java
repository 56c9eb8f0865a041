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

  /**
   * @param place of the column, from 1
   */
  public static Instant at(ResultSet row, int place) throws SQLException {
    return Objects.requireNonNull(atOrNull(row, place), () -> "column " + place);
  }

  public static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
    return instant(row.getObject(column, LocalDateTime.class));
  }

  /**
   * @param place of the column, from 1
   */
  public static @Nullable Instant atOrNull(ResultSet row, int place) throws SQLException {
    return instant(row.getObject(place, LocalDateTime.class));
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
