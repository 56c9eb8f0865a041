package app.quen.field.internal;

import app.quen.field.FieldType;
import app.quen.field.FieldWork;
import app.quen.field.FieldWork.Sample;
import app.quen.text.Text;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Long work on a field as it is stored with the field. */
final class WorkJson {

  private WorkJson() {}

  static String write(FieldWork work) {
    JsonObjectBuilder json =
        Values.JSON
            .createObjectBuilder()
            .add("kind", work.kind().name())
            .add("state", work.state().name())
            .add("attempt", work.attempt())
            .add("done", work.done())
            .add("total", work.total())
            .add("startedAt", work.startedAt().toString())
            .add("fits", work.fits())
            .add("misfits", work.misfits());
    if (work.finishedAt() != null) {
      json.add("finishedAt", work.finishedAt().toString());
    }
    if (work.target() != null) {
      json.add("type", work.target().type().name())
          .add("target", Definition.write(work.target()))
          .add("key", work.target().key())
          .add("owner", work.target().owner());
    }
    if (work.at() != null) {
      json.add("at", work.at().toString());
    }
    if (work.failure() != null) {
      json.add("vi", work.failure().vi()).add("en", work.failure().en());
    }
    JsonArrayBuilder samples = Values.JSON.createArrayBuilder();
    for (Sample sample : work.samples()) {
      samples.add(
          Values.JSON
              .createObjectBuilder()
              .add("record", sample.recordId().toString())
              .add("value", sample.value()));
    }
    return json.add("samples", samples).build().toString();
  }

  static @Nullable FieldWork read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonObject json;
    try (var reader = Values.JSON.createReader(new StringReader(text))) {
      json = reader.readObject();
    }
    List<Sample> samples =
        json.getJsonArray("samples").getValuesAs(JsonObject.class).stream()
            .map(
                sample ->
                    new Sample(
                        UUID.fromString(sample.getString("record")), sample.getString("value")))
            .toList();
    return new FieldWork(
        FieldWork.Kind.valueOf(json.getString("kind")),
        FieldWork.State.valueOf(json.getString("state")),
        json.getInt("attempt"),
        json.getJsonNumber("done").longValue(),
        json.getJsonNumber("total").longValue(),
        Instant.parse(json.getString("startedAt")),
        json.containsKey("finishedAt") ? Instant.parse(json.getString("finishedAt")) : null,
        json.containsKey("target")
            ? Definition.read(
                json.getString("key"),
                json.getString("owner"),
                FieldType.valueOf(json.getString("type")),
                json.getString("target"),
                null)
            : null,
        json.containsKey("at") ? UUID.fromString(json.getString("at")) : null,
        json.getJsonNumber("fits").longValue(),
        json.getJsonNumber("misfits").longValue(),
        samples,
        json.containsKey("vi") ? new Text(json.getString("vi"), json.getString("en")) : null);
  }
}
