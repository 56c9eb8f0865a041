package app.quen.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID Connect provider whose word a workspace takes for who its members are.
 *
 * @param label what people know it by
 * @param domains of the e-mail addresses that may come
 * @param joinRole of who comes for the first time; null: only who is a member already comes in
 * @param onlyWay whether all but owners have to come by it
 */
public record SignInProvider(
    UUID id,
    String issuer,
    String clientId,
    String label,
    List<String> domains,
    @Nullable String joinRole,
    boolean onlyWay,
    int version) {}
