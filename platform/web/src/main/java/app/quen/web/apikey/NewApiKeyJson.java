package app.quen.web.apikey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key to make. */
@Schema(
    name = "NewApiKey",
    examples =
        """
        {"name": "Website form", "permissions": ["customer:create"],
         "expiresAt": "2027-12-31T00:00:00Z"}\
        """)
public record NewApiKeyJson(
    String name,
    @Schema(description = "At most what the maker may do.") List<String> permissions,
    @Nullable Instant expiresAt) {}
