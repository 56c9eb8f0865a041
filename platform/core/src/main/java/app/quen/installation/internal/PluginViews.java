package app.quen.installation.internal;

import app.quen.installation.PluginView;
import app.quen.manifest.Manifest;
import app.quen.pluginhost.BrokenPlugin;
import app.quen.pluginhost.PluginHost;
import app.quen.pluginhost.Release;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the host has loaded and what the workspace has decided. */
@ApplicationScoped
public class PluginViews {

  @Inject PluginHost host;
  @Inject Installations installations;
  @Inject EnabledReleases enabled;

  public List<PluginView> all() {
    Map<String, Installation> decided =
        installations.all().stream()
            .collect(Collectors.toMap(Installation::plugin, Function.identity()));
    var views = new TreeMap<String, PluginView>();
    for (Release release : host.releases()) {
      // the last one is the newest
      views.put(release.id(), working(release, decided.get(release.id())));
    }
    for (BrokenPlugin broken : host.broken()) {
      Manifest manifest = broken.manifest();
      String id =
          manifest == null || views.containsKey(manifest.id()) ? broken.file() : manifest.id();
      views.put(id, broken(id, broken, decided.get(id)));
    }
    for (Installation installation : decided.values()) {
      if (installation.enabled() && !views.containsKey(installation.plugin())) {
        views.put(installation.plugin(), missing(installation));
      }
    }
    return new ArrayList<>(views.values());
  }

  public Optional<PluginView> one(String id) {
    return all().stream().filter(view -> view.id().equals(id)).findFirst();
  }

  public boolean exists(String id) {
    return one(id).isPresent();
  }

  private PluginView working(Release newest, @Nullable Installation decided) {
    boolean on = decided != null && decided.enabled();
    Release release = on ? enabled.release(decided).orElse(newest) : newest;
    var hooks = new ArrayList<String>();
    if (!release.checks().isEmpty()) {
      hooks.add("CustomerCheck");
    }
    if (!release.listeners().isEmpty()) {
      hooks.add("FactListener");
    }
    return view(release.manifest(), release.id(), on, hooks, null);
  }

  private static PluginView broken(String id, BrokenPlugin broken, @Nullable Installation decided) {
    boolean on = decided != null && decided.enabled();
    return broken.manifest() == null
        ? unknown(id, on, broken.reason())
        : view(broken.manifest(), id, on, List.of(), broken.reason());
  }

  private static PluginView missing(Installation installation) {
    return unknown(
        installation.plugin(),
        true,
        new Text(
            "Tiện ích đang bật nhưng bản "
                + installation.release()
                + " không còn trên máy chủ. Hãy báo người vận hành, hoặc tắt tiện ích.",
            "The plugin is switched on, and its release "
                + installation.release()
                + " is no longer on the server. Tell whoever runs it, or switch the plugin off."));
  }

  private static PluginView unknown(String id, boolean on, Text failure) {
    return new PluginView(
        id,
        "",
        new Text(id, id),
        new Text("", ""),
        null,
        "",
        List.of(),
        on,
        List.of(),
        List.of(),
        failure);
  }

  private static PluginView view(
      Manifest manifest, String id, boolean on, List<String> hooks, @Nullable Text failure) {
    return new PluginView(
        id,
        manifest.version().toString(),
        PluginFields.text(manifest.name()),
        PluginFields.text(manifest.description()),
        PluginFields.textOrNull(manifest.help()),
        manifest.vendor(),
        manifest.industries(),
        on,
        PluginFields.of(manifest),
        hooks,
        failure);
  }
}
