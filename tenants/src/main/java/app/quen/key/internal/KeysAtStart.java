package app.quen.key.internal;

import app.quen.key.NoKey;
import app.quen.start.Started;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A node without the installation's master key does not start. */
@ApplicationScoped
class KeysAtStart {

  @Inject StoredKeys keys;

  /**
   * @throws NoKey if the master key is missing or another one
   */
  void start(@Observes @Priority(20) Started started) {
    keys.probe();
  }
}
