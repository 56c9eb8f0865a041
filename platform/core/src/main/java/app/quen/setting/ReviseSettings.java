package app.quen.setting;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.setting.internal.StoredSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Decides how the workspace counts and tells the time. */
@ApplicationScoped
public class ReviseSettings {

  @Inject StoredSettings settings;

  /**
   * @param currency an ISO 4217 code; null: as it was. It cannot be changed any more once there are
   *     orders, since their amounts would mean something else
   * @param timeZone an IANA name; null: as it was
   * @throws Invalid if one is unknown, or the currency is in use
   */
  @Permitted("setting:manage")
  @InTransaction
  public WorkspaceSettings revise(@Nullable String currency, @Nullable String timeZone) {
    return settings.revise(currency, timeZone);
  }
}
