package app.quen.customer;

import java.util.UUID;

/** The identity of a customer inside its workspace. */
public record CustomerId(UUID value) {

  public static CustomerId of(String text) {
    return new CustomerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
