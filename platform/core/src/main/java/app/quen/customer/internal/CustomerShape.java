package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.ProperCase;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON of a customer: the one shape that the API, checks, facts and patches share. */
public final class CustomerShape {

  /** What people write. */
  private static final List<String> CONTENT =
      List.of(
          "kind",
          "name",
          "familyName",
          "middleName",
          "givenName",
          "gender",
          "birthDate",
          "birthPlace",
          "interests",
          "education",
          "occupation",
          "incomeBand",
          "taxCode",
          "phones",
          "emails",
          "addresses",
          "externalId",
          "preferredChannel",
          "tags",
          "ownerId",
          "stage",
          "fields");

  private static final List<String> STAMPS =
      List.of(
          "suggestedName",
          "sourceId",
          "createdAt",
          "createdBy",
          "updatedAt",
          "updatedBy",
          "archivedAt",
          "deletedAt",
          "version",
          "rollups");

  private static final List<String> MEMBERS =
      Stream.of(List.of("id"), CONTENT, STAMPS).flatMap(List::stream).toList();

  private static final Set<String> KNOWN = Set.copyOf(CONTENT);

  /** What the system says of a customer; nobody writes it. */
  static final Set<String> SYSTEM =
      Stream.concat(Stream.of("id"), STAMPS.stream()).collect(Collectors.toUnmodifiableSet());

  private static final Set<String> OF_CONTACT = Set.of("value", "normal", "label", "primary");
  private static final Set<String> OF_ADDRESS =
      Set.of(
          "line",
          "ward",
          "district",
          "province",
          "country",
          "postalCode",
          "label",
          "primary",
          "units");

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private CustomerShape() {}

  public static JsonObject json(CustomerView customer) {
    return members(customer, MEMBERS);
  }

  /** Whether it is a member of the JSON itself, not one of {@code fields}. */
  static boolean isOwn(String field) {
    return KNOWN.contains(field);
  }

  /** Only what people write: without id, version and stamps. */
  static JsonObject content(CustomerView customer) {
    return members(customer, CONTENT);
  }

