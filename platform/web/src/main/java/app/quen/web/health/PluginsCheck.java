package app.quen.web.health;

import app.quen.pluginhost.PluginHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The plugins are loaded. A broken one keeps nobody from working, so it is only counted. */
@Readiness
@ApplicationScoped
public class PluginsCheck implements HealthCheck {

  @Inject private PluginHost host;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("plugins")
        .withData("loaded", host.releases().size())
        .withData("refused", host.broken().size())
        .up()
        .build();
  }
}
