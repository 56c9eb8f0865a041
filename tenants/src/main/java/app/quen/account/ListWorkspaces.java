package app.quen.account;

import app.quen.account.internal.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The workspaces that an account is a member of. */
@ApplicationScoped
public class ListWorkspaces {

  @Inject Accounts accounts;

  public List<Workspace> list(UUID account) {
    return accounts.workspaces(account);
  }
}
