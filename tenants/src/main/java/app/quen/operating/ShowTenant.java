package app.quen.operating;

import app.quen.account.NotFound;
import app.quen.operating.internal.Statuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One tenant. */
@ApplicationScoped
public class ShowTenant {

  @Inject Statuses statuses;

  /**
   * @throws NotFound if no tenant has this slug
   */
  public TenantStatus show(String slug) {
    return statuses.find(slug).orElseThrow(() -> new NotFound("tenant", slug));
  }
}
