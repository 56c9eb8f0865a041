package app.quen.secret;

import java.util.Set;

/** Which fields are sensitive now. Implemented by who keeps the catalogue of fields. */
public interface SecretFields {

  /** The keys; also of fields that nobody sees at the moment. Needs an open unit of work. */
  Set<String> of(String recordType);

  /** Whether there is any, of any type. Needs an open unit of work. */
  boolean any();
}
