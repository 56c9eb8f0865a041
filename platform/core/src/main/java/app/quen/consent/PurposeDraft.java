package app.quen.consent;

import app.quen.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes of a purpose; in a change, null leaves what is.
 *
 * @param key cannot change later; absent: made from the English name
 * @param channels absent: all
 * @param text the first version; later ones come by {@link AddPurposeVersion}
 */
public record PurposeDraft(
    @Nullable String key,
    @Nullable Text name,
    @Nullable List<String> channels,
    @Nullable Boolean active,
    @Nullable Text text) {}
