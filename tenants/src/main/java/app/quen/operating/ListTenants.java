package app.quen.operating;

import app.quen.operating.internal.Statuses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tenants, by slug. */
@ApplicationScoped
public class ListTenants {

  @Inject Statuses statuses;

  /**
   * @param afterSlug where the last page ended; null for the first
   */
  public List<TenantStatus> list(@Nullable String afterSlug, int limit) {
    return statuses.after(afterSlug, limit);
  }
}
