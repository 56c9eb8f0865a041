package app.quen.database.internal;

import app.quen.tenant.Tenant;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What one open unit of work holds. Both views use the one connection; only the unit ends it. */
final class Unit {

  private static final Set<String> NOT_FOR_JPA =
      Set.of("close", "commit", "rollback", "setAutoCommit", "setReadOnly", "abort");

  final Tenant tenant;
  final Connection connection;
  final Connection connectionForJpa;
  final List<Runnable> beforeCommit = new ArrayList<>();
  final List<Runnable> afterCommit = new ArrayList<>();
  final Map<Class<?>, Object> companions = new HashMap<>();
  @Nullable EntityManager entities;
  @Nullable Handle sql;

  Unit(Tenant tenant, Connection connection) {
    this.tenant = tenant;
    this.connection = connection;
    this.connectionForJpa = withoutEnd(connection);
  }

  /** EclipseLink begins, ends and closes what it takes from a data source; here that is not its. */
  private static Connection withoutEnd(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Unit.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (NOT_FOR_JPA.contains(method.getName()) && method.getReturnType() == void.class) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
