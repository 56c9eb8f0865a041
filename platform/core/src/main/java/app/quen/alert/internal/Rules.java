package app.quen.alert.internal;

import app.quen.alert.AlertRule;
import app.quen.alert.RuleSetting;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;

/** How rules are set, in {@code alert_setting}: one row for each that was set. */
@ApplicationScoped
public class Rules {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String PREFIX = "alert.";

  @Inject Work work;

  public Map<AlertRule, RuleSetting> all() {
    Map<AlertRule, RuleSetting> all = new EnumMap<>(AlertRule.class);
    for (AlertRule rule : AlertRule.values()) {
      all.put(rule, rule.usual());
    }
    work.sql()
        .createQuery("SELECT name, value FROM alert_setting WHERE name LIKE 'alert.%'")
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            set ->
                AlertRule.find(set.getKey().substring(PREFIX.length()))
                    .ifPresent(rule -> all.put(rule, read(rule, set.getValue()))));
    return all;
  }

  /** Whoever sets it meanwhile waits. */
  public RuleSetting lock(AlertRule rule) {
    return work.sql()
        .createQuery("SELECT value FROM alert_setting WHERE name = ? FOR UPDATE")
        .bind(0, PREFIX + rule.key())
        .mapTo(String.class)
        .findOne()
        .map(text -> read(rule, text))
        .orElseGet(rule::usual);
  }

  public void store(RuleSetting set) {
    work.sql()
        .createUpdate(
            "INSERT INTO alert_setting (name, value) VALUES (:name, :value)"
                + " ON DUPLICATE KEY UPDATE value = VALUES(value)")
        .bind("name", PREFIX + set.rule().key())
        .bind("value", json(set).toString())
        .execute();
  }

  public static JsonObject json(RuleSetting set) {
    return JSON.createObjectBuilder()
        .add("enabled", set.enabled())
        .add("floor", set.floor())
        .add("factor", set.factor())
        .add("endsSessions", set.endsSessions())
        .add("mails", set.mails())
        .build();
  }

  private static RuleSetting read(AlertRule rule, String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new RuleSetting(
          rule,
          json.get("enabled") != JsonValue.FALSE,
          json.getInt("floor"),
          json.getInt("factor"),
          json.get("endsSessions") == JsonValue.TRUE,
          json.get("mails") != JsonValue.FALSE);
    }
  }
}
