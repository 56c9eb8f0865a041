package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.account.Client;
import app.quen.account.SignedIn;
import app.quen.account.Workspace;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.UUID;

/** Lets in who has proved to be the one, by whatever. */
@ApplicationScoped
public class Entrance {

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject ControlSchema control;

  /**
   * Into the workspace that the person used last.
   *
   * @param secondFactor whether more than the password was proved
   */
  public SignedIn enter(Account account, Client client, boolean secondFactor) {
    var workspace =
        accounts.workspaces(account.id()).stream()
            .min(Comparator.comparing(w -> w.state() != TenantState.ACTIVE))
            .orElse(null);
    return control.transact(
        sql -> {
          sessions.removeExpired(sql, account);
          return sessions.open(sql, account, workspace, client, secondFactor);
        });
  }

  /** By the provider of a workspace, and into this one. */
  public SignedIn enter(Account account, Workspace workspace, Client client, UUID provider) {
    return control.transact(
        sql -> {
          sessions.removeExpired(sql, account);
          return sessions.openByProvider(sql, account, workspace, client, provider);
        });
  }
}
