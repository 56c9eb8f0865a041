package app.quen.view;

import app.quen.access.Actor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list under a name.
 *
 * @param record {@code customer}, {@code order}, {@code interaction}, {@code feedback} or {@code
 *     task}
 * @param scope {@code private} or {@code workspace}
 * @param query {@code {q, filters, sort, archived}}
 * @param columns field keys; empty for the usual ones
 * @param density {@code comfortable} or {@code compact}; null for the usual one
 * @param own whether who is acting made it
 */
public record SavedView(
    UUID id,
    int version,
    String record,
    String name,
    String scope,
    JsonObject query,
    List<String> columns,
    @Nullable String density,
    boolean own,
    Instant createdAt,
    Actor createdBy,
    Instant updatedAt) {}
