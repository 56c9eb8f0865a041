package app.quen.rollup;

import app.quen.setting.WorkspaceSettings;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What follows for a customer from its records. Drafts, cancelled orders and what is in the trash
 * do not count.
 *
 * @param orders how many it placed
 * @param returns how often it gave something back
 * @param spend what it paid for, less what it gave back, in the workspace's currency
 * @param average spend for each order; null without orders
 * @param openComplaints that nobody has resolved
 * @param satisfaction the last that it said; null if it never did
 */
public record Rollup(
    int orders,
    int returns,
    BigDecimal spend,
    @Nullable BigDecimal average,
    @Nullable Instant firstOrderAt,
    @Nullable Instant lastOrderAt,
    int openComplaints,
    @Nullable Satisfaction satisfaction,
    @Nullable Instant lastInteractionAt) {

  public static final Rollup NONE =
      new Rollup(0, 0, BigDecimal.ZERO, null, null, null, 0, null, null);

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** Many customers have no record yet; it says the same of each. */
  private static final JsonObject NOTHING = NONE.json((Long) null);

  /**
   * @param kind {@code nps} (0 to 10), {@code csat} or {@code rating} (1 to 5)
   */
  public record Satisfaction(String kind, BigDecimal score, Instant at) {}

  /** Full days of the workspace since the last order; null without orders. */
  public @Nullable Long daysSinceLastOrder(WorkspaceSettings settings) {
    return lastOrderAt == null
        ? null
        : ChronoUnit.DAYS.between(settings.dayOf(lastOrderAt), settings.today());
  }

  /** As JSON, with the names of the API; what there is none of is JSON null. */
  public JsonObject json(WorkspaceSettings settings) {
    return this == NONE ? NOTHING : json(daysSinceLastOrder(settings));
  }

  private JsonObject json(@Nullable Long days) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("orders", orders)
            .add("returns", returns)
            .add("spend", plain(spend));
    put(json, "average", average == null ? null : JSON.createValue(plain(average)));
    put(json, "firstOrderAt", moment(firstOrderAt));
    put(json, "lastOrderAt", moment(lastOrderAt));
    put(json, "daysSinceLastOrder", days == null ? null : JSON.createValue(days));
    json.add("openComplaints", openComplaints);
    put(
        json,
        "lastSatisfaction",
        satisfaction == null
            ? null
            : JSON.createObjectBuilder()
                .add("kind", satisfaction.kind())
                .add("score", plain(satisfaction.score()))
                .add("at", satisfaction.at().toString())
                .build());
    put(json, "lastInteractionAt", moment(lastInteractionAt));
    return json.build();
  }

  private static @Nullable JsonValue moment(@Nullable Instant instant) {
    return instant == null ? null : JSON.createValue(instant.toString());
  }

  /** Without the zeros that only say how the database stores it. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void put(JsonObjectBuilder json, String name, @Nullable JsonValue value) {
    json.add(name, value == null ? JsonValue.NULL : value);
  }
}
