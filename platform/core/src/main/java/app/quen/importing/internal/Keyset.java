package app.quen.importing.internal;

import java.util.UUID;

/** Where pages begin. */
public final class Keyset {

  private static final int MAX = 200;

  private Keyset() {}

  public static int limit(int wanted) {
    return Math.clamp(wanted, 1, MAX);
  }

  public static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  public static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  private static RuntimeException unknown() {
    return new app.quen.field.Invalid(
        java.util.List.of(
            new app.quen.field.Problem(
                "cursor",
                "unknown",
                new app.quen.text.Text(
                    "Không có trang nào bắt đầu ở đó.",
                    "No page begins there: use the nextCursor of the page before."))));
  }
}
