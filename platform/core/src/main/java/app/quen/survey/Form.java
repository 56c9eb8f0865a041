package app.quen.survey;

import java.util.UUID;

/**
 * What a public link shows.
 *
 * @param workspace the name of the business that asks
 * @param personal whether the link was made for one customer: then nobody is asked who they are
 * @param sheet names this showing: a sheet is taken once
 */
public record Form(String workspace, Survey survey, boolean personal, State state, UUID sheet) {

  /** Whether it can be filled in. */
  public enum State {
    OPEN,
    CLOSED,
    /** The customer of the link has answered. */
    ANSWERED
  }
}
