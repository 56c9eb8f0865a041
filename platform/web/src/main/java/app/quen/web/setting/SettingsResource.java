package app.quen.web.setting;

import app.quen.access.Permitted;
import app.quen.attachment.ShowAttachmentRoom;
import app.quen.setting.ReviseSettings;
import app.quen.setting.ShowSettings;
import app.quen.web.audit.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/settings")
@ApplicationScoped
@Tag(name = "Settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingsResource {

  @Inject private ShowSettings showSettings;
  @Inject private ReviseSettings reviseSettings;
  @Inject private ShowAttachmentRoom showRoom;

  @GET
  @Permitted("setting:read")
  @Operation(summary = "How the workspace counts and tells the time")
  @APIResponse(responseCode = "200", description = "The settings.")
  public SettingsJson getSettings() {
    return SettingsJson.of(showSettings.show(), showRoom.show());
  }

  @PATCH
  @Permitted("setting:manage")
  @Recorded("SettingsRevised")
  @Operation(summary = "Change the workspace's settings")
  @APIResponse(responseCode = "200", description = "The settings as they are now.")
  public SettingsJson reviseSettings(SettingsJson.PatchJson body) {
    return SettingsJson.of(
        reviseSettings.revise(body.currency(), body.timeZone()), showRoom.show());
  }
}
