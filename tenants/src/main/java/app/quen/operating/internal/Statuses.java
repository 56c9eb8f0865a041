package app.quen.operating.internal;

import app.quen.cell.Cells;
import app.quen.control.ControlSchema;
import app.quen.operating.TenantStatus;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gathers what staff sees: rows of the control schema, and sizes of schemas, never their rows. */
@ApplicationScoped
public class Statuses {

  private static final String SELECT =
      "SELECT "
          + TenantRow.COLUMNS
          + ", t.schema_version, (SELECT COUNT(*) FROM membership m WHERE m.tenant_id = t.id)"
          + " members FROM tenant t ";

  @Inject ControlSchema control;
  @Inject Cells cells;

  public List<TenantStatus> after(@Nullable String slug, int limit) {
    return control
        .call(
            sql ->
                sql.createQuery(SELECT + "WHERE t.slug > :slug ORDER BY t.slug LIMIT :limit")
                    .bind("slug", slug == null ? "" : slug)
                    .bind("limit", limit)
                    .map(
                        (row, context) ->
                            new Known(
                                TenantRow.map(row, context),
                                row.getString("schema_version"),
                                row.getInt("members")))
                    .list())
        .stream()
        .map(this::measured)
        .toList();
  }

  public Optional<TenantStatus> find(String slug) {
    return control
        .call(
            sql ->
                sql.createQuery(SELECT + "WHERE t.slug = :slug")
                    .bind("slug", slug)
                    .map(
                        (row, context) ->
                            new Known(
                                TenantRow.map(row, context),
                                row.getString("schema_version"),
                                row.getInt("members")))
                    .findOne())
        .map(this::measured);
  }

  private record Known(Tenant tenant, @Nullable String version, int members) {}

  private TenantStatus measured(Known known) {
    Map<String, Long> rows = new HashMap<>();
    long[] bytes = {0};
    Jdbi.create(cells.owner(known.tenant().cell()))
        .useHandle(
            sql ->
                sql.createQuery(
                        "SELECT table_name, table_rows, data_length + index_length bytes FROM"
                            + " information_schema.tables WHERE table_schema IN (:schema, :audit)")
                    .bind("schema", known.tenant().id().schema())
                    .bind("audit", known.tenant().id().auditSchema())
                    .map(
                        (row, context) -> {
                          bytes[0] += row.getLong("bytes");
                          return Map.entry(row.getString("table_name"), row.getLong("table_rows"));
                        })
                    .forEach(entry -> rows.put(entry.getKey(), entry.getValue())));
    return new TenantStatus(
        known.tenant(), known.version(), known.members(), bytes[0], Map.copyOf(rows));
  }
}
