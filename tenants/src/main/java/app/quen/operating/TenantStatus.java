package app.quen.operating;

import app.quen.tenant.Tenant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the installation's staff sees it.
 *
 * @param schemaVersion the last migration that its schema has; null before the first
 * @param diskBytes data and indexes, as the database estimates them
 * @param rowEstimates roughly how many rows each table of its schema has, by table name
 */
public record TenantStatus(
    Tenant tenant,
    @Nullable String schemaVersion,
    int members,
    long diskBytes,
    Map<String, Long> rowEstimates) {}
