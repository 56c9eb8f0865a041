package app.quen.web.customer;

import app.quen.web.place.PlacesJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a customer lives or works. */
@Schema(name = "Address")
public record AddressJson(
    @Schema(examples = "12 Nguyễn Huệ") @Nullable String line,
    @Schema(examples = "Bến Nghé") @Nullable String ward,
    @Schema(examples = "Quận 1") @Nullable String district,
    @Schema(examples = "TP. Hồ Chí Minh") @Nullable String province,
    @Schema(description = "ISO 3166-1 alpha-2.", examples = "VN") @Nullable String country,
    @Nullable String postalCode,
    @Schema(ref = "ContactLabel") String label,
    boolean primary,
    @Schema(
            description =
                "The administrative units that were recognised in what was written; null where none"
                    + " was. Nobody writes them.")
        @Nullable UnitsJson units) {

  /** The units of today and those before 1 July 2025 that an address lies in. */
  @Schema(name = "AddressUnits")
  public record UnitsJson(
      @Schema(description = "Of today.") PlacesJson.UnitJson province,
      @Schema(
              description =
                  "Of today; of an older address the ward that goes on with the old one's code,"
                      + " null where none does.")
          PlacesJson.@Nullable UnitJson ward,
      PlacesJson.@Nullable UnitJson formerProvince,
      PlacesJson.@Nullable UnitJson formerDistrict,
      PlacesJson.@Nullable UnitJson formerWard) {}

  /** An address as it is given. */
  @Schema(name = "NewAddress")
  public record NewJson(
      @Nullable String line,
      @Nullable String ward,
      @Nullable String district,
      @Nullable String province,
      @Schema(description = "Absent: VN.") @Nullable String country,
      @Nullable String postalCode,
      @Schema(ref = "ContactLabel") @Nullable String label,
      @Schema(description = "Absent: the first is the primary one.") @Nullable Boolean primary) {}
}
