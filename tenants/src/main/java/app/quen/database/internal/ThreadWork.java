package app.quen.database.internal;

import app.quen.cell.Conflicts;
import app.quen.database.Overtaken;
import app.quen.database.Work;
import app.quen.start.Started;
import app.quen.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unit of work of each thread. */
@ApplicationScoped
class ThreadWork implements Work {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadWork.class);

  private final ThreadLocal<Unit> open = new ThreadLocal<>();

  @Inject Tenants tenants;
  @Inject TenantConnections connections;
  @Inject EntityFactory factory;
  private Jdbi jdbi;

  @PostConstruct
  void start() {
    jdbi =
        Jdbi.create(
            new ConnectionFactory() {
              @Override
              public Connection openConnection() {
                return unit().connection;
              }

              @Override
              public void closeConnection(Connection connection) {
                // the unit closes it
              }
            });
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    factory.serve(this::connectionForJpa);
  }

  /** JPA takes a second to begin: meanwhile, and not in somebody's first request. */
  void warm(@Observes @Priority(20) Started started) {
    var thread = new Thread(this::begin, "quen-entities");
    thread.setDaemon(true);
    thread.start();
  }

  private void begin() {
    try {
      factory.create().close();
    } catch (RuntimeException e) {
      LOG.error("JPA does not begin, and will be tried again by each request", e);
    }
  }

  @Override
  public boolean isOpen() {
    return open.get() != null;
  }

  @PreDestroy
  void stop() {
    factory.close();
  }

  /** What JPA works on: the open unit's connection, or one that can read nothing. */
  private Connection connectionForJpa() throws SQLException {
    @Nullable Unit unit = open.get();
    return unit == null ? connections.acquireWithoutTenant() : unit.connectionForJpa;
  }

  @Override
  public <T> T transact(Supplier<T> work) {
    if (open.get() != null) {
      unit();
      return work.get();
    }
    var done = Conflicts.retry(() -> once(work), e -> e instanceof Overtaken || Conflicts.lost(e));
    for (var action : done.afterCommit()) {
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.error("An action after commit failed; the commit stands", e);
      }
    }
    return done.result();
  }

  private record Done<T>(T result, List<Runnable> afterCommit) {}

  private <T> Done<T> once(Supplier<T> work) {
    var tenant = tenants.current();
    Unit unit;
    try {
      unit = new Unit(tenant, connections.acquire(tenant));
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
    open.set(unit);
    try {
      var result = work.get();
      unit();
      for (var action : unit.beforeCommit) {
        action.run();
      }
      if (unit.entities != null) {
        commit(unit.entities);
      }
      unit.connection.commit();
      return new Done<>(result, List.copyOf(unit.afterCommit));
    } catch (SQLException e) {
      throw new TransactionException("the commit failed", e);
    } finally {
      try {
        closeViews(unit);
      } finally {
        open.remove();
        connections.release(tenant, unit.connection);
      }
    }
  }

  /** Writes the changes; what went wrong is thrown as it is and not wrapped by JPA. */
  private static void commit(EntityManager entities) {
    try {
      entities.getTransaction().commit();
    } catch (RollbackException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void closeViews(Unit unit) {
    if (unit.entities != null) {
      if (unit.entities.getTransaction().isActive()) {
        unit.entities.getTransaction().rollback();
      }
      unit.entities.close();
    }
    if (unit.sql != null) {
      unit.sql.close();
    }
  }

  @Override
  public EntityManager entities() {
    var unit = unit();
    if (unit.entities == null) {
      unit.entities = factory.create();
      unit.entities.getTransaction().begin();
    }
    return unit.entities;
  }

  @Override
  public Handle sql() {
    var unit = unit();
    if (unit.entities != null) {
      unit.entities.flush();
    }
    if (unit.sql == null) {
      unit.sql = jdbi.open();
    }
    return unit.sql;
  }

  @Override
  public void beforeCommit(Runnable action) {
    unit().beforeCommit.add(action);
  }

  @Override
  public <T> T companion(Class<T> type, Supplier<T> begin) {
    return type.cast(unit().companions.computeIfAbsent(type, none -> begin.get()));
  }

  @Override
  public void afterCommit(Runnable action) {
    unit().afterCommit.add(action);
  }

  private Unit unit() {
    @Nullable Unit unit = open.get();
    if (unit == null) {
      throw new IllegalStateException(
          "no unit of work is open: this belongs inside Work.transact or an @InTransaction method");
    }
    if (!unit.tenant.id().equals(tenants.current().id())) {
      throw new IllegalStateException(
          "the open unit of work belongs to another tenant than the one that was entered inside"
              + " it; end it first");
    }
    return unit;
  }
}
