package app.quen.setting;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows how the workspace counts and tells the time. */
@ApplicationScoped
public class ShowSettings {

  @Inject Settings settings;

  @Permitted("setting:read")
  @InTransaction
  public WorkspaceSettings show() {
    return settings.current();
  }
}
