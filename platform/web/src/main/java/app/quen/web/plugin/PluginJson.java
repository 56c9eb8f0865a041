package app.quen.web.plugin;

import app.quen.installation.PluginView;
import app.quen.web.TextJson;
import app.quen.web.field.FieldJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plugin that this installation offers, as a workspace sees it. */
@Schema(name = "Plugin")
public record PluginJson(
    @Schema(examples = "retail") String id,
    @Schema(examples = "0.1.0") String version,
    TextJson name,
    TextJson description,
    @Schema(description = "How to use it here; null where there is nothing to say.")
        @Nullable TextJson help,
    String vendor,
    @Schema(description = "The industries it is made for.") List<String> industries,
    @Schema(description = "Whether it is switched on in this workspace.") boolean enabled,
    @Schema(description = "What it adds to a customer.") List<FieldJson> fields,
    @Schema(examples = "[\"CustomerCheck\"]") List<String> hooks,
    @Schema(description = "Why it does not work, for people; null where it does.")
        @Nullable String failure) {

  static PluginJson of(PluginView plugin, String language) {
    var failure = plugin.failure();
    return new PluginJson(
        plugin.id(),
        plugin.version(),
        TextJson.of(plugin.name()),
        TextJson.of(plugin.description()),
        TextJson.ofNullable(plugin.help()),
        plugin.vendor(),
        plugin.industries(),
        plugin.enabled(),
        plugin.fields().stream().map(FieldJson::of).toList(),
        plugin.hooks(),
        failure == null ? null : failure.in(language));
  }

  /** The plugins of an installation. */
  @Schema(name = "Plugins")
  public record ListJson(List<PluginJson> items) {}

  /** Switches a plugin on or off. */
  @Schema(
      name = "SwitchPlugin",
      examples =
          """
          {"enabled": true}\
          """)
  public record SwitchJson(boolean enabled) {}
}
