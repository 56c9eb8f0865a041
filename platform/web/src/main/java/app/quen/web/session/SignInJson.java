package app.quen.web.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person signs in with. */
@Schema(
    name = "SignIn",
    examples =
        """
        {"email": "lan@sen.example", "password": "hoa-sen-no-thang-6"}\
        """)
public record SignInJson(
    @Schema(format = "email") String email,
    @Schema(format = "password") String password,
    @Schema(
            description =
                "Of the authenticator application, or a recovery code: where a sign-in without it"
                    + " was answered `second-factor-required`.")
        @Nullable String code) {}
