package app.quen.web.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The role that a member is to have. */
@Schema(name = "RoleOfMember")
public record RoleOfMemberJson(@Schema(ref = "Role") String role) {}
