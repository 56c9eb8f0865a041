package app.quen.installation.internal;

import app.quen.plugin.Actor;
import app.quen.plugin.CheckContext;
import app.quen.plugin.KeyValueStore;
import app.quen.plugin.ListenerContext;
import app.quen.plugin.Tenant;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;

/** What the host gives with a call: data, and for listeners the store. */
final class HostContext {

  private HostContext() {}

  record OfCheck(
      Tenant tenant,
      Actor actor,
      String language,
      Map<String, String> settings,
      Logger logger,
      LocalDate today)
      implements CheckContext {}

  record OfListener(
      Tenant tenant,
      Actor actor,
      String language,
      Map<String, String> settings,
      Logger logger,
      KeyValueStore store)
      implements ListenerContext {}
}
