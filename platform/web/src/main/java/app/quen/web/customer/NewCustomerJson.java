package app.quen.web.customer;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client gives to register a customer. The resource hands the JSON on as it came, because
 * the fields are data; this record is its description.
 */
@Schema(
    name = "NewCustomer",
    examples =
        """
        {"kind": "person", "name": "Trần Thị Hoa", "gender": "female", "birthDate": "1990-05-03",
         "phones": [{"value": "0912 345 678", "label": "mobile", "primary": true}],
         "emails": [{"value": "hoa.tran@mail.example"}], "externalId": "KH-0001",
         "tags": ["vip"], "stage": "customer", "fields": {"retail.cardTier": "gold"}}\
        """)
public record NewCustomerJson(
    @Schema(ref = "CustomerKind") @Nullable String kind,
    @Schema(
            description =
                "As people write it. Where the parts are absent, a person's name is split in the"
                    + " Vietnamese order.")
        String name,
    @Nullable String familyName,
    @Nullable String middleName,
    @Nullable String givenName,
    @Schema(ref = "Gender") @Nullable String gender,
    @Nullable LocalDate birthDate,
    @Nullable String birthPlace,
    @Nullable List<String> interests,
    @Schema(ref = "Education") @Nullable String education,
    @Nullable String occupation,
    @Schema(ref = "IncomeBand") @Nullable String incomeBand,
    @Nullable String taxCode,
    @Nullable List<PhoneJson.NewJson> phones,
    @Nullable List<EmailJson.NewJson> emails,
    @Nullable List<AddressJson.NewJson> addresses,
    @Nullable String externalId,
    @Schema(ref = "Channel") @Nullable String preferredChannel,
    @Nullable List<String> tags,
    @Nullable UUID ownerId,
    @Schema(ref = "Stage") @Nullable String stage,
    @Schema(ref = "FieldValues") @Nullable JsonObject fields,
    @Schema(
            description =
                "Where the customer comes from. Absent: the source of the API key, else the one of"
                    + " its way.")
        @Nullable UUID sourceId) {

  /** A merge patch of a customer. */
  @Schema(
      name = "CustomerPatch",
      description =
          "RFC 7396: what is absent stays, null empties, lists are replaced as a whole; fields is"
              + " merged key by key.",
      examples =
          """
          {"occupation": null, "tags": ["vip", "2026"], "fields": {"retail.cardTier": "platinum"}}\
          """)
  public record PatchJson(
      @Schema(ref = "CustomerKind") @Nullable String kind,
      @Nullable String name,
      @Nullable String familyName,
      @Nullable String middleName,
      @Nullable String givenName,
      @Schema(ref = "Gender") @Nullable String gender,
      @Nullable LocalDate birthDate,
      @Nullable String birthPlace,
      @Nullable List<String> interests,
      @Schema(ref = "Education") @Nullable String education,
      @Nullable String occupation,
      @Schema(ref = "IncomeBand") @Nullable String incomeBand,
      @Nullable String taxCode,
      @Nullable List<PhoneJson.NewJson> phones,
      @Nullable List<EmailJson.NewJson> emails,
      @Nullable List<AddressJson.NewJson> addresses,
      @Nullable String externalId,
      @Schema(ref = "Channel") @Nullable String preferredChannel,
      @Nullable List<String> tags,
      @Nullable UUID ownerId,
      @Schema(ref = "Stage") @Nullable String stage,
      @Schema(ref = "FieldValues") @Nullable JsonObject fields) {}
}
