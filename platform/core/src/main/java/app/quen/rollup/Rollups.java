package app.quen.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The roll-ups of the customers of the tenant that is entered. Needs an open unit of work. */
public interface Rollups {

  /**
   * Computes these customers' roll-ups anew. To be called in the transaction that changed a record
   * of theirs, after the change, by whoever holds the locks of the customers' rows.
   */
  void refresh(Collection<UUID> customers);

  /** Each of these customers' roll-up; of one without any record, {@link Rollup#NONE}. */
  Map<UUID, Rollup> read(Collection<UUID> customers);

  /**
   * The roll-up in a row that {@code customer_rollup} was joined to, all of its columns under their
   * own names; they are null for a customer without any record.
   */
  Rollup of(ResultSet row) throws SQLException;
}
