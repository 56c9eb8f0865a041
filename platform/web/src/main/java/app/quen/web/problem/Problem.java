package app.quen.web.problem;

import app.quen.text.Text;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What went wrong with a request, before it is put into words for one caller.
 *
 * @param more further members, as the type promises them
 * @param headers to send with it
 */
public record Problem(
    ProblemType type,
    Text detail,
    List<FieldError> errors,
    Map<String, JsonValue> more,
    Map<String, String> headers) {

  /** What is wrong with one field. */
  public record FieldError(String field, String code, Text message) {}

  public static Problem of(ProblemType type) {
    return of(type, type.detail());
  }

  public static Problem of(ProblemType type, Text detail) {
    return new Problem(type, detail, List.of(), Map.of(), Map.of());
  }

  public static Problem of(ProblemType type, String vi, String en) {
    return of(type, new Text(vi, en));
  }

  public Problem errors(List<FieldError> errors) {
    return new Problem(type, detail, errors, more, headers);
  }

  public Problem with(String member, JsonValue value) {
    var all = new LinkedHashMap<>(more);
    all.put(member, value);
    return new Problem(type, detail, errors, all, headers);
  }

  public Problem header(String name, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Problem(type, detail, errors, more, all);
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }

  /** RFC 9457, in this language. */
  public JsonObject json(String language, String requestId) {
    var json =
        Json.createObjectBuilder()
            .add("type", type.urn())
            .add("title", type.title().in(language))
            .add("status", type.status())
            .add("detail", detail.in(language))
            .add("requestId", requestId);
    if (!errors.isEmpty()) {
      var list = Json.createArrayBuilder();
      for (var error : errors) {
        list.add(
            Json.createObjectBuilder()
                .add("field", error.field())
                .add("code", error.code())
                .add("message", error.message().in(language)));
      }
      json.add("errors", list);
    }
    more.forEach(json::add);
    return json.build();
  }
}
