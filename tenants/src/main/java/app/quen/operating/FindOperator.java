package app.quen.operating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Turns an operator's token into the operator. */
@ApplicationScoped
public class FindOperator {

  /**
   * @param token as it was given: {@code qop_<secret>}
   */
  public Optional<Operator> find(String token) {
    throw new UnsupportedOperationException();
  }
}
