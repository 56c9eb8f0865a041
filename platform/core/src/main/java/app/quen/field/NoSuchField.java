package app.quen.field;

/** There is no such field in this workspace. */
public class NoSuchField extends RuntimeException {

  public NoSuchField(String recordType, String key) {
    super(recordType + " " + key);
  }
}
