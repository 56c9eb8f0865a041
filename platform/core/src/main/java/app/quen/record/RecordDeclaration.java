package app.quen.record;

/** Makes a type known to whoever works with all of them. A CDI bean for each type. */
@FunctionalInterface
public interface RecordDeclaration {

  RecordType type();
}
