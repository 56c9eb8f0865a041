package app.quen.fact.internal;

import app.quen.fact.FactListener;
import app.quen.fact.FactListeners;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners that the test which is running wants the relay to know. */
@ApplicationScoped
class TestListeners implements FactListeners {

  private static final List<FactListener> KNOWN = new CopyOnWriteArrayList<>();

  static <T extends FactListener> T know(T listener) {
    KNOWN.add(listener);
    return listener;
  }

  static void forget() {
    KNOWN.clear();
  }

  @Override
  public List<FactListener> listeners() {
    return List.copyOf(KNOWN);
  }
}
