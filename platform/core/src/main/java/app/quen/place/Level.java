package app.quen.place;

/** How far down a unit stands. Districts ended on 1 July 2025. */
public enum Level {
  PROVINCE,
  DISTRICT,
  WARD
}
