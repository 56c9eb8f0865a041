package app.quen.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A business that signed up, as the control schema knows it.
 *
 * @param slug the address that people type, unique, lower case
 * @param language BCP 47, {@code vi} or {@code en}
 * @param cell the name of the MariaDB cell where its schema lives
 * @param stateReason why it is in this state, where an operator gave a reason
 */
public record Tenant(
    TenantId id,
    String slug,
    String name,
    String industry,
    String language,
    TenantState state,
    @Nullable String stateReason,
    String cell,
    Instant createdAt) {}
