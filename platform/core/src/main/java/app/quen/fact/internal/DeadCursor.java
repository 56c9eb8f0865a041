package app.quen.fact.internal;

import app.quen.fact.NoSuchPage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of dead letters ended. */
record DeadCursor(long sequence, String listener) {

  static final DeadCursor NEWEST = new DeadCursor(Long.MAX_VALUE, "");

  static DeadCursor read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return new DeadCursor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new NoSuchPage(cursor);
    }
  }

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((sequence + ":" + listener).getBytes(StandardCharsets.UTF_8));
  }
}
