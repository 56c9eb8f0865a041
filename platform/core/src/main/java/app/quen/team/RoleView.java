package app.quen.team;

import app.quen.access.FieldAccess;
import app.quen.access.Reach;
import app.quen.text.Text;
import java.util.List;
import java.util.Map;

/**
 * What its members may do and see.
 *
 * @param key by which members hold it
 * @param ready whether it came with the product; such a role can be changed, not removed
 * @param permissions wildcard strings
 * @param reach by type of record; none where a type is not named
 * @param fields by type of record and key; {@code *} for the fields that are not named
 */
public record RoleView(
    String key,
    int version,
    Text label,
    boolean ready,
    List<String> permissions,
    Map<String, Reach> reach,
    Map<String, Map<String, FieldAccess>> fields) {

  public static final String OWNER = "owner";
}
