package app.quen.secret.internal;

import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are taken now: the row of {@code secret_state}, as the open unit of work sees it. Who
 * writes values holds the fence of their type before, so that nobody goes on with older keys once a
 * renewal has passed it.
 */
@ApplicationScoped
class Newest {

  @Inject Work work;

  /**
   * @param version of the customers' keys that encrypt
   * @param marking generation of the key that marks
   * @param marked the generation before, while there may be marks of it
   */
  record State(int version, int marking, @Nullable Integer marked) {}

  State state() {
    return work.companion(State.class, () -> read(""));
  }

  /** Keeps others from changing it until the transaction ends. */
  State lock() {
    return read(" FOR UPDATE");
  }

  private State read(String lock) {
    return work.sql()
        .createQuery("SELECT version, marking, marked FROM secret_state" + lock)
        .map(
            (row, context) ->
                new State(row.getInt(1), row.getInt(2), row.getObject(3, Integer.class)))
        .one();
  }
}
