package app.quen.installation;

import app.quen.access.Permitted;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.installation.internal.Installation;
import app.quen.installation.internal.Installations;
import app.quen.installation.internal.PluginFields;
import app.quen.installation.internal.PluginViews;
import app.quen.pluginhost.PluginHost;
import app.quen.pluginhost.Release;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Switches a plugin on or off in the workspace that is entered. */
@ApplicationScoped
public class SwitchPlugin {

  @Inject Work work;
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
  public PluginView switchPlugin(String id, boolean enabled, @Nullable String version) {
    if (enabled) {
      switchOn(id, usable(id, version));
    } else if (views.exists(id)) {
      switchOff(id);
    } else {
      throw new NoSuchPlugin(id);
    }
    return views.one(id).orElseThrow(() -> new NoSuchPlugin(id));
  }

  /**
   * The columns of the fields are made before, outside of a unit of work; then the switch, the
   * fields and the fact count together. Whoever is interrupted in between does it again.
   */
  private void switchOn(String id, Release release) {
    if (isOn(installations.find(id), release)) {
      return;
    }
    List<Field> brought = PluginFields.of(release.manifest());
    fields.publish(id, PluginFields.RECORD_TYPE, brought);
    work.transact(
        () -> {
          if (!isOn(installations.lock(id), release)) {
            fields.publish(id, PluginFields.RECORD_TYPE, brought);
            installations.save(new Installation(id, release.version(), true));
            tell("PluginSwitchedOn", id, release.version());
          }
        });
  }

  private static boolean isOn(Optional<Installation> installation, Release release) {
    return installation
        .filter(known -> known.enabled() && known.release().equals(release.version()))
        .isPresent();
  }

  private void switchOff(String id) {
    work.transact(
        () -> {
          Optional<Installation> before = installations.lock(id);
          fields.hide(id);
          if (before.isPresent() && before.get().enabled()) {
            installations.save(new Installation(id, before.get().release(), false));
            tell("PluginSwitchedOff", id, before.get().release());
          }
        });
  }

  private Release usable(String id, @Nullable String version) {
    Optional<Release> release = version == null ? host.newest(id) : host.find(id, version);
    if (release.isPresent()) {
      return release.get();
    }
    PluginView shown = views.one(id).orElseThrow(() -> new NoSuchPlugin(id));
    throw new Invalid(
        List.of(
            new Problem(
                "enabled",
                "plugin-broken",
                shown.failure() == null
                    ? new Text(
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
