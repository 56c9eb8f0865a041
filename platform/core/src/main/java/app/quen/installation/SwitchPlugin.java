package app.quen.installation;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.fact.Outbox;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.installation.internal.Installation;
import app.quen.installation.internal.Installations;
import app.quen.installation.internal.PluginFields;
import app.quen.installation.internal.PluginViews;
import app.quen.pluginhost.PluginHost;
import app.quen.pluginhost.Release;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Switches a plugin on or off in the workspace that is entered. */
@ApplicationScoped
public class SwitchPlugin {

  @Inject PluginHost host;
  @Inject Installations installations;
  @Inject PluginViews views;
  @Inject Fields fields;
  @Inject Outbox outbox;

  /**
   * On: the plugin's fields appear, with the values that they had, and its code is called. Off: the
   * fields hide and keep their values, and nothing of it is called. Twice the same changes nothing.
   *
   * @param version the release to use; null: the newest one that is loaded
   * @throws NoSuchPlugin if the installation does not have it
   * @throws Invalid if it is there and cannot be used
   */
  @Permitted("plugin:switch")
  @InTransaction
  public PluginView switchPlugin(String id, boolean enabled, @Nullable String version) {
    Optional<Installation> before = installations.lock(id);
    if (enabled) {
      switchOn(id, before, usable(id, version));
    } else if (before.isPresent() && before.get().enabled()) {
      switchOff(before.get());
    } else if (!views.exists(id)) {
      throw new NoSuchPlugin(id);
    }
    return views.one(id).orElseThrow(() -> new NoSuchPlugin(id));
  }

  private void switchOn(String id, Optional<Installation> before, Release release) {
    if (before.filter(b -> b.enabled() && b.release().equals(release.version())).isPresent()) {
      return;
    }
    installations.save(new Installation(id, release.version(), true));
    fields.publish(id, PluginFields.RECORD_TYPE, PluginFields.of(release.manifest()));
    tell("PluginSwitchedOn", id, release.version());
  }

  private void switchOff(Installation before) {
    installations.save(new Installation(before.plugin(), before.release(), false));
    fields.hide(before.plugin());
    tell("PluginSwitchedOff", before.plugin(), before.release());
  }

  private Release usable(String id, @Nullable String version) {
    Optional<Release> release = version == null ? host.newest(id) : host.find(id, version);
    if (release.isPresent()) {
      return release.get();
    }
    PluginView shown = views.one(id).orElseThrow(() -> new NoSuchPlugin(id));
    throw new Invalid(
        java.util.List.of(
            new Problem(
                "enabled",
                "plugin-broken",
                shown.failure() == null
                    ? new app.quen.text.Text(
                        "Không có bản phát hành " + version + ".",
                        "There is no release " + version + ".")
                    : shown.failure())));
  }

  private void tell(String type, String plugin, String release) {
    outbox.record(
        type,
        "plugin",
        UUID.nameUUIDFromBytes(("plugin:" + plugin).getBytes(StandardCharsets.UTF_8)),
        Json.createObjectBuilder()
            .add("plugin", plugin)
            .add("release", release)
            .add("changes", Json.createArrayBuilder())
            .build());
  }
}
