package app.quen.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account proves itself with beside the password.
 *
 * @param totpSince since when an authenticator application's codes are asked for; null if they are
 *     not
 * @param passkeys how many passkeys it has
 * @param recoveryCodesLeft how many recovery codes were not used yet
 */
public record SecondFactor(@Nullable Instant totpSince, int passkeys, int recoveryCodesLeft) {}
