package app.quen.field;

/** What kind of value a field holds; decides its input, cell, filter, check and storage. */
public enum FieldType {
  TEXT,
  NUMBER,
  MONEY,
  DATE,
  BOOLEAN,
  CHOICE,
  CHOICES,
  PHONE,
  EMAIL,
  TAGS,
  MEMBER
}
