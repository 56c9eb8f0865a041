package app.quen.place;

import app.quen.access.Permitted;
import app.quen.place.internal.Suggestions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places to choose from while somebody writes an address. */
@ApplicationScoped
public class SuggestPlaces {

  /**
   * Those of today first, then former ones, which are only suggested for what is typed.
   *
   * @param province code of a province of today; null for all
   */
  @Permitted("customer:read")
  public List<Place> suggest(
      Level level, @Nullable String typed, @Nullable String province, int limit) {
    return Suggestions.of(level, typed, province, limit);
  }
}
