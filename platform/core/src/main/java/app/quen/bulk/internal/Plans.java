package app.quen.bulk.internal;

import app.quen.bulk.PreviewBulk.Plan;
import app.quen.customer.ChangeManyCustomers.Wish;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerQuery;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be changed and of whom, as people say it and as the table keeps it. */
final class Plans {

  static final String CUSTOMER = "customer";
  static final int MOST_IDS = 10_000;
  private static final int MOST_TAGS = 50;

  private static final JsonProvider JSON = JsonProvider.provider();

  private Plans() {}

  /**
   * @throws Invalid if it cannot be meant
   */
  static void require(Plan plan) {
    if ((plan.query() == null) == plan.ids().isEmpty()) {
      throw refused(
          "ids",
          "required",
          "Hãy cho biết sửa những gì: query hoặc ids, một trong hai.",
          "Say which records: query or ids, one of the two.");
    }
    if (plan.ids().size() > MOST_IDS) {
      throw refused(
          "ids",
          "too-many",
          "Mỗi lần chọn được nhiều nhất " + MOST_IDS + " bản ghi theo ids; hãy dùng query.",
          "At most " + MOST_IDS + " records can be named by ids; use a query instead.");
    }
    if (plan.change().isEmpty() && plan.addTags().isEmpty() && plan.removeTags().isEmpty()) {
      throw refused("change", "required", "Hãy chọn điều cần sửa.", "Say what is to be changed.");
    }
    if (plan.addTags().size() > MOST_TAGS || plan.removeTags().size() > MOST_TAGS) {
      throw refused("addTags", "too-many", "Nhiều nhất 50 thẻ.", "At most 50 tags.");
    }
    if (plan.record().equals(CUSTOMER)) {
      // what is no field, or of a wrong type, fits no customer
      CustomerDraft.read(plan.change());
    } else if (!plan.addTags().isEmpty() || !plan.removeTags().isEmpty()) {
      throw refused("addTags", "unsuited", "Chỉ khách hàng có thẻ.", "Only customers have tags.");
    }
    // of the same form for all records
    query(plan.query());
  }

  static @Nullable CustomerQuery query(@Nullable JsonObject query) {
    return query == null ? null : CustomerQuery.ofJson(query);
  }

  static JsonObject json(Plan plan) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (plan.query() != null) {
      json.add("query", plan.query());
    } else {
      JsonArrayBuilder ids = JSON.createArrayBuilder();
      plan.ids().forEach(id -> ids.add(id.toString()));
      json.add("ids", ids);
    }
    return json.add("record", plan.record())
        .add("change", plan.change())
        .add("addTags", JSON.createArrayBuilder(plan.addTags()))
        .add("removeTags", JSON.createArrayBuilder(plan.removeTags()))
        .build();
  }

  static Plan plan(JsonObject json) {
    return new Plan(
        json.getString("record", CUSTOMER),
        json.containsKey("query") ? json.getJsonObject("query") : null,
        texts(json, "ids").stream().map(UUID::fromString).toList(),
        json.getJsonObject("change"),
        texts(json, "addTags"),
        texts(json, "removeTags"));
  }

  private static List<String> texts(JsonObject json, String name) {
    JsonValue texts = json.get(name);
    return texts == null
        ? List.of()
        : texts.asJsonArray().getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toList();
  }

  static List<Wish> wishes(Plan plan, List<UUID> ids) {
    return ids.stream()
        .map(id -> new Wish(new CustomerId(id), plan.change(), plan.addTags(), plan.removeTags()))
        .toList();
  }

  static Invalid refused(String field, String code, String vi, String en) {
    return new Invalid(List.of(new Problem(field, code, new Text(vi, en))));
  }
}
