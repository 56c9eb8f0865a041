package app.quen.record.internal;

import app.quen.customer.Source;
import app.quen.field.Invalid;
import app.quen.record.Draft;
import app.quen.record.RecordType;
import app.quen.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which of the workspace's sources new records come from. */
@ApplicationScoped
class RecordOrigins {

  private static final String KEY = "sourceId";
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Sources sources;

  /** Gives each draft the source that was written with it, else that of all. */
  void put(RecordType type, List<JsonObject> written, List<Draft> drafts, Source source) {
    if (type.find(KEY).isEmpty()) {
      return;
    }
    @Nullable UUID ofAll = null;
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      JsonValue named = written.get(i).getOrDefault(KEY, JsonValue.NULL);
      if (named != JsonValue.NULL) {
        name(draft, named, source);
        continue;
      }
      if (ofAll == null) {
        ofAll = sources.resolve(source.sourceKind(), source.sourceId());
      }
      draft.put(KEY, JSON.createValue(ofAll.toString()));
    }
  }

  private void name(Draft draft, JsonValue named, Source source) {
    try {
      UUID id = UUID.fromString(((JsonString) named).getString());
      draft.put(KEY, JSON.createValue(sources.resolve(source.sourceKind(), id).toString()));
    } catch (Invalid invalid) {
      invalid.problems().forEach(draft::problem);
    } catch (IllegalArgumentException | ClassCastException e) {
      draft.problem(
          KEY,
          "wrong-type",
          "sourceId phải là mã của một nguồn.",
          "sourceId is the id of a source.");
    }
  }
}
