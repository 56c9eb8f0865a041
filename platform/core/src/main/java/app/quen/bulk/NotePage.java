package app.quen.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what a run left alone. */
public record NotePage(List<BulkView.Note> items, @Nullable String nextCursor) {}
