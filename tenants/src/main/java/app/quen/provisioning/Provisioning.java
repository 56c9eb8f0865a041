package app.quen.provisioning;

import app.quen.cell.Cells;
import app.quen.cell.Conflicts;
import app.quen.cell.Definitions;
import app.quen.control.ControlSchema;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantRow;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes tenants, all or nothing. The row in the control schema comes first, in the state
 * PROVISIONING, and goes last, so that nothing exists which no row tells of; what a crash leaves
 * behind is removed by {@link #sweep}.
 */
@ApplicationScoped
public class Provisioning {

  private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

  /** Each takes connections of the owner's pool, which is small. */
  private final Semaphore atOnce = new Semaphore(2, true);

  @Inject Cells cells;
  @Inject ControlSchema control;
  @Inject Migrations migrations;
  @Inject Tenants tenants;

  /**
   * Makes the tenant with its schema and role.
   *
   * @param last what else belongs to it; runs in the transaction that makes the tenant active, may
   *     be run again, and undoes everything by throwing
   * @throws SlugTaken if the slug is not free
   */
  public <T> T provision(NewTenant wanted, BiFunction<Handle, Tenant, T> last) {
    atOnce.acquireUninterruptibly();
    try {
      return provisionClaimed(wanted, last);
    } finally {
      atOnce.release();
    }
  }

  private <T> T provisionClaimed(NewTenant wanted, BiFunction<Handle, Tenant, T> last) {
    var id = new TenantId(UuidCreator.getTimeOrderedEpoch());
    try (var claim = Claim.tryTake(cells.owner(Cells.MAIN), id)) {
      if (claim == null) {
        throw new IllegalStateException("a new id cannot be claimed already: " + id);
      }
      var tenant = reserve(id, wanted);
      try {
        build(tenant);
        return control.transact(sql -> last.apply(sql, activate(sql, tenant)));
      } catch (RuntimeException e) {
        try {
          discard(tenant);
        } catch (RuntimeException inTheWay) {
          e.addSuppressed(inTheWay);
        }
        throw e;
      }
    }
  }

  private Tenant reserve(TenantId id, NewTenant wanted) {
    var tenant =
        new Tenant(
            id,
            wanted.slug(),
            wanted.name(),
            wanted.industry(),
            wanted.language(),
            TenantState.PROVISIONING,
            null,
            cell(),
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    if (!insert(tenant)) {
      tenants
          .findBySlug(wanted.slug())
          .filter(other -> other.state() == TenantState.PROVISIONING)
          .ifPresent(this::removeIfAbandoned);
      if (!insert(tenant)) {
        throw new SlugTaken(wanted.slug());
      }
    }
    return tenant;
  }

  private boolean insert(Tenant tenant) {
    try {
      control.run(
          sql ->
              sql.createUpdate(
                      "INSERT INTO tenant (id, slug, name, industry, language, state, cell,"
                          + " created_at) VALUES (:id, :slug, :name, :industry, :language, :state,"
                          + " :cell, :at)")
                  .bind("id", tenant.id().value())
                  .bind("slug", tenant.slug())
                  .bind("name", tenant.name())
                  .bind("industry", tenant.industry())
                  .bind("language", tenant.language())
                  .bind("state", tenant.state().name())
                  .bind("cell", tenant.cell())
                  .bind("at", tenant.createdAt())
                  .execute());
      return true;
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "slug")) {
        return false;
      }
      throw e;
    }
  }

  /** The cell with the fewest tenants among those that take more. */
  private String cell() {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT c.name FROM cell c LEFT JOIN tenant t ON t.cell = c.name"
                        + " WHERE c.takes_tenants GROUP BY c.name ORDER BY COUNT(t.id), c.name"
                        + " LIMIT 1")
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no cell takes new tenants")));
  }

  private void build(Tenant tenant) {
    var schema = tenant.id().schema();
    var role = tenant.id().role();
    Definitions.execute(
        cells.owner(tenant.cell()),
        "CREATE DATABASE `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci"
            .formatted(schema),
        "CREATE ROLE `%s`".formatted(role),
        "GRANT SELECT, INSERT, UPDATE, DELETE ON `%s`.* TO `%s`"
            .formatted(Definitions.pattern(schema), role),
        "GRANT `%s` TO %s".formatted(role, cells.appAccount()));
    migrations.migrate(tenant);
  }

  private static Tenant activate(Handle sql, Tenant tenant) {
    sql.createUpdate("UPDATE tenant SET state = 'ACTIVE' WHERE id = :id")
        .bind("id", tenant.id().value())
        .execute();
    return new Tenant(
        tenant.id(),
        tenant.slug(),
        tenant.name(),
        tenant.industry(),
        tenant.language(),
        TenantState.ACTIVE,
        null,
        tenant.cell(),
        tenant.createdAt());
  }

  /** Removes what makers left behind that have died. */
  public void sweep() {
    control
        .call(
            sql ->
                sql.createQuery(
                        "SELECT "
                            + TenantRow.COLUMNS
                            + " FROM tenant t WHERE t.state = 'PROVISIONING'")
                    .map(TenantRow::map)
                    .list())
        .forEach(this::removeIfAbandoned);
  }

  private void removeIfAbandoned(Tenant tenant) {
    try (var claim = Claim.tryTake(cells.owner(Cells.MAIN), tenant.id())) {
      if (claim != null) {
        LOG.info("Removing {}, whose making was not finished", tenant.slug());
        discard(tenant);
      }
    }
  }

  /** Needs the claim. The commit that failed may have happened all the same: look, then remove. */
  private void discard(Tenant tenant) {
    var unfinished =
        tenants
            .find(tenant.id())
            .filter(found -> found.state() == TenantState.PROVISIONING)
            .isPresent();
    if (unfinished) {
      Definitions.execute(
          cells.owner(tenant.cell()),
          "DROP DATABASE IF EXISTS `%s`".formatted(tenant.id().auditSchema()),
          "DROP DATABASE IF EXISTS `%s`".formatted(tenant.id().schema()),
          "DROP ROLE IF EXISTS `%s`".formatted(tenant.id().role()));
      control.run(
          sql ->
              sql.createUpdate("DELETE FROM tenant WHERE id = :id AND state = 'PROVISIONING'")
                  .bind("id", tenant.id().value())
                  .execute());
    }
  }
}
