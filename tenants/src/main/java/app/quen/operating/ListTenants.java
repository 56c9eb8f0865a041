package app.quen.operating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tenants, by slug. */
@ApplicationScoped
public class ListTenants {

  /**
   * @param afterSlug where the last page ended; null for the first
   */
  public List<TenantStatus> list(@Nullable String afterSlug, int limit) {
    throw new UnsupportedOperationException();
  }
}
