package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whose door somebody knocks at who has given an e-mail address and is not let in. */
@ApplicationScoped
public class FindKnocking {

  @Inject Accounts accounts;

  /**
   * @param workspaces of the account, which would be entered with it
   */
  public record Door(Account account, List<Workspace> workspaces) {}

  /**
   * @param email as it was written
   */
  public Optional<Door> find(String email) {
    return accounts
        .findByEmail(Form.normalEmail(email))
        .map(Accounts.Stored::account)
        .map(account -> new Door(account, accounts.workspaces(account.id())));
  }
}
