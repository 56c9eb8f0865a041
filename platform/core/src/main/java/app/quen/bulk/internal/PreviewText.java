package app.quen.bulk.internal;

import app.quen.bulk.BulkView.Note;
import app.quen.bulk.BulkView.Preview;
import app.quen.bulk.BulkView.Sample;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of a preview, as the table keeps it. */
final class PreviewText {

  private static final JsonProvider JSON = JsonProvider.provider();

  private PreviewText() {}

  static JsonObject read(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  static String of(@Nullable Preview preview) {
    if (preview == null) {
      return "{}";
    }
    JsonArrayBuilder samples = JSON.createArrayBuilder();
    for (Sample sample : preview.samples()) {
      samples.add(
          JSON.createObjectBuilder()
              .add("recordId", sample.recordId().toString())
              .add("name", sample.name())
              .add("changes", sample.changes()));
    }
    JsonArrayBuilder refusals = JSON.createArrayBuilder();
    preview.refusals().forEach(note -> refusals.add(Notes.json(note)));
    return JSON.createObjectBuilder()
        .add("count", preview.count())
        .add("exact", preview.exact())
        .add("examined", preview.examined())
        .add("changed", preview.changed())
        .add("unchanged", preview.unchanged())
        .add("refused", preview.refused())
        .add("samples", samples)
        .add("refusals", refusals)
        .build()
        .toString();
  }

  /** What is left of a row whose text somebody has bent: it must not take a list along. */
  static JsonObject readOr(String text, JsonObject instead) {
    try {
      return read(text);
    } catch (JsonException e) {
      return instead;
    }
  }

  static @Nullable Preview preview(String text) {
    try {
      return whole(read(text));
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Preview whole(JsonObject json) {
    if (json.isEmpty()) {
      return null;
    }
    List<Sample> samples = new ArrayList<>();
    for (JsonObject sample : json.getJsonArray("samples").getValuesAs(JsonObject.class)) {
      samples.add(
          new Sample(
              UUID.fromString(sample.getString("recordId")),
              sample.getString("name"),
              sample.getJsonArray("changes")));
    }
    List<Note> refusals =
        json.getJsonArray("refusals").getValuesAs(JsonObject.class).stream()
            .map(Notes::read)
            .toList();
    return new Preview(
        json.getJsonNumber("count").longValue(),
        json.getBoolean("exact"),
        json.getJsonNumber("examined").longValue(),
        json.getJsonNumber("changed").longValue(),
        json.getJsonNumber("unchanged").longValue(),
        json.getJsonNumber("refused").longValue(),
        samples,
        refusals);
  }
}
