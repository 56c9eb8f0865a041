package app.quen.web.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A colleague to add. */
@Schema(
    name = "AddMember",
    examples =
        """
        {"email": "minh@sen.example", "name": "Trần Minh", "role": "sales",
         "password": "mot-mat-khau-dai-va-la"}\
        """)
public record AddMemberJson(
    @Schema(format = "email") String email,
    @Schema(description = "Of a new account.") @Nullable String name,
    @Schema(ref = "Role") String role,
    @Schema(
            format = "password",
            description =
                "The first password of a new account. Ignored where the e-mail has an account"
                    + " already: it is linked.")
        @Nullable String password) {}
