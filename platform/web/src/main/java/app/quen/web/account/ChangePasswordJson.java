package app.quen.web.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password, proven by the old one. */
@Schema(name = "ChangePassword")
public record ChangePasswordJson(
    @Schema(format = "password") String currentPassword,
    @Schema(format = "password") String newPassword) {}
