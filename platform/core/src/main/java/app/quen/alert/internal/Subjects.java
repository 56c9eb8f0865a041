package app.quen.alert.internal;

import app.quen.access.Actor;
import app.quen.alert.AlertRule;
import app.quen.audit.AuditEntry;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import java.util.UUID;

/** Whom an entry of the trail says something about, and what. */
final class Subjects {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String FAILED = "SignInFailed";

  private Subjects() {}

  /** The member or the program; of what a job does, for whom. */
  static Optional<Actor> of(AuditEntry entry) {
    UUID account = entry.recordId();
    if (entry.act().equals(FAILED)) {
      return account == null
          ? Optional.empty()
          : Optional.of(new Actor(Actor.Kind.MEMBER, account, entry.actor().name()));
    }
    Actor actor = entry.actor();
    if (actor.kind() == Actor.Kind.SYSTEM && entry.onBehalfOf() != null) {
      actor = entry.onBehalfOf();
    }
    boolean person = actor.kind() == Actor.Kind.MEMBER || actor.kind() == Actor.Kind.API_KEY;
    return person && actor.id() != null ? Optional.of(actor) : Optional.empty();
  }

  /** The rule that counts it. */
  static Optional<AlertRule> counted(AuditEntry entry) {
    String act = entry.act();
    if (act.equals("Refused")) {
      return Optional.of(AlertRule.REFUSALS);
    }
    if (act.equals(FAILED)) {
      return Optional.of(AlertRule.FAILED_SIGN_INS);
    }
    if (act.equals("SensitiveRead")) {
      return Optional.of(AlertRule.MASS_READS);
    }
    boolean export =
        act.endsWith("Exported") || act.equals("ExportStarted") || act.equals("FileDownloaded");
    return export ? Optional.of(AlertRule.MASS_EXPORTS) : Optional.empty();
  }

  /** Of a list that was read as many as were in it. */
  static long amount(AuditEntry entry) {
    if (!entry.act().equals("SensitiveRead")) {
      return 1;
    }
    JsonObject told = told(entry);
    if (told.get("count") instanceof JsonNumber count) {
      return Math.max(1, count.longValue());
    }
    return told.get("records") instanceof JsonArray records ? Math.max(1, records.size()) : 1;
  }

  /** What the act was about. */
  static JsonObject told(AuditEntry entry) {
    if (entry.changes() == null) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (var reader = JSON.createReader(new StringReader(entry.changes()))) {
      return reader.readObject();
    } catch (JsonException bent) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  /** Whether a person was there: jobs go on at night, and who fails to sign in is not there. */
  static boolean atWork(AuditEntry entry) {
    return entry.address() != null && !entry.act().equals(FAILED);
  }
}
