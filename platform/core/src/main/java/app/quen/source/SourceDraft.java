package app.quen.source;

import app.quen.text.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody declares of a source; in a change, null leaves what is.
 *
 * @param confidence absent: as the workspace trusts the standard source of the kind
 * @param apiKeyId of an {@code api} source
 */
public record SourceDraft(
    @Nullable String name,
    @Nullable String kind,
    @Nullable Text purpose,
    @Nullable String confidence,
    @Nullable Boolean active,
    @Nullable UUID apiKeyId) {}
