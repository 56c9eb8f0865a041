package app.quen.record;

import java.util.UUID;

/** No record of this type and workspace has the id. */
public class NoSuchRecord extends RuntimeException {

  public NoSuchRecord(RecordType type, UUID id) {
    super("no " + type.name() + " " + id + " in this workspace");
  }
}
