package app.quen.order;

import java.util.UUID;

/** The identity of an order inside its workspace. */
public record OrderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
