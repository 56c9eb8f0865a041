package app.quen.web.plugin;

import app.quen.access.Permitted;
import app.quen.installation.ListPlugins;
import app.quen.installation.PluginView;
import app.quen.installation.SwitchPlugin;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/plugins")
@ApplicationScoped
@Tag(name = "Plugins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PluginResource {

  @Inject private ListPlugins listPlugins;
  @Inject private SwitchPlugin switchPlugin;
  @Inject private HttpServletRequest request;

  @GET
  @Permitted("plugin:read")
  @Operation(summary = "The plugins of this installation, as the workspace sees them")
  @APIResponse(responseCode = "200", description = "All plugins, by id.")
  public PluginJson.ListJson listPlugins() {
    return new PluginJson.ListJson(listPlugins.list().stream().map(this::json).toList());
  }

  @PUT
  @Path("{id}")
  @Permitted("plugin:switch")
  @Operation(
      summary = "Switch a plugin on or off",
      description = "Off: its values are kept and invisible. On again: they are back.")
  @APIResponse(responseCode = "200", description = "The plugin as it is now.")
  public PluginJson switchPlugin(
      @PathParam("id") @Schema(examples = "retail") String id, PluginJson.SwitchJson body) {
    return json(switchPlugin.switchPlugin(id, body.enabled(), null));
  }

  private PluginJson json(PluginView plugin) {
    return PluginJson.of(plugin, Exchange.of(request).language());
  }
}
