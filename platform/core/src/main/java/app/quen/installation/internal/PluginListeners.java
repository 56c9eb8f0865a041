package app.quen.installation.internal;

import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.fact.FactListeners;
import app.quen.plugin.KeyValueStore;
import app.quen.secret.Vault;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The listeners of the plugins that are switched on in the tenant that is entered. */
@ApplicationScoped
class PluginListeners implements FactListeners {

  @Inject RunningReleases releases;
  @Inject Tenants tenants;
  @Inject Work work;

  @Inject Vault vault;

  private final Quota quota = new Quota(KeyValueStore.MAX_ENTRIES);

  @Override
  public List<FactListener> listeners() {
    List<FactListener> listeners = new ArrayList<>();
    for (RunningRelease release : releases.here()) {
      for (app.quen.plugin.FactListener listener : release.release.listeners()) {
        listeners.add(
            new PluginFactListener(
                release,
                listener,
                new PluginFactListener.Surroundings(
                    releases.tenant(),
                    releases.language(),
                    releases.logger(release.release),
                    new StoredValues(
                        tenants, work, quota, tenants.current().id(), release.release.id()),
                    this::opened)));
      }
    }
    return listeners;
  }

  private JsonObject opened(Fact fact) {
    return work.transact(
        () -> vault.openChanges(fact.recordType(), fact.recordId(), fact.payload()));
  }
}
