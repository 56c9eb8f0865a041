package app.quen.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the trail, newest first.
 *
 * @param next the sequence before which the next page begins; null after the last
 */
public record AuditPage(List<AuditEntry> items, @Nullable Long next) {}
