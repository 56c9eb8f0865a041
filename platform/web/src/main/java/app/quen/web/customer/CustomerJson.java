package app.quen.web.customer;

import app.quen.customer.CustomerView;
import app.quen.web.ActorJson;
import app.quen.web.json.Whole;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as the API shows it. */
@Schema(
    name = "Customer",
    examples =
        """
        {"id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "kind": "person", "name": "Trần Thị Hoa",
         "suggestedName": null,
         "familyName": "Trần", "middleName": "Thị", "givenName": "Hoa", "gender": "female",
         "birthDate": "1990-05-03", "birthPlace": "Huế", "interests": ["trà", "cầu lông"],
         "education": "bachelor", "occupation": "Giáo viên", "incomeBand": "10m-20m",
         "taxCode": null,
         "phones": [{"value": "0912 345 678", "normal": "+84912345678", "label": "mobile",
                     "primary": true}],
         "emails": [], "addresses": [], "externalId": "KH-0001", "preferredChannel": "zalo",
         "tags": ["vip"], "ownerId": null, "stage": "customer",
         "fields": {"retail.cardTier": "gold"},
         "sourceId": "00000000-0000-7000-8000-000000000001",
         "createdAt": "2026-11-20T02:00:00Z",
         "createdBy": {"kind": "member", "id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c12",
                       "name": "Nguyễn Thị Lan"},
         "updatedAt": "2026-11-20T02:00:00Z",
         "updatedBy": {"kind": "member", "id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c12",
                       "name": "Nguyễn Thị Lan"},
         "archivedAt": null, "deletedAt": null,
         "rollups": {"orders": 3, "returns": 0, "spend": 960000, "average": 320000,
                     "firstOrderAt": "2026-01-10T03:00:00Z",
                     "lastOrderAt": "2026-03-05T07:30:00Z", "daysSinceLastOrder": 12,
                     "openComplaints": 0, "lastSatisfaction": null,
                     "lastInteractionAt": null},
         "version": 1}\
        """)
public record CustomerJson(
    UUID id,
    @Schema(ref = "CustomerKind") String kind,
    @Schema(description = "As people write it.") String name,
    @Schema(
            description =
                "A person's name in proper case, where it was written all in capitals or all in"
                    + " small letters; to be offered, never written.",
            examples = "Trần Thị Hoa")
        @Nullable String suggestedName,
    @Nullable String familyName,
    @Nullable String middleName,
    @Nullable String givenName,
    @Schema(ref = "Gender") @Nullable String gender,
    @Nullable LocalDate birthDate,
    @Nullable String birthPlace,
    List<String> interests,
    @Schema(ref = "Education") @Nullable String education,
    @Nullable String occupation,
    @Schema(ref = "IncomeBand") @Nullable String incomeBand,
    @Schema(description = "Of an organisation.") @Nullable String taxCode,
    List<PhoneJson> phones,
    List<EmailJson> emails,
    List<AddressJson> addresses,
    @Schema(description = "The customer's key in another system.") @Nullable String externalId,
    @Schema(ref = "Channel") @Nullable String preferredChannel,
    List<String> tags,
    @Schema(description = "The member who looks after the customer.") @Nullable UUID ownerId,
    @Schema(ref = "Stage") String stage,
    @Schema(ref = "FieldValues") JsonObject fields,
    @Schema(description = "Where the customer first came from.") UUID sourceId,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    @Schema(description = "Null: not archived.") @Nullable Instant archivedAt,
    @Schema(description = "Since when it is in the trash; null: it is not.")
        @Nullable Instant deletedAt,
    RollupsJson rollups,
    @Schema(description = "Grows with each change; its ETag is \"v<version>\".") long version) {

  /** The customer as JSON of this shape: the core leaves out what is null. */
  public static JsonObject of(CustomerView customer) {
    return Whole.of(customer::value, CustomerJson.class);
  }

  /** A page of customers. */
  @Schema(name = "Customers")
  public record PageJson(
      List<CustomerJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}

  /** Some customers, not a page. */
  @Schema(name = "PossibleDuplicates")
  public record ListJson(List<CustomerJson> items) {}

  /** How many customers there are. */
  @Schema(name = "CustomerCount")
  public record CountJson(
      long count,
      @Schema(description = "False: an estimate, because there are more than 1000.")
          boolean exact) {}

  /** Tags in use. */
  @Schema(name = "Tags")
  public record TagsJson(List<String> items) {}
}
