package app.quen.exporting.internal;

import app.quen.account.ListMembers;
import app.quen.account.Member;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that interactions, feedback and tasks can be given out in. */
@ApplicationScoped
public class RecordColumns {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String CUSTOMER = "customer.";

  @Inject Fields fields;
  @Inject Tenants tenants;
  @Inject ListMembers members;
  @Inject SeenColumns seen;

  /**
   * @param memberEmails by account id, where the field names members
   */
  public record Column(Field field, Map<String, String> memberEmails) {

    /** What a record has there; JSON null for nothing. */
    public JsonValue value(JsonObject record) {
      JsonValue value = at(record);
      if (!(value instanceof JsonString text)) {
        return value == null ? JsonValue.NULL : value;
      }
      if (field.type() == FieldType.MEMBER) {
        String email = memberEmails.get(text.getString());
        return email == null ? JsonValue.NULL : JSON.createValue(email);
      }
      return value;
    }

    private @Nullable JsonValue at(JsonObject record) {
      String key = field.key();
      if (!field.isCore()) {
        return record.getJsonObject("fields").get(key);
      }
      if (key.startsWith(CUSTOMER)) {
        JsonObject customer = record.getJsonObject("customer");
        return customer == null ? null : customer.get(key.substring(CUSTOMER.length()));
      }
      return record.get(key);
    }
  }

  /**
   * @param keys empty for all
   * @throws Invalid if one does not exist here
   */
  public List<Column> choose(String recordType, List<String> keys) {
    Map<String, Field> known = new LinkedHashMap<>();
    fields.of(recordType).forEach(field -> known.put(field.key(), field));
    for (String key : keys) {
      if (!known.containsKey(key)) {
        throw new Invalid(
            List.of(
                new Problem(
                    "columns",
                    "unknown",
                    new Text(
                        "Không có trường “" + key + "” trong không gian làm việc này.",
                        "There is no field “" + key + "” in this workspace."))));
      }
    }
    Map<String, String> emails = new HashMap<>();
    for (Member member : members.list(tenants.current().id())) {
      emails.put(member.id().toString(), member.email());
    }
    seen.require(recordType, keys);
    List<String> given =
        keys.isEmpty()
            ? seen.of(recordType, List.copyOf(known.values())).stream().map(Field::key).toList()
            : keys;
    return given.stream().map(key -> new Column(known.get(key), emails)).toList();
  }
}
