package app.quen.field;

import java.util.List;

/**
 * The fields that every record of some types has. A CDI bean for each component that knows some.
 */
public interface OwnFields {

  /** In the order of forms; empty for a type that is not known here. */
  List<Field> of(String recordType);
}
