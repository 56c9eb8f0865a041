package app.quen.access;

import java.util.Set;

/**
 * Says which fields are not for everybody. The component that keeps the catalogue implements it.
 */
public interface FieldSensitivity {

  /**
   * The keys of the fields that the workspace or a plugin added and whose sensitivity is above
   * public: nobody but owners sees them before a role is given them.
   */
  Set<String> guarded(String recordType);
}
