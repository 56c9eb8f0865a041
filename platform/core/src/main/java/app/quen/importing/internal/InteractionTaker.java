package app.quen.importing.internal;

import jakarta.enterprise.context.ApplicationScoped;

/** Files of the type interaction. */
@ApplicationScoped
public class InteractionTaker extends RecordTaker {

  @Override
  public String record() {
    return "interaction";
  }
}
