package app.quen.account;

import org.jspecify.annotations.Nullable;

/**
 * What a workspace asks of its members' sessions.
 *
 * @param idleMinutes after how long without a request a session ends
 * @param absoluteMinutes after how long it ends whatever happens
 * @param mostSessions how many one member may have at the same time; null for as many as they like
 * @param confirmMinutes how long a sign-in, or having proved again to be the one, is enough for
 *     what is delicate
 * @param secondFactor whether members have to prove more than a password
 * @param version 0 as long as nobody has set anything
 */
public record SignInPolicy(
    int idleMinutes,
    int absoluteMinutes,
    @Nullable Integer mostSessions,
    int confirmMinutes,
    boolean secondFactor,
    int version) {}
