package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.EmailCodes;
import app.quen.account.internal.Form;
import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.PasswordRules;
import app.quen.account.internal.Repeats;
import app.quen.account.internal.Sessions;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import app.quen.provisioning.NewTenant;
import app.quen.provisioning.Provisioning;
import app.quen.provisioning.SlugTaken;
import app.quen.tenant.TenantState;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business comes in: its workspace, and the account of its owner. */
@ApplicationScoped
public class SignUp {

  @Inject PasswordRules rules;
  @Inject PasswordHashes hashes;
  @Inject Limits limits;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject Tenants tenants;
  @Inject Provisioning provisioning;
  @Inject Repeats repeats;
  @Inject EmailCodes codes;
  @Inject SignIn signIn;

  /**
   * @param industry {@code retail}, {@code telecom}, {@code health}, {@code education}, {@code
   *     services} or {@code other}
   * @param code what was mailed to the address, where a mail server is set; null at the first time
   */
  public record Request(
      String workspaceName,
      String slug,
      String industry,
      String name,
      String email,
      String password,
      String language,
      @Nullable String code) {

    public Request(
        String workspaceName,
        String slug,
        String industry,
        String name,
        String email,
        String password,
        String language) {
      this(workspaceName, slug, industry, name, email, password, language, null);
    }
  }

  /**
   * Makes the tenant, its schema and role, and the owner's account, all or nothing.
   *
   * @throws Rejected if a field does not fit, or the slug or e-mail address is taken (code {@code
   *     taken})
   * @throws AddressProofWanted if mail can be sent, and the code that was in it is wanted
   * @throws TooManyAttempts if too many came from this address
   */
  public SignedIn signUp(Request request, Client client) {
    return signUp(request, client, null).result();
  }

  /**
   * The same, once for a key and an e-mail address. Who repeats the request has to know the
   * password and is signed in anew: the first answer's session is nobody else's business.
   *
   * @throws KeyMismatch if the address used the key for a different request, or the password is
   *     another one
   * @throws TenantUnavailable if the first request is still being done
   */
  public Done<SignedIn> signUp(Request request, Client client, @Nullable RequestKey key) {
    var form = new Form();
    var workspaceName = form.name("workspaceName", request.workspaceName());
    var slug = form.slug("slug", request.slug());
    var industry = form.industry("industry", request.industry());
    var name = form.name("name", request.name());
    var email = form.email("email", request.email());
    var language = form.language("language", request.language());
    var about = List.of(workspaceName, slug, name, email, email.replaceAll("@.*", ""));
    form.add(rules.check("password", request.password(), about));
    form.check();
    var repeat =
        repeats.of(
            key == null ? null : new RequestKey(email, key.value()),
            "sign-up",
            workspaceName,
            slug,
            industry,
            name,
            language);
    return repeat.once(
        tenant -> again(email, request.password(), client),
        () -> {
          limits.count("sign-up.address", client.address());
          var proves = codes.wanted();
          // where mail can be sent, only who reads it learns whether the address has an account
          if (!proves && accounts.findByEmail(email).isPresent()) {
            form.add(Form.emailTaken("email"));
          }
          var taken = tenants.findBySlug(slug);
          if (taken.filter(t -> t.state() != TenantState.PROVISIONING).isPresent()) {
            form.add(Form.slugTaken("slug"));
          }
          form.check();
          if (proves) {
            codes.prove(email, language, request.code());
          }
          var hash = hashes.hash(request.password());
          try {
            return provisioning.provision(
                new NewTenant(slug, workspaceName, industry, language),
                (sql, tenant) -> {
                  var account = accounts.insert(sql, name, email, language, hash, "email");
                  if (proves) {
                    codes.use(sql, email);
                    accounts.proven(sql, account.id());
                  }
                  accounts.join(sql, account.id(), tenant.id(), "owner");
                  repeat.note(sql, tenant.id().value());
                  return sessions.open(sql, account, new Workspace(tenant, "owner"), client);
                });
          } catch (SlugTaken e) {
            throw repeat.taken(slug);
          }
        });
  }

  private SignedIn again(String email, String password, Client client) {
    try {
      return signIn.signIn(email, password, client);
    } catch (NotSignedIn e) {
      throw new KeyMismatch("of a sign-up with another password");
    }
  }
}
