package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.account.internal.Repeats;
import app.quen.account.internal.Sessions;
import app.quen.control.ControlSchema;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import app.quen.provisioning.NewTenant;
import app.quen.provisioning.Provisioning;
import app.quen.provisioning.SlugTaken;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A signed-in account founds another workspace, and is switched to it. */
@ApplicationScoped
public class FoundWorkspace {

  @Inject Limits limits;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Provisioning provisioning;
  @Inject Repeats repeats;
  @Inject ControlSchema control;

  /**
   * @throws Rejected if a field does not fit or the slug is taken
   * @throws TooManyAttempts if too many were founded from this address
   */
  public Session found(Session session, String name, String slug, String industry, Client client) {
    return found(session, name, slug, industry, client, null).result();
  }

  /**
   * The same, once for a key of the account; a repeated request switches to the workspace again.
   *
   * @throws KeyMismatch if the account used the key for a different workspace
   * @throws app.quen.tenant.TenantUnavailable if the first request is still being done
   */
  public Done<Session> found(
      Session session,
      String name,
      String slug,
      String industry,
      Client client,
      @Nullable RequestKey key) {
    var form = new Form();
    var workspaceName = form.name("name", name);
    var address = form.slug("slug", slug);
    var field = form.industry("industry", industry);
    form.check();
    var account = session.account();
    var repeat = repeats.of(key, "workspace", workspaceName, address, field);
    return repeat.once(
        tenant -> enter(session, new TenantId(tenant)),
        () -> {
          limits.count("sign-up.address", client.address());
          try {
            return provisioning.provision(
                new NewTenant(address, workspaceName, field, account.language()),
                (sql, tenant) -> {
                  accounts.join(sql, account.id(), tenant.id(), "owner");
                  repeat.note(sql, tenant.id().value());
                  return sessions.move(sql, session, new Workspace(tenant, "owner"));
                });
          } catch (SlugTaken e) {
            throw repeat.taken(address);
          }
        });
  }

  private Session enter(Session session, TenantId tenant) {
    var workspace =
        accounts.workspaces(session.account().id()).stream()
            .filter(w -> w.tenant().equals(tenant))
            .findAny()
            .orElseThrow(() -> new NotFound("workspace", tenant));
    return control.transact(sql -> sessions.move(sql, session, workspace));
  }
}
