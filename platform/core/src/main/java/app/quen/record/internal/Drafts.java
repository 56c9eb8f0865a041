package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.field.Catalogue;
import app.quen.field.Problem;
import app.quen.field.StoredValues;
import app.quen.field.Unwritable;
import app.quen.record.Draft;
import app.quen.record.Property;
import app.quen.record.RecordType;
import app.quen.secret.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was asked to be written, on its way to what is stored: read, held against all, claimed. */
@ApplicationScoped
class Drafts {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Access access;
  @Inject References references;
  @Inject StoredValues values;
  @Inject Policy policy;

  List<Draft> drafts(RecordType type, List<JsonObject> written, Catalogue catalogue, Instant now) {
    Actor actor = access.actor();
    List<Draft> drafts =
        written.stream().map(one -> Reading.read(type, one, null, catalogue, now, actor)).toList();
    references.check(type, drafts);
    Sight sight = policy.of(type.name());
    for (int i = 0; i < drafts.size(); i++) {
      Unwritable.among(keys(written.get(i), true), sight).forEach(drafts.get(i)::problem);
    }
    return drafts;
  }

  /** What nobody is named to look after is theirs who cannot see what is nobody's. */
  List<JsonObject> owned(RecordType type, List<JsonObject> written) {
    Actor actor = access.actor();
    Property owner =
        type.all().stream()
            .filter(property -> property.kind() == Property.Kind.MEMBER && property.written())
            .findFirst()
            .orElse(null);
    if (owner == null
        || actor.kind() != Actor.Kind.MEMBER
        || actor.id() == null
        || policy.of(type.name()).owners() == null) {
      return written;
    }
    return written.stream()
        .map(
            one ->
                one.getOrDefault(owner.key(), JsonValue.NULL) == JsonValue.NULL
                    ? JSON.createObjectBuilder(one).add(owner.key(), actor.id().toString()).build()
                    : one)
        .toList();
  }

  /** What is asked to be written, by field. */
  static Set<String> keys(JsonObject written, boolean valuesOnly) {
    Set<String> keys = new LinkedHashSet<>();
    written.forEach(
        (key, value) -> {
          if (key.equals("fields") && value instanceof JsonObject fields) {
            fields.forEach((field, one) -> add(keys, field, one, valuesOnly));
          } else {
            add(keys, key, value, valuesOnly);
          }
        });
    return keys;
  }

  private static void add(Set<String> keys, String key, JsonValue value, boolean valuesOnly) {
    if (!valuesOnly || value != JsonValue.NULL) {
      keys.add(key);
    }
  }

  /** Unique values and references, of those that fit otherwise. */
  void claim(RecordType type, Catalogue catalogue, List<Draft> drafts, List<UUID> ids) {
    List<StoredValues.Claim> claims = new ArrayList<>();
    List<Draft> claiming = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.problems().isEmpty()) {
        claiming.add(draft);
        claims.add(new StoredValues.Claim(ids.get(i), draft.fieldsBefore(), draft.fields()));
      }
    }
    if (!claims.isEmpty()) {
      List<List<Problem>> problems = values.claim(type.name(), catalogue, claims);
      for (int i = 0; i < claiming.size(); i++) {
        problems.get(i).forEach(claiming.get(i)::problem);
      }
    }
  }

  /** The values of those that fit, as they are to be stored. */
  Map<UUID, @Nullable String> kept(
      RecordType type, Catalogue catalogue, List<Draft> drafts, List<UUID> ids) {
    List<Sealing> sealings = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).problems().isEmpty()) {
        sealings.add(RowShape.sealing(ids.get(i), null, drafts.get(i).values()));
      }
    }
    List<JsonObject> sealed = values.kept(type.name(), catalogue, sealings);
    Map<UUID, @Nullable String> kept = new HashMap<>();
    for (int i = 0; i < sealings.size(); i++) {
      kept.put(sealings.get(i).record(), RowShape.text(sealed.get(i)));
    }
    return kept;
  }
}
