package app.quen.account;

import app.quen.account.internal.Invitations;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows who holds the link what they are invited to; not whether they have an account. */
@ApplicationScoped
public class ReadInvitation {

  @Inject Invitations invitations;
  @Inject Tenants tenants;

  /**
   * @param workspace its name
   */
  public record Asked(Invitation invitation, TenantId tenant, String workspace) {}

  /**
   * @throws NotFound if no invitation has this token (any more)
   * @throws Rejected if its time is over (field {@code token}, code {@code expired})
   * @throws app.quen.limit.TooManyAttempts if too many tokens from this address were none
   */
  public Asked read(String token, Client client) {
    var held = invitations.open(token, client);
    var workspace =
        tenants.find(held.tenant()).orElseThrow(() -> new NotFound("workspace", held.tenant()));
    return new Asked(held.invitation(), held.tenant(), workspace.name());
  }
}
