package app.quen.web.session;

import app.quen.web.account.AccountJson;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is signed in, where, and what they may do there. */
@Schema(name = "Session", description = "Who is signed in, where, and what they may do there.")
public record SessionJson(
    AccountJson account,
    Current workspace,
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
        String csrfToken) {

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
      @Schema(ref = "Role") String role) {}
}
