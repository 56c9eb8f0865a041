package app.quen.installation.internal;

import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.fact.RetryLater;
import app.quen.plugin.FieldChange;
import app.quen.plugin.KeyValueStore;
import app.quen.plugin.Tenant;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A plugin's listener as the relay knows it. Its name leaves the version out, so that an update
 * goes on where the release before stopped.
 */
final class PluginFactListener implements FactListener {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final RunningRelease release;
  private final app.quen.plugin.FactListener listener;
  private final Surroundings surroundings;

  /**
   * What is the same for every fact.
   *
   * @param open the payload with its sensitive values decrypted
   */
  record Surroundings(
      Tenant tenant,
      String language,
      Logger logger,
      StoredValues store,
      Function<Fact, JsonObject> open) {}

  PluginFactListener(
      RunningRelease release, app.quen.plugin.FactListener listener, Surroundings surroundings) {
    this.release = release;
    this.listener = listener;
    this.surroundings = surroundings;
  }

  @Override
  public String name() {
    return "plugin:" + release.release.id() + ":" + listener.getClass().getSimpleName();
  }

  @Override
  public boolean wants(String factType) {
    return listener.types().contains(factType);
  }

  @Override
  public void deliver(List<Fact> facts) {
    BufferedValues store = new BufferedValues(surroundings.store());
    try {
      facts.forEach(fact -> deliver(fact, store));
    } finally {
      // also what was put for the facts before one that failed: they may count as told
      store.flush();
    }
  }

  private void deliver(Fact fact, KeyValueStore store) {
    app.quen.plugin.Fact told = told(fact);
    var context =
        new HostContext.OfListener(
            surroundings.tenant(),
            told.actor(),
            surroundings.language(),
            release.settings,
            surroundings.logger(),
            store);
    try {
      Future<Void> call =
          release.listenerThreads.begin(
              () -> {
                listener.on(told, context);
                return null;
              });
      release.listenerThreads.await(call, Instant.now().plus(LIMIT));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof app.quen.plugin.RetryLater later) {
        throw new RetryLater(later.delay(), String.valueOf(later.getMessage()));
      }
      throw new IllegalStateException(name() + " failed", e.getCause());
    } catch (TimeLimited.TooSlow | TimeLimited.Paused e) {
      throw new IllegalStateException(name() + " " + e.getMessage());
    }
  }

  private app.quen.plugin.Fact told(Fact fact) {
    return new app.quen.plugin.Fact(
        fact.id(),
        fact.type(),
        fact.recordType(),
        fact.recordId(),
        fact.at().truncatedTo(ChronoUnit.MILLIS),
        RunningReleases.actor(fact.actor()),
        source(fact.payload()),
        changes(fact.recordType(), surroundings.open().apply(fact)));
  }

  private List<FieldChange> changes(String recordType, JsonObject payload) {
    List<FieldChange> changes = new ArrayList<>();
    // what a manifest reads are customers' fields; other records have some of the same name
    boolean ofCustomer = recordType.equals("customer");
    if (payload.get("changes") instanceof JsonArray array) {
      for (JsonValue value : array) {
        if (value instanceof JsonObject change) {
          String field = change.getString("field", "");
          if (release.visible.contains(field) && (ofCustomer || field.indexOf('.') > 0)) {
            changes.add(
                new FieldChange(
                    field,
                    release.visible.value(field, change.get("before")),
                    release.visible.value(field, change.get("after"))));
          }
        }
      }
    }
    return changes;
  }

  private static @Nullable String source(JsonObject payload) {
    return switch (payload.get("source")) {
      case JsonString text -> text.getString();
      case JsonObject source -> source.getString("kind", null);
      case null, default -> null;
    };
  }
}
