package app.quen.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a tenant from a row of the control schema; for this room's own queries. */
public final class TenantRow {

  /** What a query selects, from {@code tenant t}. */
  public static final String COLUMNS =
      "t.id t_id, t.slug t_slug, t.name t_name, t.industry t_industry, t.language t_language,"
          + " t.state t_state, t.state_reason t_state_reason, t.cell t_cell,"
          + " t.created_at t_created_at";

  private TenantRow() {}

  public static Tenant map(ResultSet row, StatementContext context) throws SQLException {
    return new Tenant(
        new TenantId(row.getObject("t_id", UUID.class)),
        row.getString("t_slug"),
        row.getString("t_name"),
        row.getString("t_industry"),
        row.getString("t_language"),
        TenantState.valueOf(row.getString("t_state")),
        row.getString("t_state_reason"),
        row.getString("t_cell"),
        row.getTimestamp("t_created_at").toInstant());
  }
}
