package app.quen.web.place;

import app.quen.access.Permitted;
import app.quen.place.Level;
import app.quen.place.SuggestPlaces;
import app.quen.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/places")
@ApplicationScoped
@Tag(name = "Places")
@Produces(MediaType.APPLICATION_JSON)
public class PlaceResource {

  @Inject private SuggestPlaces suggestPlaces;

  @GET
  @Permitted("customer:read")
  @Operation(
      summary = "Provinces, districts and wards of Vietnam",
      description =
          "For the choice in an address: those of today in the order of the dictionary, then, where"
              + " q is given, the former ones that it finds, with what they became. Addresses may"
              + " hold any other text.")
  @APIResponse(responseCode = "200", description = "The places found, at most limit.")
  @APIResponse(ref = "BadRequest")
  public PlacesJson listPlaces(
      @Parameter(description = "As people write it, with or without accents: hcm, P. Bến, quan 1.")
          @QueryParam("q")
          @Nullable String q,
      @Parameter(description = "Absent: province.", schema = @Schema(ref = "PlaceLevel"))
          @QueryParam("level")
          @Nullable String level,
      @Parameter(description = "Code of a province of today; only places within it.")
          @QueryParam("province")
          @Nullable String province,
      @Parameter(description = "At most 200; absent: 50.") @QueryParam("limit")
          @Nullable String limit) {
    return PlacesJson.of(
        suggestPlaces.suggest(
            level(level),
            q,
            province == null || province.isBlank() ? null : province,
            Page.limit(limit)));
  }

  private static Level level(@Nullable String written) {
    return switch (written == null ? "" : written) {
      case "", "province" -> Level.PROVINCE;
      case "district" -> Level.DISTRICT;
      case "ward" -> Level.WARD;
      default ->
          throw Page.badParameter(
              "level",
              "level phải là province, district hoặc ward.",
              "level is province, district or ward.");
    };
  }
}
