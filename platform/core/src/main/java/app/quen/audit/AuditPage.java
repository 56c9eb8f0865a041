package app.quen.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the trail, newest first. Where entries had to be looked into it may hold fewer than
 * were asked for, or none, and there may be more all the same.
 *
 * @param next the sequence before which the next page begins; null after the last
 */
public record AuditPage(List<AuditEntry> items, @Nullable Long next) {}
