package app.quen.access;

import app.quen.tenant.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that decides what somebody may do and see in a workspace, at one moment.
 *
 * @param workspace where it holds; null: everywhere
 * @param account of the member; null for a program
 * @param permissions wildcard strings
 * @param everything whether nothing is kept from them
 * @param reach by type of record; none where it is not named
 * @param fields by {@code <record type>/<key>}, and {@code <record type>/*} for those not named
 * @param team the members of their teams, themselves included
 * @param below the members of the teams below, too
 * @param shares by type of record, what was shared with them
 */
public record Standing(
    @Nullable TenantId workspace,
    @Nullable UUID account,
    Set<String> permissions,
    boolean everything,
    Map<String, Reach> reach,
    Map<String, FieldAccess> fields,
    Set<UUID> team,
    Set<UUID> below,
    Map<String, Map<UUID, Level>> shares) {

  /** What a share allows. */
  public enum Level {
    READ,
    WRITE
  }

  /** Of the product itself. */
  public static final Standing ALL =
      new Standing(null, null, Set.of("*"), true, Map.of(), Map.of(), Set.of(), Set.of(), Map.of());

  /** Of somebody whose role does not exist (any more). */
  public static final Standing NONE =
      new Standing(null, null, Set.of(), false, Map.of(), Map.of(), Set.of(), Set.of(), Map.of());

  public Reach reachOf(String recordType) {
    return everything ? Reach.ALL : reach.getOrDefault(recordType, Reach.NONE);
  }
}
