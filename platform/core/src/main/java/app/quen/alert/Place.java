package app.quen.alert;

import org.jspecify.annotations.Nullable;

/**
 * Where on earth an address is used, as far as anybody knows.
 *
 * @param label for people, e.g. {@code VN Hà Nội}
 * @param latitude with {@code longitude}: null where it is not known
 */
public record Place(String label, @Nullable Double latitude, @Nullable Double longitude) {

  private static final double EARTH = 6_371;

  public boolean located() {
    return latitude != null && longitude != null;
  }

  /** Over the ground, in kilometres; 0 where one of them is not located. */
  public double distance(Place other) {
    if (latitude == null
        || longitude == null
        || other.latitude == null
        || other.longitude == null) {
      return 0;
    }
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double half =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
