package app.quen.web.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a business gives to get a workspace. */
@Schema(
    name = "SignUp",
    examples =
        """
        {"workspaceName": "Cửa hàng Sen", "slug": "cua-hang-sen", "industry": "retail",
         "name": "Nguyễn Thị Lan", "email": "lan@sen.example", "password": "hoa-sen-no-thang-6",
         "language": "vi"}\
        """)
public record SignUpJson(
    @Schema(description = "What people call the business.") String workspaceName,
    @Schema(
            description =
                "The workspace's address: 3 to 40 lower-case letters, digits and dashes; unique.")
        String slug,
    @Schema(ref = "Industry") String industry,
    @Schema(description = "The name of the person who signs up.") String name,
    @Schema(format = "email") String email,
    @Schema(
            format = "password",
            description =
                "At least 12 characters; passwords that are known to attackers are refused.")
        String password,
    @Schema(ref = "Language") String language,
    @Schema(
            description =
                "What was mailed to the address: where a sign-up without it was answered"
                    + " `address-proof-required`.")
        @Nullable String code) {}
