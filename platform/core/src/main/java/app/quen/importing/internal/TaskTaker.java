package app.quen.importing.internal;

import jakarta.enterprise.context.ApplicationScoped;

/** Files of the type task. */
@ApplicationScoped
public class TaskTaker extends RecordTaker {

  @Override
  public String record() {
    return "task";
  }
}
