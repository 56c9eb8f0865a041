package app.quen.installation.internal;

import app.quen.pluginhost.PluginHost;
import app.quen.pluginhost.Release;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The releases whose code works for the tenant that is entered. */
@ApplicationScoped
class EnabledReleases {

  @Inject PluginHost host;
  @Inject Installations installations;

  /** By id; read anew at each call, so that a switch counts at once on every node. */
  List<Release> all() {
    if (host.releases().isEmpty()) {
      return List.of();
    }
    return installations.all().stream()
        .filter(Installation::enabled)
        .map(this::release)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The release that the workspace chose; where this node no longer has it, the newest one, so that
   * its rules go on to hold after an update of the plugins folder.
   */
  Optional<Release> release(Installation installation) {
    return host.find(installation.plugin(), installation.release())
        .or(() -> host.newest(installation.plugin()));
  }
}
