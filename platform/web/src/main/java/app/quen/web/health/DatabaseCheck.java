package app.quen.web.health;

import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database answers, and the control schema has its tables. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCheck.class);

  @Inject private Tenants tenants;

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("database");
    try {
      tenants.findBySlug("-"); // no slug: reads the table and finds nothing
      return response.up().build();
    } catch (RuntimeException e) {
      // the reason is in the log: an answer that anybody can read says no more
      LOG.warn("The database is not ready", e);
      return response.down().build();
    }
  }
}
