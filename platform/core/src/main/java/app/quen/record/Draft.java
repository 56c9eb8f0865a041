package app.quen.record;

import app.quen.access.Actor;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that is being written: its values in their normal form, and what is wrong with it. */
public final class Draft {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Map<String, JsonValue> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final @Nullable JsonObject before;
  private final Instant now;
  private final Actor actor;

  /**
   * @param before the record as it was; null for a new one
   */
  public Draft(@Nullable JsonObject before, Instant now, Actor actor) {
    this.before = before;
    this.now = now;
    this.actor = actor;
  }

  public boolean isNew() {
    return before == null;
  }

  public Instant now() {
    return now;
  }

  /** Who writes; the id of the member, or null where a program or the system does. */
  public @Nullable UUID writingMember() {
    return actor.kind() == Actor.Kind.MEMBER ? actor.id() : null;
  }

  public @Nullable String text(String key) {
    return textOf(values.get(key));
  }

  /** As it was before the change; null if it was not there, or the record is new. */
  public @Nullable String textBefore(String key) {
    return before == null ? null : textOf(before.get(key));
  }

  private static @Nullable String textOf(@Nullable JsonValue value) {
    return value instanceof JsonString string ? string.getString() : null;
  }

  public @Nullable Instant instant(String key) {
    String text = text(key);
    return text == null ? null : Instant.parse(text);
  }

  public @Nullable Integer whole(String key) {
    return values.get(key) instanceof JsonNumber number ? number.intValue() : null;
  }

  public @Nullable JsonObject object(String key) {
    return values.get(key) instanceof JsonObject object ? object : null;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public boolean changed(String key) {
    return before == null || !Objects.equals(values.get(key), before.get(key));
  }

  public void put(String key, JsonValue value) {
    values.put(key, value);
  }

  public void put(String key, String value) {
    values.put(key, JSON.createValue(value));
  }

  public void put(String key, Instant value) {
    put(key, value.toString());
  }

  public void remove(String key) {
    values.remove(key);
  }

  public void putIfAbsent(String key, @Nullable Object value) {
    if (!has(key) && value != null) {
      put(key, value.toString());
    }
  }

  public void problem(String key, String code, String vi, String en) {
    problem(new Problem(key, code, new Text(vi, en)));
  }

  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Without one of these the record says nothing. */
  public void needOneOf(String vi, String en, String... keys) {
    for (String key : keys) {
      if (has(key)) {
        return;
      }
    }
    problem(keys[0], "required", vi, en);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The values of the workspace's and plugins' fields. */
  public JsonObject fields() {
    JsonObject fields = object("fields");
    return fields == null ? JsonValue.EMPTY_JSON_OBJECT : fields;
  }

  public JsonObject fieldsBefore() {
    return before != null && before.get("fields") instanceof JsonObject fields
        ? fields
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  public Map<String, JsonValue> values() {
    return values;
  }
}