  private static JsonObject members(CustomerView customer, List<String> members) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    for (String member : members) {
      JsonValue value = value(customer, member);
      if (value != null) {
        json.add(member, value);
      }
    }
    return json.build();
  }

  /** What the JSON has under a name; null where it has nothing. */
  public static @Nullable JsonValue value(CustomerView customer, String member) {
    return switch (member) {
      case "id" -> text(customer.id());
      case "kind" -> text(customer.kind());
      case "name" -> text(customer.name());
      case "familyName" -> text(customer.familyName());
      case "middleName" -> text(customer.middleName());
      case "givenName" -> text(customer.givenName());
      case "gender" -> text(customer.gender());
      case "birthDate" -> text(customer.birthDate());
      case "birthPlace" -> text(customer.birthPlace());
      case "interests" -> JSON.createArrayBuilder(customer.interests()).build();
      case "education" -> text(customer.education());
      case "occupation" -> text(customer.occupation());
      case "incomeBand" -> text(customer.incomeBand());
      case "taxCode" -> text(customer.taxCode());
      case "phones" -> contacts(customer.phones());
      case "emails" -> contacts(customer.emails());
      case "addresses" -> AddressShape.json(customer.addresses()).build();
      case "externalId" -> text(customer.externalId());
      case "preferredChannel" -> text(customer.preferredChannel());
      case "tags" -> JSON.createArrayBuilder(customer.tags()).build();
      case "ownerId" -> text(customer.ownerId());
      case "stage" -> text(customer.stage());
      case "fields" -> customer.fields();
      case "suggestedName" ->
          customer.kind().equals("person")
              ? text(ProperCase.of(customer.name()).orElse(null))
              : null;
      case "sourceId" -> text(customer.sourceId());
      case "createdAt" -> text(customer.createdAt());
      case "createdBy" -> json(customer.createdBy());
      case "updatedAt" -> text(customer.updatedAt());
      case "updatedBy" -> json(customer.updatedBy());
      case "archivedAt" -> text(customer.archivedAt());
      case "deletedAt" -> text(customer.deletedAt());
      case "version" -> JSON.createValue(customer.version());
      case "rollups" -> customer.rollups();
      default -> null;
    };
  }

  private static JsonArray contacts(List<CustomerView.Contact> contacts) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (CustomerView.Contact contact : contacts) {
      json.add(
          JSON.createObjectBuilder()
              .add("value", contact.value())
              .add("normal", contact.normal())
              .add("label", contact.label())
              .add("primary", contact.primary()));
    }
    return json.build();
  }

  private static JsonObject json(Actor actor) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("kind", actor.kind().name().toLowerCase(Locale.ROOT));
    if (actor.id() != null) {
      json.add("id", actor.id().toString());
    }
    return json.add("name", actor.name()).build();
  }

  private static @Nullable JsonValue text(@Nullable Object value) {
    return value == null ? null : JSON.createValue(value.toString());
  }

  /**
   * @throws Invalid if a member is unknown or of a wrong type
   */
  public static CustomerDraft read(JsonObject customer) {
    return new Reading().draft(customer);
  }

  public static CustomerDraft ofFields(Map<String, JsonValue> values) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    JsonObjectBuilder address = JSON.createObjectBuilder();
    JsonObjectBuilder fields = JSON.createObjectBuilder();
    boolean anyAddress = false;
    for (var value : values.entrySet()) {
      String key = value.getKey();
      if (value.getValue().getValueType() == JsonValue.ValueType.NULL) {
        continue;
      }
      if (key.startsWith("address.")) {
        address.add(key.substring("address.".length()), value.getValue());
        anyAddress = true;
      } else if (key.indexOf('.') > 0) {
        fields.add(key, value.getValue());
      } else {
        json.add(key, value.getValue());
      }
    }
    if (anyAddress) {
      json.add("addresses", JSON.createArrayBuilder().add(address));
    }
    return read(json.add("fields", fields).build());
  }

  /** Reads one customer and gathers what is wrong with it. */
  private static final class Reading {

    private final List<Problem> problems = new ArrayList<>();

    CustomerDraft draft(JsonObject json) {
      unknown("", json, KNOWN, SYSTEM);
      CustomerDraft draft =
          new CustomerDraft(
              text(json, "", "kind"),
              text(json, "", "name"),
              text(json, "", "familyName"),
              text(json, "", "middleName"),
              text(json, "", "givenName"),
              text(json, "", "gender"),
              converted(json, "birthDate", LocalDate::parse, "yyyy-MM-dd"),
              text(json, "", "birthPlace"),
              texts(json, "interests"),
              text(json, "", "education"),
              text(json, "", "occupation"),
              text(json, "", "incomeBand"),
              text(json, "", "taxCode"),
              contacts(json, "phones"),
              contacts(json, "emails"),
              addresses(json),
              text(json, "", "externalId"),
              text(json, "", "preferredChannel"),
              texts(json, "tags"),
              converted(json, "ownerId", UUID::fromString, "UUID"),
              text(json, "", "stage"),
              fields(json));
      if (!problems.isEmpty()) {
        throw new Invalid(problems);
      }
      return draft;
    }

    private void unknown(String at, JsonObject json, Set<String> known, Set<String> ignored) {
      for (String name : json.keySet()) {
        if (!known.contains(name) && !ignored.contains(name)) {
          problems.add(
              new Problem(
                  at + name,
                  "unknown-field",
                  new Text(
                      "Không có trường “" + name + "”.", "There is no field “" + name + "”.")));
        }
      }
    }

    private @Nullable String text(JsonObject json, String at, String name) {
      JsonValue value = json.get(name);
      if (isAbsent(value)) {
        return null;
      }
      if (value instanceof JsonString string) {
        return string.getString();
      }
      wrong(at + name, "một chuỗi văn bản", "a text");
      return null;
    }

    private <T> @Nullable T converted(
        JsonObject json, String name, Function<String, T> conversion, String form) {
      String text = text(json, "", name);
      if (text == null || text.isBlank()) {
        return null;
      }
      try {
        return conversion.apply(text.strip());
      } catch (RuntimeException e) {
        wrong(name, "dạng " + form, form);
        return null;
      }
    }

    private List<String> texts(JsonObject json, String name) {
      List<String> texts = new ArrayList<>();
      for (JsonValue value : array(json, name)) {
        if (value instanceof JsonString string) {
          texts.add(string.getString());
        } else {
          wrong(name, "một danh sách văn bản", "a list of texts");
        }
      }
      return texts;
    }

    private JsonArray array(JsonObject json, String name) {
      JsonValue value = json.get(name);
      if (isAbsent(value)) {
        return JsonValue.EMPTY_JSON_ARRAY;
      }
      if (value instanceof JsonArray array) {
        return array;
      }
      wrong(name, "một danh sách", "a list");
      return JsonValue.EMPTY_JSON_ARRAY;
    }

    private List<CustomerDraft.Contact> contacts(JsonObject json, String name) {
      List<CustomerDraft.Contact> contacts = new ArrayList<>();
      for (JsonValue value : array(json, name)) {
        String at = name + "[" + contacts.size() + "]";
        if (value instanceof JsonString written) {
          contacts.add(new CustomerDraft.Contact(written.getString(), null, false));
        } else if (value instanceof JsonObject object) {
          unknown(at + ".", object, OF_CONTACT, Set.of());
          String written = text(object, at + ".", "value");
          contacts.add(
              new CustomerDraft.Contact(
                  written == null ? "" : written,
                  text(object, at + ".", "label"),
                  flag(object, at + ".")));
        } else {
          wrong(at, "một đối tượng có value", "an object with a value");
        }
      }
      return contacts;
    }

    private List<CustomerDraft.Address> addresses(JsonObject json) {
      List<CustomerDraft.Address> addresses = new ArrayList<>();
      for (JsonValue value : array(json, "addresses")) {
        String at = "addresses[" + addresses.size() + "]";
        if (!(value instanceof JsonObject object)) {
          wrong(at, "một đối tượng", "an object");
          continue;
        }
        at += ".";
        unknown(at, object, OF_ADDRESS, Set.of());
        addresses.add(
            new CustomerDraft.Address(
                text(object, at, "line"),
                text(object, at, "ward"),
                text(object, at, "district"),
                text(object, at, "province"),
                text(object, at, "country"),
                text(object, at, "postalCode"),
                text(object, at, "label"),
                flag(object, at)));
      }
      return addresses;
    }

    private boolean flag(JsonObject json, String at) {
      JsonValue value = json.get("primary");
      if (!isAbsent(value) && value != JsonValue.TRUE && value != JsonValue.FALSE) {
        wrong(at + "primary", "true hoặc false", "true or false");
      }
      return value == JsonValue.TRUE;
    }

    private JsonObject fields(JsonObject json) {
      JsonValue value = json.get("fields");
      if (isAbsent(value)) {
        return JsonValue.EMPTY_JSON_OBJECT;
      }
      if (value instanceof JsonObject fields) {
        return fields;
      }
      wrong("fields", "một đối tượng", "an object");
      return JsonValue.EMPTY_JSON_OBJECT;
    }

    private void wrong(String field, String vi, String en) {
      problems.add(
          new Problem(
              field, "wrong-type", new Text("Ở đây cần " + vi + ".", "This must be " + en + ".")));
    }

    private static boolean isAbsent(@Nullable JsonValue value) {
      return value == null || value.getValueType() == JsonValue.ValueType.NULL;
    }
  }
}
