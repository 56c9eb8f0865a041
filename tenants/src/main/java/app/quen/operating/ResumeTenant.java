package app.quen.operating;

import app.quen.account.NotFound;
import app.quen.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a suspended tenant in again. */
@ApplicationScoped
public class ResumeTenant {

  /**
   * @throws NotFound if no tenant has this slug
   */
  public Tenant resume(Operator operator, String slug) {
    throw new UnsupportedOperationException();
  }
}
