package app.quen.customer;

import app.quen.access.Actor;
import app.quen.customer.internal.CustomerShape;
import app.quen.place.AddressUnits;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as people and programs see it here: with the values of the plugins that are switched
 * on, and no others.
 *
 * @param kind {@code person} or {@code organisation}
 * @param name the whole name as written; {@code familyName}, {@code middleName} and {@code
 *     givenName} are its parts, of a person only
 * @param deletedAt since when it is in the trash; null: it is not
 * @param fields values of the workspace's and the plugins' fields by key, e.g. {@code
 *     telecom.contract}
 * @param sourceId where the customer first came from
 * @param rollups what follows from its orders and the rest; nobody writes it
 */
public record CustomerView(
    CustomerId id,
    int version,
    String kind,
    String name,
    @Nullable String familyName,
    @Nullable String middleName,
    @Nullable String givenName,
    @Nullable String gender,
    @Nullable LocalDate birthDate,
    @Nullable String birthPlace,
    List<String> interests,
    @Nullable String education,
    @Nullable String occupation,
    @Nullable String incomeBand,
    @Nullable String taxCode,
    List<Contact> phones,
    List<Contact> emails,
    List<Address> addresses,
    @Nullable String externalId,
    @Nullable String preferredChannel,
    List<String> tags,
    @Nullable UUID ownerId,
    String stage,
    JsonObject fields,
    UUID sourceId,
    Instant createdAt,
    Actor createdBy,
    Instant updatedAt,
    Actor updatedBy,
    @Nullable Instant archivedAt,
    @Nullable Instant deletedAt,
    JsonObject rollups) {

  /**
   * A phone number or e-mail address.
   *
   * @param value as it was written
   * @param normal of a phone number E.164, with {@code ;ext=} and the extension where there is one;
   *     of an e-mail address in small letters, the domain in ASCII
   * @param label {@code mobile}, {@code home}, {@code work} or {@code other}
   */
  public record Contact(String value, String normal, String label, boolean primary) {}

  /**
   * A postal address as it was written; {@code district} only where it was written before the
   * districts ended.
   *
   * @param units the units that it lies in; null where none is recognised
   */
  public record Address(
      @Nullable String line,
      @Nullable String ward,
      @Nullable String district,
      @Nullable String province,
      String country,
      @Nullable String postalCode,
      String label,
      boolean primary,
      @Nullable AddressUnits units) {}

  /** The same with other values of the fields that are not the core's. */
  public CustomerView withFields(JsonObject values) {
    return values.equals(fields)
        ? this
        : new CustomerView(
            id,
            version,
            kind,
            name,
            familyName,
            middleName,
            givenName,
            gender,
            birthDate,
            birthPlace,
            interests,
            education,
            occupation,
            incomeBand,
            taxCode,
            phones,
            emails,
            addresses,
            externalId,
            preferredChannel,
            tags,
            ownerId,
            stage,
            values,
            sourceId,
            createdAt,
            createdBy,
            updatedAt,
            updatedBy,
            archivedAt,
            deletedAt,
            rollups);
  }

  /** One member of its JSON; null where there is nothing. */
  public @Nullable JsonValue value(String member) {
    return CustomerShape.value(this, member);
  }

  /** The same as JSON, with the names of the API. */
  public JsonObject json() {
    return CustomerShape.json(this);
  }
}
