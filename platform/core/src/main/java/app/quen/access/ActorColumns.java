package app.quen.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** An actor in a row, in three columns: who it was then is kept with what they did. */
public final class ActorColumns {

  private ActorColumns() {}

  /**
   * @param prefix the columns are {@code <prefix>_kind}, {@code _id} and {@code _name}
   */
  public static Actor of(ResultSet row, String prefix) throws SQLException {
    return new Actor(
        Actor.Kind.valueOf(row.getString(prefix + "_kind")),
        row.getObject(prefix + "_id", UUID.class),
        row.getString(prefix + "_name"));
  }

  /**
   * @param place of the first of the three, from 1; id and name follow it
   */
  public static Actor of(ResultSet row, int place) throws SQLException {
    return new Actor(
        Actor.Kind.valueOf(row.getString(place)),
        row.getObject(place + 1, UUID.class),
        row.getString(place + 2));
  }
}
