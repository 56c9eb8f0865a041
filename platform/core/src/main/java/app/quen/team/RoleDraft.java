package app.quen.team;

import app.quen.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a role, not yet held against the rules; null is absent.
 *
 * @param key of a new one only
 * @param reach by type of record, as {@link app.quen.access.Reach#word} says it
 * @param fields by type of record and key, as {@link app.quen.access.FieldAccess#word} says it
 */
public record RoleDraft(
    @Nullable String key,
    @Nullable Text label,
    @Nullable List<String> permissions,
    @Nullable Map<String, String> reach,
    @Nullable Map<String, Map<String, String>> fields) {}
