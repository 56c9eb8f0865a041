package app.quen.database.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * The one entity manager factory for all tenants. What would remember rows or statements across
 * tenants is off: with EclipseLink's shared cache one tenant was given another's entity.
 */
@ApplicationScoped
class EntityFactory {

  @Inject
  @ConfigProperty(name = "quen.persistence.unit", defaultValue = "tenant")
  String unitName;

  private @Nullable Source source;
  private @Nullable EntityManagerFactory factory;

  void serve(Source connections) {
    source = connections;
  }

  EntityManager create() {
    return factory().createEntityManager();
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      factory = open();
    }
    return factory;
  }

  private EntityManagerFactory open() {
    Map<String, Object> settings = new HashMap<>();
    // a persistence.xml would be deployed by the server itself, against its default data source
    settings.put("eclipselink.persistencexml", "META-INF/quen-persistence.xml");
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.nonJtaDataSource", new Routed(source));
    settings.put("jakarta.persistence.sharedCache.mode", "NONE");
    settings.put("jakarta.persistence.validation.mode", "NONE");
    settings.put("jakarta.persistence.schema-generation.database.action", "none");
    settings.put("eclipselink.weaving", "false");
    settings.put("eclipselink.target-database", "MariaDB");
    settings.put("eclipselink.target-server", "None");
    settings.put("eclipselink.jdbc.cache-statements", "false");
    settings.put("eclipselink.session-name", "quen-" + unitName);
    settings.put("eclipselink.logging.level", "SEVERE");
    settings.put("eclipselink.logging.logger", "JavaLogger");
    settings.put("eclipselink.classloader", EntityFactory.class.getClassLoader());
    var opened = new PersistenceProvider().createEntityManagerFactory(unitName, settings);
    if (opened == null) {
      throw new IllegalStateException(
          "there is no META-INF/quen-persistence.xml with the unit "
              + unitName
              + " on the class path");
    }
    return opened;
  }

  synchronized void close() {
    if (factory != null && factory.isOpen()) {
      factory.close();
    }
    factory = null;
  }

  /** Where JPA's connections come from. */
  interface Source {
    Connection get() throws SQLException;
  }

  /** The source as the data source that JPA wants. */
  private record Routed(Source source) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
      return source.get();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return source.get();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
