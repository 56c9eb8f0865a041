package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.PasswordRules;
import app.quen.account.internal.Repeats;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a colleague into a workspace. */
@ApplicationScoped
public class AddMember {

  @Inject Accounts accounts;
  @Inject PasswordRules rules;
  @Inject PasswordHashes hashes;
  @Inject Tenants tenants;
  @Inject ControlSchema control;
  @Inject Repeats repeats;

  /**
   * @param name and {@code password}: of the new account; ignored if the e-mail address has one
   *     already
   */
  public record NewMember(
      String email, @Nullable String name, String role, @Nullable String password) {}

  /**
   * @throws Rejected if a field does not fit, or the account is a member already (field {@code
   *     email}, code {@code taken})
   */
  public Member add(TenantId tenant, NewMember member) {
    return add(tenant, member, null).result();
  }

  /**
   * The same, once for a key of the caller in the workspace. The password does not tell two
   * requests apart: what is kept must not give it away.
   *
   * @throws KeyMismatch if the caller used the key for a different colleague
   */
  public Done<Member> add(TenantId tenant, NewMember member, @Nullable RequestKey key) {
    var form = new Form();
    var email = form.email("email", member.email());
    var role = form.role("role", member.role());
    form.check();
    var repeat = repeats.of(key, "member of " + tenant, email, member.name(), role);
    return repeat.once(
        account ->
            accounts
                .find(account)
                .map(Accounts.Stored::account)
                .map(of -> new Member(of.id(), of.name(), of.email(), role))
                .orElseThrow(() -> new NotFound("account", account)),
        () -> {
          var stored = accounts.findByEmail(email);
          return stored.isPresent()
              ? join(stored.get().account(), tenant, role, repeat)
              : make(email, role, tenant, member, repeat);
        });
  }

  private Member make(
      String email, String role, TenantId tenant, NewMember member, Repeats.Repeat repeat) {
    var workspace = tenants.find(tenant).orElseThrow(() -> new NotFound("workspace", tenant));
    var form = new Form();
    var name = form.name("name", member.name());
    var password = member.password() == null ? "" : member.password();
    var about = List.of(name, email.replaceAll("@.*", ""), workspace.slug(), workspace.name());
    form.add(rules.check("password", password, about));
    form.check();
    var hash = hashes.hash(password);
    return control.transact(
        sql -> {
          var account = accounts.insert(sql, name, email, workspace.language(), hash, "email");
          accounts.join(sql, account.id(), tenant, role);
          repeat.note(sql, account.id());
          return new Member(account.id(), name, email, role);
        });
  }

  private Member join(Account account, TenantId tenant, String role, Repeats.Repeat repeat) {
    try {
      return control.transact(
          sql -> {
            accounts.join(sql, account.id(), tenant, role);
            repeat.note(sql, account.id());
            return new Member(account.id(), account.name(), account.email(), role);
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "PRIMARY")) {
        throw new Rejected(
            "email",
            "taken",
            "Người này đã là thành viên của doanh nghiệp.",
            "This person is a member of the workspace already.");
      }
      throw e;
    }
  }
}
