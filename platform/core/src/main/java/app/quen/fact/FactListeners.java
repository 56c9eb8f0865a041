package app.quen.fact;

import java.util.List;

/** Gives the listeners that belong to the tenant that is entered, such as its plugins' ones. */
public interface FactListeners {
  List<FactListener> listeners();
}
