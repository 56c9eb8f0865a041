package app.quen.web.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who comes in by an invitation and has no account. */
@Schema(name = "Newcomer")
public record NewcomerJson(
    @Schema(format = "password", description = "What stands in the link after its #.") String token,
    @Schema(description = "What people call you.") String name,
    @Schema(
            format = "password",
            description =
                "At least 15 characters; passwords that are known to attackers are refused.")
        String password) {}
