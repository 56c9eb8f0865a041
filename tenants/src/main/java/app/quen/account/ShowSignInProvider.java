package app.quen.account;

import app.quen.account.internal.SignInProviders;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which provider people of a workspace can come in by. */
@ApplicationScoped
public class ShowSignInProvider {

  @Inject SignInProviders providers;
  @Inject Tenants tenants;

  @Inject
  @ConfigProperty(name = "quen.public.url")
  Optional<String> publicUrl;

  public Optional<SignInProvider> show(TenantId tenant) {
    return providers.of(tenant);
  }

  /** By the address of the workspace, for who is not signed in yet. */
  public Optional<SignInProvider> find(String slug) {
    return tenants
        .findBySlug(slug)
        .filter(tenant -> tenant.state() == TenantState.ACTIVE)
        .flatMap(tenant -> providers.of(tenant.id()));
  }

  /**
   * Where the provider sends people back to: another address for each workspace, so that the answer
   * of one provider is never taken for that of another.
   */
  public URI back(String slug) {
    var site = publicUrl.orElse("http://localhost:8080").replaceAll("/$", "");
    return URI.create(site + "/signin/provider/" + slug);
  }
}
