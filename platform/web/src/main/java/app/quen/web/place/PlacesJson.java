package app.quen.web.place;

import app.quen.place.Place;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Places to choose from. */
@Schema(name = "Places")
public record PlacesJson(List<PlaceJson> items) {

  static PlacesJson of(List<Place> places) {
    return new PlacesJson(places.stream().map(PlaceJson::of).toList());
  }

  /** One administrative unit. */
  @Schema(name = "Place")
  public record PlaceJson(
      @Schema(ref = "PlaceLevel") String level,
      @Schema(
              description =
                  "Of the statistics office. Former units have a code space of their own.",
              examples = "26740")
          String code,
      @Schema(examples = "Phường Sài Gòn") String name,
      @Schema(description = "Ended on 1 July 2025.") boolean former,
      @Schema(description = "The province of today that it lies in, or is.") UnitJson province,
      @Schema(description = "Of a former ward only.") @Nullable UnitJson district,
      @Schema(
              description =
                  "What a former unit became. Null for a former ward whose code did not live on:"
                      + " the data does not say it.")
          @Nullable UnitJson now,
      @Schema(
              description =
                  "Where now is null: the wards that the rest of its district became, one of the"
                      + " same name first. Mostly it is one of these.")
          List<UnitJson> perhaps) {

    static PlaceJson of(Place place) {
      return new PlaceJson(
          place.level().name().toLowerCase(Locale.ROOT),
          place.code(),
          place.name(),
          place.former(),
          UnitJson.of(place.province()),
          place.district() == null ? null : UnitJson.of(place.district()),
          place.now() == null ? null : UnitJson.of(place.now()),
          place.perhaps().stream().map(UnitJson::of).toList());
    }
  }

  /** A unit's code and name. */
  @Schema(name = "Unit")
  public record UnitJson(
      @Schema(examples = "79") String code,
      @Schema(examples = "Thành phố Hồ Chí Minh") String name) {

    static UnitJson of(Place.Name unit) {
      return new UnitJson(unit.code(), unit.name());
    }
  }
}
