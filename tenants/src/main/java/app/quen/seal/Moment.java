package app.quen.seal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they are hashed and signed: always with six digits after the point. */
public final class Moment {

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private Moment() {}

  public static String text(Instant at) {
    return TEXT.format(at);
  }
}
