package app.quen.account;

import app.quen.account.internal.Form;
import app.quen.account.internal.SignInPolicies;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A workspace asks more, or less, of those who sign in; it holds for open sessions at once. */
@ApplicationScoped
public class ReviseSignInPolicy {

  private static final int SHORTEST_IDLE = 5;
  private static final int SHORTEST_ABSOLUTE = 15;
  private static final int MOST_SESSIONS = 100;
  private static final int LONGEST_CONFIRMATION = 8 * 60;

  @Inject SignInPolicies policies;

  /**
   * @param idleMinutes null leaves a value as it is, here and below
   * @param mostSessions 0 for as many as they like
   */
  public record Draft(
      @Nullable Integer idleMinutes,
      @Nullable Integer absoluteMinutes,
      @Nullable Integer mostSessions,
      @Nullable Integer confirmMinutes,
      @Nullable Boolean secondFactor) {}

  /**
   * @param version the one that was read
   * @throws Rejected if a value does not fit
   * @throws Changed if somebody else has changed it meanwhile
   */
  public SignInPolicy revise(TenantId tenant, Draft draft, int version) {
    var now = policies.of(tenant);
    if (now.version() != version) {
      throw new Changed();
    }
    var widest = policies.widest();
    var form = new Form();
    var absolute =
        form.within(
            "absoluteMinutes",
            draft.absoluteMinutes(),
            now.absoluteMinutes(),
            SHORTEST_ABSOLUTE,
            widest.absoluteMinutes());
    var idle =
        form.within(
            "idleMinutes",
            draft.idleMinutes(),
            Math.min(now.idleMinutes(), absolute),
            SHORTEST_IDLE,
            Math.min(widest.idleMinutes(), absolute));
    var most =
        form.within(
            "mostSessions",
            draft.mostSessions(),
            now.mostSessions() == null ? 0 : now.mostSessions(),
            0,
            MOST_SESSIONS);
    var confirm =
        form.within(
            "confirmMinutes",
            draft.confirmMinutes(),
            now.confirmMinutes(),
            1,
            LONGEST_CONFIRMATION);
    form.check();
    var next =
        new SignInPolicy(
            idle,
            absolute,
            most == 0 ? null : most,
            confirm,
            draft.secondFactor() == null ? now.secondFactor() : draft.secondFactor(),
            version + 1);
    if (!policies.store(tenant, next)) {
      throw new Changed();
    }
    return next;
  }
}
