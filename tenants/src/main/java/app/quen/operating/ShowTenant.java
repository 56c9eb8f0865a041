package app.quen.operating;

import app.quen.account.NotFound;
import jakarta.enterprise.context.ApplicationScoped;

/** One tenant. */
@ApplicationScoped
public class ShowTenant {

  /**
   * @throws NotFound if no tenant has this slug
   */
  public TenantStatus show(String slug) {
    throw new UnsupportedOperationException();
  }
}
