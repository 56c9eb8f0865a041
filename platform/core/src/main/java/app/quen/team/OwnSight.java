package app.quen.team;

import app.quen.access.FieldAccess;
import java.util.Map;

/**
 * What somebody may do with records of a type.
 *
 * @param everyRow whether they see all records of the type
 * @param fields by key, what they may do with each field
 */
public record OwnSight(boolean everyRow, Map<String, FieldAccess> fields) {}
