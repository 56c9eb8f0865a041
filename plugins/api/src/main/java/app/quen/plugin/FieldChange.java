package app.quen.plugin;

import org.jspecify.annotations.Nullable;

/**
 * How one field changed.
 *
 * @param field the full key
 * @param before the value before, of the types that {@link CustomerRecord} names; null if there was
 *     none
 * @param after the value now; null if there is none any more
 * @since 0.1
 */
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {}
