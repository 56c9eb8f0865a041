package app.quen.web.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which workspace to go on in. */
@Schema(
    name = "SwitchWorkspace",
    examples =
        """
        {"slug": "cua-hang-sen"}\
        """)
public record SwitchWorkspaceJson(
    @Schema(description = "The address of one of the account's workspaces.") String slug) {}
