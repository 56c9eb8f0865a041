package app.quen.recovery;

import java.util.Set;
import java.util.UUID;

/**
 * A record that says again what it said before.
 *
 * @param version that it has now
 * @param fields whose values were written back
 */
public record Recovered(String recordType, UUID id, int version, Set<String> fields) {}
