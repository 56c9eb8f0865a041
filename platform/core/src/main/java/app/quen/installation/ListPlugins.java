package app.quen.installation;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.installation.internal.PluginViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What plugins there are, and which are switched on here. */
@ApplicationScoped
public class ListPlugins {

  @Inject PluginViews views;

  /** All plugins of the installation, also those that do not work, by id. */
  @Permitted("plugin:read")
  @InTransaction
  public List<PluginView> list() {
    return views.all();
  }
}
