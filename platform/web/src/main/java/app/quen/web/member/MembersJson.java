package app.quen.web.member;

import app.quen.account.Member;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The people of a workspace. */
@Schema(name = "Members")
public record MembersJson(List<MemberJson> items) {

  /** A person of the workspace. */
  @Schema(name = "Member")
  public record MemberJson(
      @Schema(description = "The id of the account.") UUID id,
      String name,
      @Schema(format = "email") String email,
      @Schema(ref = "Role") String role) {

    static MemberJson of(Member member) {
      return new MemberJson(member.id(), member.name(), member.email(), member.role());
    }
  }
}
