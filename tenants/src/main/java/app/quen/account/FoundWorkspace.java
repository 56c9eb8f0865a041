package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.account.internal.Limits;
import app.quen.account.internal.Sessions;
import app.quen.provisioning.NewTenant;
import app.quen.provisioning.Provisioning;
import app.quen.provisioning.SlugTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A signed-in account founds another workspace, and is switched to it. */
@ApplicationScoped
public class FoundWorkspace {

  @Inject Limits limits;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Provisioning provisioning;

  /**
   * @throws Rejected if a field does not fit or the slug is taken
   * @throws TooManyAttempts if too many were founded from this address
   */
  public Session found(Session session, String name, String slug, String industry, Client client) {
    var form = new Form();
    var workspaceName = form.name("name", name);
    var address = form.slug("slug", slug);
    var field = form.industry("industry", industry);
    form.check();
    limits.count("sign-up.address", client.address());
    var account = session.account();
    try {
      return provisioning.provision(
          new NewTenant(address, workspaceName, field, account.language()),
          (sql, tenant) -> {
            accounts.join(sql, account.id(), tenant.id(), "owner");
            return sessions.move(sql, session, new Workspace(tenant, "owner"));
          });
    } catch (SlugTaken e) {
      throw new Rejected(List.of(Form.slugTaken("slug")));
    }
  }
}
