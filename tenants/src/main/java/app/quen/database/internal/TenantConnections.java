package app.quen.database.internal;

import app.quen.cell.Cells;
import app.quen.tenant.Tenant;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out connections that have a tenant's role and schema, and takes the role away when they
 * come back. The pool does not know of roles, and resetting a connection does not reset its role:
 * it is set at each acquire and cleared at each release, and a connection where either fails is
 * closed.
 */
@ApplicationScoped
class TenantConnections {

  private static final Logger LOG = LoggerFactory.getLogger(TenantConnections.class);

  @Inject Cells cells;

  /** A connection inside the tenant; its first statement begins a transaction. */
  Connection acquire(Tenant tenant) throws SQLException {
    var pool = cells.app(tenant.cell());
    var connection = pool.getConnection();
    try {
      enter(connection, tenant);
      return connection;
    } catch (SQLException | RuntimeException e) {
      discard(pool, connection);
      throw e;
    }
  }

  /** Names come from a UUID, so they need no further check; the two statements travel together. */
  private static void enter(Connection connection, Tenant tenant) throws SQLException {
    try (var switching = connection.createStatement()) {
      switching.addBatch("SET ROLE `" + tenant.id().role() + "`");
      switching.addBatch("USE `" + tenant.id().schema() + "`");
      switching.executeBatch();
    }
  }

  /** A connection without any role, which can read nothing. */
  Connection acquireWithoutTenant() throws SQLException {
    var pool = cells.app(Cells.MAIN);
    var connection = pool.getConnection();
    try {
      leave(connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      discard(pool, connection);
      throw e;
    }
  }

  void release(Tenant tenant, Connection connection) {
    var pool = cells.app(tenant.cell());
    try {
      connection.rollback();
      leave(connection);
      connection.close();
    } catch (SQLException | RuntimeException e) {
      LOG.warn("A connection could not leave {} and is closed for good", tenant.slug(), e);
      discard(pool, connection);
    }
  }

  private static void leave(Connection connection) throws SQLException {
    try (var switching = connection.createStatement()) {
      switching.execute("SET ROLE NONE");
    }
  }

  private static void discard(HikariDataSource pool, Connection connection) {
    pool.evictConnection(connection);
  }
}
