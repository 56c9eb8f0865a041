package app.quen.importing.internal;

import jakarta.enterprise.context.ApplicationScoped;

/** Files of the type feedback. */
@ApplicationScoped
public class FeedbackTaker extends RecordTaker {

  @Override
  public String record() {
    return "feedback";
  }
}
