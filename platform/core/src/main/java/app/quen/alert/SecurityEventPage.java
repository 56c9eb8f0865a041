package app.quen.alert;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the events, newest first.
 *
 * @param next the event before which the next page begins; null after the last
 */
public record SecurityEventPage(List<SecurityEvent> items, @Nullable UUID next) {}
