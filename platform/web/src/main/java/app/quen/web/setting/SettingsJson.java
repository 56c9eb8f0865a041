package app.quen.web.setting;

import app.quen.attachment.AttachmentRoom;
import app.quen.setting.WorkspaceSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a workspace counts and tells the time. */
@Schema(
    name = "Settings",
    examples =
        """
        {"currency": "VND", "timeZone": "Asia/Ho_Chi_Minh",
         "attachments": {"usedBytes": 734003200, "mostBytes": 21474836480}}\
        """)
public record SettingsJson(
    @Schema(description = "ISO 4217; all amounts of the workspace are in it.") String currency,
    @Schema(description = "IANA name; its days begin and end there.") String timeZone,
    RoomJson attachments) {

  static SettingsJson of(WorkspaceSettings settings, AttachmentRoom room) {
    return new SettingsJson(
        settings.currency().getCurrencyCode(),
        settings.timeZone().getId(),
        new RoomJson(room.used(), room.most()));
  }

  /** What the files of the workspace take. */
  @Schema(name = "AttachmentRoom")
  public record RoomJson(
      @Schema(description = "A content that several records have counts once.") long usedBytes,
      @Schema(description = "More is refused: no-room. Who runs Quen sets it.") long mostBytes) {}

  /** What is to be changed; what is absent stays. */
  @Schema(name = "SettingsPatch")
  public record PatchJson(
      @Schema(description = "Cannot be changed once there are orders.") @Nullable String currency,
      @Nullable String timeZone) {}
}
