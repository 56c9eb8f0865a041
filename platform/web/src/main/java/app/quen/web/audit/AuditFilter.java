package app.quen.web.audit;

import app.quen.access.Actor;
import app.quen.audit.AuditQuery;
import app.quen.web.Page;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is sought in the trail. */
public class AuditFilter {

  @QueryParam("who")
  @Parameter(
      description =
          "The id of an account, API key or operator; also what was done on their behalf.")
  public @Nullable String who;

  @QueryParam("kind")
  @Parameter(
      description = "What kind of actor: member, api_key, plugin, operator or system.",
      example = "api_key")
  public @Nullable String kind;

  @QueryParam("act")
  @Parameter(
      description = "The name of an act, or several with commas.",
      example = "CustomerRevised")
  public @Nullable String act;

  @QueryParam("recordType")
  @Parameter(example = "customer")
  public @Nullable String recordType;

  @QueryParam("recordId")
  public @Nullable String recordId;

  @QueryParam("customerId")
  @Parameter(description = "What is about this customer, also in orders, tasks and the like.")
  public @Nullable String customerId;

  @QueryParam("field")
  @Parameter(
      description =
          "The key of a field that was changed or read. With this, why or kind, a page may hold"
              + " fewer than limit, or none, and go on all the same.",
      example = "workspace.cccd")
  public @Nullable String field;

  @QueryParam("why")
  @Parameter(description = "A part of the reason.")
  public @Nullable String why;

  @QueryParam("from")
  @Parameter(example = "2026-03-05T00:00:00Z")
  public @Nullable String from;

  @QueryParam("until")
  @Parameter(description = "Before this moment.", example = "2026-03-06T00:00:00Z")
  public @Nullable String until;

  AuditQuery toQuery() {
    return new AuditQuery(
        id("who", who),
        actors(kind),
        names(act),
        text(recordType),
        id("recordId", recordId),
        id("customerId", customerId),
        text(field),
        text(why),
        moment("from", from),
        moment("until", until));
  }

  static @Nullable Long before(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return Long.parseLong(cursor, Character.MAX_RADIX);
    } catch (NumberFormatException e) {
      throw Page.badParameter(
          "cursor",
          "Trang này không còn; hãy mở lại nhật ký từ đầu.",
          "There is no such page; read the trail from its beginning.");
    }
  }

  private static @Nullable String text(@Nullable String written) {
    return written == null || written.isBlank() ? null : written.strip();
  }

  private static Actor.@Nullable Kind actors(@Nullable String written) {
    String text = text(written);
    try {
      return text == null ? null : Actor.Kind.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Page.badParameter(
          "kind",
          "kind là member, api_key, plugin, operator hoặc system.",
          "kind is member, api_key, plugin, operator or system.");
    }
  }

  private static Set<String> names(@Nullable String written) {
    String text = text(written);
    return text == null ? Set.of() : new HashSet<>(List.of(text.split("\\s*,\\s*")));
  }

  private static @Nullable UUID id(String name, @Nullable String written) {
    String text = text(written);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Page.badParameter(
          name, name + " phải là một mã UUID.", name + " is a UUID, such as an entry shows it.");
    }
  }

  private static @Nullable Instant moment(String name, @Nullable String written) {
    String text = text(written);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Page.badParameter(
          name,
          name + " phải là thời điểm như 2026-03-05T00:00:00Z.",
          name + " is a moment such as 2026-03-05T00:00:00Z.");
    }
  }
}
