package app.quen.team;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a role means for those who have it.
 *
 * @param members how many have it
 */
public record RoleEffect(int members, List<Change> changes) {

  /**
   * One thing that they gain or lose.
   *
   * @param kind {@code permission}, {@code reach} or {@code field}
   * @param what the permission, the type of record, or {@code <type>/<key>}
   * @param before null: nothing was said
   * @param gains whether they can more than before
   */
  public record Change(
      String kind, String what, @Nullable String before, @Nullable String after, boolean gains) {}
}
