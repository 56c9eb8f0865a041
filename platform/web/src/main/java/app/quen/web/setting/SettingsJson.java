package app.quen.web.setting;

import app.quen.setting.WorkspaceSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a workspace counts and tells the time. */
@Schema(
    name = "Settings",
    examples =
        """
        {"currency": "VND", "timeZone": "Asia/Ho_Chi_Minh"}\
        """)
public record SettingsJson(
    @Schema(description = "ISO 4217; all amounts of the workspace are in it.") String currency,
    @Schema(description = "IANA name; its days begin and end there.") String timeZone) {

  static SettingsJson of(WorkspaceSettings settings) {
    return new SettingsJson(settings.currency().getCurrencyCode(), settings.timeZone().getId());
  }

  /** What is to be changed; what is absent stays. */
  @Schema(name = "SettingsPatch")
  public record PatchJson(
      @Schema(description = "Cannot be changed once there are orders.") @Nullable String currency,
      @Nullable String timeZone) {}
}
