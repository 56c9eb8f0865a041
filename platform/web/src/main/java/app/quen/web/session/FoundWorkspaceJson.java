package app.quen.web.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A further workspace of an account that exists. */
@Schema(
    name = "FoundWorkspace",
    examples =
        """
        {"name": "Sen Đà Nẵng", "slug": "sen-da-nang", "industry": "retail"}\
        """)
public record FoundWorkspaceJson(
    String name,
    @Schema(description = "The workspace's address; unique.") String slug,
    @Schema(ref = "Industry") String industry) {}
