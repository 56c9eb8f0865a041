package app.quen.account.internal;

import app.quen.account.Invitation;
import app.quen.account.Invited;
import app.quen.account.NotFound;
import app.quen.mail.Letter;
import app.quen.mail.Mailer;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters to people whose address is still to be proven. */
@ApplicationScoped
public class Post {

  @Inject Mailer mailer;
  @Inject Tenants tenants;

  /** Never what a request calls the server: who sends it could have the link lead elsewhere. */
  @Inject
  @ConfigProperty(name = "quen.public.url")
  Optional<String> publicUrl;

  public boolean ready() {
    return mailer.ready() && publicUrl.filter(url -> !url.isBlank()).isPresent();
  }

  /**
   * Mails the link where that is possible; then it is told nobody else.
   *
   * @throws app.quen.mail.MailRefused if the letter was not taken
   */
  public Invited deliver(Invited invited, TenantId workspace) {
    if (!invited.invitation().mailed()) {
      return invited;
    }
    var tenant = tenants.find(workspace).orElseThrow(() -> new NotFound("workspace", workspace));
    mailer.send(invitation(invited.invitation(), tenant, String.valueOf(invited.token())));
    return new Invited(invited.invitation(), null);
  }

  private Letter invitation(Invitation invitation, Tenant workspace, String token) {
    // after the #: what opens the door is in no log of addresses on the way
    var link = page("invitation#" + token);
    return workspace.language().equals("vi")
        ? new Letter(
            invitation.email(),
            "[Quen] Lời mời vào " + workspace.name(),
            """
            Chào bạn,

            %s mời bạn cùng làm việc ở %s trên Quen.

            Mở liên kết này trong 7 ngày để nhận lời, chỉ dùng được một lần:
            %s

            Nếu bạn không biết lời mời này, hãy bỏ qua thư: không có gì xảy ra.
            """
                .formatted(invitation.invitedBy(), workspace.name(), link))
        : new Letter(
            invitation.email(),
            "[Quen] Invitation to " + workspace.name(),
            """
            Hello,

            %s asks you to work together in %s on Quen.

            Open this link within 7 days to accept; it works once:
            %s

            If you know nothing of this, leave it: nothing happens.
            """
                .formatted(invitation.invitedBy(), workspace.name(), link));
  }

  /** A code for who signs up with this address. */
  void code(String email, String language, String code) {
    mailer.send(
        language.equals("vi")
            ? new Letter(
                email,
                "[Quen] Mã xác nhận e-mail",
                """
                Chào bạn,

                Mã xác nhận để đăng ký Quen: %s

                Mã dùng được trong 30 phút. Nếu không phải bạn đăng ký, hãy bỏ qua thư này.
                """
                    .formatted(code))
            : new Letter(
                email,
                "[Quen] Code for your e-mail address",
                """
                Hello,

                The code to sign up for Quen: %s

                It is good for 30 minutes. If it is not you who signs up, leave this letter.
                """
                    .formatted(code)));
  }

  /** Instead of a code: who signs up and cannot read this learns nothing. */
  void known(String email, String language) {
    mailer.send(
        language.equals("vi")
            ? new Letter(
                email,
                "[Quen] Bạn đã có tài khoản",
                """
                Chào bạn,

                Có người vừa đăng ký Quen bằng e-mail này, nhưng e-mail này đã có tài khoản.
                Nếu là bạn, hãy đăng nhập: %s

                Nếu không phải bạn, hãy bỏ qua thư này: không có gì xảy ra.
                """
                    .formatted(page("signin")))
            : new Letter(
                email,
                "[Quen] You have an account already",
                """
                Hello,

                Somebody has just signed up for Quen with this address, but it has an account.
                If it was you, sign in: %s

                If it was not, leave this letter: nothing happens.
                """
                    .formatted(page("signin"))));
  }

  private String page(String path) {
    return publicUrl.orElseThrow().strip().replaceAll("/+$", "") + "/" + path;
  }
}
