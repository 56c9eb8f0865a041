package app.quen.web.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The link of an invitation: what stands after its #. */
@Schema(name = "InvitationToken")
public record InvitationTokenJson(@Schema(format = "password") String token) {}
