package app.quen.web.signin;

import app.quen.account.ReviseSignInPolicy;
import app.quen.account.SignInPolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a workspace asks of those who sign in. */
@Schema(
    name = "SignInPolicy",
    description = "What the workspace asks of those who sign in. It holds for open sessions too.")
public record SignInPolicyJson(
    @Schema(description = "After how many minutes without a request a session ends.")
        int idleMinutes,
    @Schema(description = "After how many minutes a session ends whatever happens.")
        int absoluteMinutes,
    @Schema(
            description =
                "How many sessions a member may have at the same time; null for as many as they"
                    + " like. A further one ends the one that was used least lately.")
        @Nullable Integer mostSessions,
    @Schema(
            description =
                "For how many minutes a sign-in or a confirmation is enough for what is delicate.")
        int confirmMinutes,
    @Schema(
            description =
                "Whether members have to prove more than a password. Who has set up nothing yet"
                    + " reaches only their account until they have.")
        boolean secondFactor,
    @Schema(description = "The most that this installation allows.") int widestIdleMinutes,
    @Schema(description = "The most that this installation allows.") int widestAbsoluteMinutes,
    int version) {

  static SignInPolicyJson of(SignInPolicy policy, SignInPolicy widest) {
    return new SignInPolicyJson(
        policy.idleMinutes(),
        policy.absoluteMinutes(),
        policy.mostSessions(),
        policy.confirmMinutes(),
        policy.secondFactor(),
        widest.idleMinutes(),
        widest.absoluteMinutes(),
        policy.version());
  }

  /** What is to change; what is absent stays. */
  @Schema(
      name = "SignInPolicyPatch",
      description = "What is absent stays as it is.",
      examples =
          """
          {"idleMinutes": 60, "mostSessions": 3}\
          """)
  public record PatchJson(
      @Nullable Integer idleMinutes,
      @Nullable Integer absoluteMinutes,
      @Schema(description = "0 for as many as they like.") @Nullable Integer mostSessions,
      @Nullable Integer confirmMinutes,
      @Nullable Boolean secondFactor) {

    ReviseSignInPolicy.Draft toDraft() {
      return new ReviseSignInPolicy.Draft(
          idleMinutes, absoluteMinutes, mostSessions, confirmMinutes, secondFactor);
    }
  }
}
