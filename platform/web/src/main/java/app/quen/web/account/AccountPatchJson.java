package app.quen.web.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an account may change about itself; what is absent stays. */
@Schema(
    name = "AccountPatch",
    description = "What is absent stays as it is.",
    examples =
        """
        {"language": "en"}\
        """)
public record AccountPatchJson(
    @Nullable String name, @Schema(ref = "Language") @Nullable String language) {}
