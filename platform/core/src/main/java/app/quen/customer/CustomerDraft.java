package app.quen.customer;

import app.quen.customer.internal.CustomerShape;
import app.quen.field.Invalid;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about a customer, not yet held against the rules. Absent is null, or empty
 * for lists; the parts of a name are taken from {@code name} where they are absent.
 *
 * @param kind {@code person} where absent
 * @param stage {@code lead} where absent
 * @param fields values of plugins' fields by key
 */
public record CustomerDraft(
    @Nullable String kind,
    @Nullable String name,
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
    @Nullable String stage,
    JsonObject fields) {

  /** A phone number or e-mail address as written; the first is the primary one if none says so. */
  public record Contact(String value, @Nullable String label, boolean primary) {}

  /** A postal address as written; the country is Vietnam where absent. */
  public record Address(
      @Nullable String line,
      @Nullable String ward,
      @Nullable String district,
      @Nullable String province,
      @Nullable String country,
      @Nullable String postalCode,
      @Nullable String label,
      boolean primary) {}

  /**
   * Reads the JSON of the API.
   *
   * @throws Invalid if a member is unknown, cannot be written, or is of a wrong type
   */
  public static CustomerDraft read(JsonObject customer) {
    return CustomerShape.read(customer);
  }

  /**
   * Puts together what the columns of a spreadsheet say.
   *
   * @param values by field key, as {@link app.quen.field.Fields#parse} gives them; several address
   *     columns such as {@code address.province} make one address
   */
  public static CustomerDraft ofFields(Map<String, JsonValue> values) {
    return CustomerShape.ofFields(values);
  }
}
