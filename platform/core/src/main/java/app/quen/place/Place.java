package app.quen.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit as people choose it.
 *
 * @param former whether it ended on 1 July 2025; codes of former units and of those of today are
 *     two spaces
 * @param province of today, the unit itself if it is one
 * @param district only of a former ward
 * @param now what a former unit became; null where the data does not say
 * @param perhaps where the data does not say it: the wards that the rest of the district became,
 *     one of the same name first, for people to choose from
 */
public record Place(
    Level level,
    String code,
    String name,
    boolean former,
    Name province,
    @Nullable Name district,
    @Nullable Name now,
    List<Name> perhaps) {

  /** A unit's code and full name. */
  public record Name(String code, String name) {}
}
