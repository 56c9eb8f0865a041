package app.quen.plugin;

import java.util.UUID;

/**
 * The business that a call works for.
 *
 * @param id never changes and is never used again for another one
 * @param slug the address that people type; lower case; may change
 * @param name as its owner wrote it; may change
 * @param industry {@code retail}, {@code telecom}, {@code health}, {@code education}, {@code
 *     services} or {@code other}; more may come
 * @since 0.1
 */
public record Tenant(UUID id, String slug, String name, String industry) {}
