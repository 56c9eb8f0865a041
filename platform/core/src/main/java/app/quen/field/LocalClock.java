package app.quen.field;

import java.time.ZoneId;

/** By which clock people here write and read times. Implemented by who keeps the settings. */
public interface LocalClock {
  ZoneId zone();
}
