package app.quen.exporting.internal;

import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Address;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that customers can be given out in. */
@ApplicationScoped
public class CustomerColumns {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String ADDRESS = "address.";
  private static final String ROLLUP = "rollup.";

  @Inject Fields fields;
  @Inject Tenants tenants;
  @Inject ListMembers members;
  @Inject SeenColumns seen;

  /**
   * @param memberEmails by account id, where the field names members
   */
  public record Column(Field field, Map<String, String> memberEmails) {

    /** What a customer has there; JSON null for nothing. */
    public JsonValue value(CustomerView customer) {
      JsonValue value = at(customer);
      if (value == null) {
        return JsonValue.NULL;
      }
      if (field.type() == FieldType.MEMBER && value instanceof JsonString id) {
        String email = memberEmails.get(id.getString());
        return email == null ? JsonValue.NULL : JSON.createValue(email);
      }
      return value;
    }

    /** The score of a satisfaction. */
    private static @Nullable JsonValue rollup(@Nullable JsonValue value) {
      return value instanceof JsonObject satisfaction ? satisfaction.get("score") : value;
    }

    private @Nullable JsonValue at(CustomerView customer) {
      String key = field.key();
      if (!field.isCore()) {
        return customer.fields().get(key);
      }
      if (key.startsWith(ROLLUP)) {
        return rollup(customer.rollups().get(key.substring(ROLLUP.length())));
      }
      if (key.startsWith(ADDRESS)) {
        String text = address(customer, key.substring(ADDRESS.length()));
        return text == null ? null : JSON.createValue(text);
      }
      return customer.value(key);
    }

    /** The primary one, or the first. */
    private static @Nullable Address address(CustomerView customer) {
      for (Address address : customer.addresses()) {
        if (address.primary()) {
          return address;
        }
      }
      return customer.addresses().isEmpty() ? null : customer.addresses().getFirst();
    }

    private static @Nullable String address(CustomerView customer, String part) {
      Address address = address(customer);
      if (address == null) {
        return null;
      }
      return switch (part) {
        case "line" -> address.line();
        case "ward" -> address.ward();
        case "district" -> address.district();
        case "province" -> address.province();
        case "country" -> address.country();
        case "postalCode" -> address.postalCode();
        case "label" -> address.label();
        default -> throw new IllegalArgumentException("an address has no " + part);
      };
    }
  }

  /**
   * @param keys empty for all
   * @throws Invalid if one does not exist here
   */
  public List<Column> choose(List<String> keys) {
    Map<String, Field> known = new HashMap<>();
    List<Field> all = fields.of("customer");
    all.forEach(field -> known.put(field.key(), field));
    List<Field> chosen = new ArrayList<>();
    for (String key : keys) {
      Field field = known.get(key);
      if (field == null) {
        throw new Invalid(
            List.of(
                new Problem(
                    "columns",
                    "unknown",
                    new Text(
                        "Không có trường “" + key + "” trong không gian làm việc này.",
                        "There is no field “" + key + "” in this workspace."))));
      }
      chosen.add(field);
    }
    seen.require("customer", keys);
    List<Field> given = chosen.isEmpty() ? seen.of("customer", all) : chosen;
    Map<String, String> emails =
        given.stream().anyMatch(field -> field.type() == FieldType.MEMBER) ? emails() : Map.of();
    return given.stream().map(field -> new Column(field, emails)).toList();
  }

  private Map<String, String> emails() {
    Map<String, String> emails = new HashMap<>();
    for (Member member : members.list(tenants.current().id())) {
      emails.put(member.id().toString(), member.email());
    }
    return emails;
  }
}
