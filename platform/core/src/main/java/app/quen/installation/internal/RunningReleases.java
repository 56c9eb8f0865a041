package app.quen.installation.internal;

import app.quen.access.Access;
import app.quen.plugin.Actor;
import app.quen.plugin.Tenant;
import app.quen.pluginhost.Release;
import app.quen.tenant.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The releases that are called on this node, each made ready once. */
@ApplicationScoped
class RunningReleases {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Map<String, RunningRelease> running = new ConcurrentHashMap<>();

  @Inject EnabledReleases enabled;
  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Config config;

  /** Those of the tenant that is entered. */
  List<RunningRelease> here() {
    return enabled.all().stream().map(this::of).toList();
  }

  RunningRelease of(Release release) {
    return running.computeIfAbsent(
        release.manifest().release(),
        key ->
            new RunningRelease(
                release,
                (plugin, setting) ->
                    config
                        .getOptionalValue(
                            "quen.plugin." + plugin + "." + setting.key(), String.class)
                        .orElse(setting.byDefault()),
                PAUSE));
  }

  Tenant tenant() {
    app.quen.tenant.Tenant tenant = tenants.current();
    return new Tenant(tenant.id().value(), tenant.slug(), tenant.name(), tenant.industry());
  }

  String language() {
    return tenants.current().language();
  }

  Actor actor() {
    return actor(access.actor());
  }

  static Actor actor(app.quen.access.Actor actor) {
    return new Actor(actor.kind().name().toLowerCase(Locale.ROOT), actor.id());
  }

  /** Carries the plugin's and the workspace's name on each line. */
  Logger logger(Release release) {
    return LoggerFactory.getLogger("plugin." + release.id() + "." + tenants.current().slug());
  }

  @PreDestroy
  void stop() {
    running.values().forEach(RunningRelease::close);
  }
}
