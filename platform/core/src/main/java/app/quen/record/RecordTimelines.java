package app.quen.record;

import app.quen.timeline.TimelineSource;

/** Brings records of a type, and their changes, to the timeline. */
public interface RecordTimelines {

  /**
   * @param at the column or expression that says when it happened; null of none
   * @param kindOf the property that says what it is more closely
   */
  TimelineSource records(RecordType type, String at, String kindOf);

  /** The changes after they were made, as {@code change}. */
  TimelineSource changes(RecordType type);
}
