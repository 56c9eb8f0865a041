package app.quen.web.ops;

import app.quen.fact.CountDeliveries;
import app.quen.operating.TenantStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as operators see it: its state and size, nothing of its content.
 *
 * @param pendingFacts with {@code deadLetters}: only where one tenant is shown, and it can be
 *     entered
 */
public record TenantJson(
    UUID id,
    String slug,
    String name,
    String industry,
    String state,
    @Nullable String reason,
    String cell,
    String schema,
    Instant createdAt,
    @Nullable String schemaVersion,
    int members,
    long customersEstimate,
    long diskBytes,
    @Nullable Long pendingFacts,
    @Nullable Long deadLetters) {

  static TenantJson of(TenantStatus status, CountDeliveries.@Nullable Backlog backlog) {
    var tenant = status.tenant();
    return new TenantJson(
        tenant.id().value(),
        tenant.slug(),
        tenant.name(),
        tenant.industry(),
        tenant.state().name().toLowerCase(Locale.ROOT),
        tenant.stateReason(),
        tenant.cell(),
        tenant.id().schema(),
        tenant.createdAt(),
        status.schemaVersion(),
        status.members(),
        status.rowEstimates().getOrDefault("customer", 0L),
        status.diskBytes(),
        backlog == null ? null : backlog.pendingFacts(),
        backlog == null ? null : backlog.deadLetters());
  }

  /** A page of tenants. */
  public record PageJson(List<TenantJson> items, @Nullable String nextCursor) {}

  /** Why a tenant is suspended. */
  public record SuspendJson(String reason) {}
}
