package app.quen.field;

/** How the value of a field can be held against that of a filter. */
public enum Operator {
  EQ,
  NE,
  IN,
  LT,
  LTE,
  GT,
  GTE,
  CONTAINS,
  EMPTY,
  NOTEMPTY
}
