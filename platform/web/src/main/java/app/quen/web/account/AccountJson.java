package app.quen.web.account;

import app.quen.account.Account;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person who can sign in. */
@Schema(name = "Account", description = "A person who can sign in.")
public record AccountJson(
    UUID id,
    @Schema(examples = "Nguyễn Thị Lan") String name,
    @Schema(format = "email", examples = "lan@sen.example") String email,
    @Schema(ref = "Language") String language) {

  public static AccountJson of(Account account) {
    return new AccountJson(account.id(), account.name(), account.email(), account.language());
  }
}
