package app.quen.team;

import app.quen.access.FieldAccess;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a member sees of a record, and why.
 *
 * @param reasons {@code owner-role}, {@code reach-all}, {@code own}, {@code team}, {@code
 *     team-below}, {@code shared}, {@code of-customer}; empty where they do not see it
 * @param fields what they may do with each field of it; empty where they do not see it
 */
public record SightExplained(
    UUID member,
    String name,
    String role,
    boolean sees,
    List<String> reasons,
    Map<String, FieldAccess> fields) {}
