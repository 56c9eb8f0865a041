package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.control.ControlSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes what people call the account, and the language it is addressed in. */
@ApplicationScoped
public class ReviseAccount {

  @Inject Accounts accounts;
  @Inject ControlSchema control;

  /** Null leaves a value as it is. */
  public Account revise(UUID account, @Nullable String name, @Nullable String language) {
    var form = new Form();
    var newName = name == null ? null : form.name("name", name);
    var newLanguage = language == null ? null : form.language("language", language);
    form.check();
    control.run(
        sql ->
            sql.createUpdate(
                    "UPDATE account SET name = COALESCE(:name, name),"
                        + " language = COALESCE(:language, language) WHERE id = :id")
                .bind("name", newName)
                .bind("language", newLanguage)
                .bind("id", account)
                .execute());
    return accounts.find(account).orElseThrow(() -> new NotFound("account", account)).account();
  }
}
