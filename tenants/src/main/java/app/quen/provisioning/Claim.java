package app.quen.provisioning;

import app.quen.tenant.TenantId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The right to make or remove a tenant: a lock that the database holds for as long as the
 * connection lives. Whoever gets the claim on a half-made tenant knows that its maker is gone.
 */
final class Claim implements AutoCloseable {

  private final HikariDataSource pool;
  private final Connection connection;

  private Claim(HikariDataSource pool, Connection connection) {
    this.pool = pool;
    this.connection = connection;
  }

  /** The claim, or null if somebody else has it. */
  static @Nullable Claim tryTake(HikariDataSource pool, TenantId tenant) {
    try {
      var connection = pool.getConnection();
      var taken = false;
      try (var query = connection.prepareStatement("SELECT GET_LOCK(?, 0)")) {
        query.setString(1, "quen-" + tenant);
        try (var row = query.executeQuery()) {
          taken = row.next() && row.getInt(1) == 1;
        }
      } finally {
        if (!taken) {
          pool.evictConnection(connection);
        }
      }
      return taken ? new Claim(pool, connection) : null;
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  @Override
  public void close() {
    pool.evictConnection(connection);
  }
}
