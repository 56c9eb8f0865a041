package app.quen.view;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says about a view; null where nothing is said. */
public record ViewDraft(
    @Nullable String record,
    @Nullable String name,
    @Nullable String scope,
    @Nullable JsonObject query,
    @Nullable List<String> columns,
    @Nullable String density) {}
