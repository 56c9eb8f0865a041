package app.quen.web.session;

import app.quen.access.Permissions;
import app.quen.account.Session;
import app.quen.tenant.TenantState;
import app.quen.web.account.AccountJson;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is signed in, where, and what they may do there. */
@Schema(name = "Session", description = "Who is signed in, where, and what they may do there.")
public record SessionJson(
    AccountJson account,
    @Schema(description = "Null where the account is in none (any more).")
        @Nullable Current workspace,
    @Schema(description = "All workspaces of the account, the current one included.")
        List<Workspace> workspaces,
    @Schema(
            description = "What the account may do in this workspace.",
            examples = "[\"customer:read\", \"customer:create\"]")
        List<String> permissions,
    @Schema(
            description =
                "To be sent as X-CSRF-Token with every POST, PUT, PATCH and DELETE that is"
                    + " authenticated by the cookie.")
        String csrfToken,
    @Schema(
            description =
                "Whether the workspace wants more than a password and nothing more was proved: only"
                    + " the account can be worked on.")
        boolean secondFactorMissing,
    @Schema(
            description =
                "Whether the person came by the workspace's provider: the session is good for this"
                    + " workspace alone, and not for the account.")
        boolean byProvider,
    @Schema(
            description =
                "Whether the workspace wants its people to come by its provider, and this one did"
                    + " not: only the account can be worked on.")
        boolean providerMissing) {

  /** The workspace that the session is in. */
  @Schema(name = "CurrentWorkspace")
  public record Current(
      UUID id,
      String slug,
      String name,
      @Schema(ref = "Industry") String industry,
      @Schema(ref = "Role") String role,
      @Schema(ref = "Language") String language) {}

  /** A workspace that the account can switch to. */
  @Schema(name = "Workspace")
  public record Workspace(
      UUID id,
      String slug,
      String name,
      @Schema(ref = "Industry") String industry,
      @Schema(ref = "Role") String role,
      @Schema(description = "A suspended workspace is listed but cannot be entered.")
          boolean suspended) {}

  /**
   * @param permissions what the role permits in the workspace that the session is in
   */
  static SessionJson of(
      Session session, List<app.quen.account.Workspace> workspaces, Set<String> permissions) {
    var in = session.workspace();
    return new SessionJson(
        AccountJson.of(session.account()),
        in == null ? null : current(in),
        workspaces.stream().map(SessionJson::workspace).toList(),
        List.copyOf(Permissions.implied(permissions)),
        session.csrfToken(),
        session.secondFactorMissing(),
        session.byProvider(),
        session.providerMissing());
  }

  private static Current current(app.quen.account.Workspace in) {
    return new Current(
        in.tenant().value(), in.slug(), in.name(), in.industry(), in.role(), in.language());
  }

  private static Workspace workspace(app.quen.account.Workspace of) {
    return new Workspace(
        of.tenant().value(),
        of.slug(),
        of.name(),
        of.industry(),
        of.role(),
        of.state() == TenantState.SUSPENDED);
  }
}
