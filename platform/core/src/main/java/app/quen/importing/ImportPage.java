package app.quen.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of imports.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record ImportPage(List<ImportView> items, @Nullable String nextCursor) {}
