package app.quen.fact.internal;

import app.quen.fact.Outbox;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What payloads say in the same way whatever they tell. */
final class Told {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Told() {}

  /** The customer whom a fact is about, if it says so; of its own facts the customer itself. */
  static @Nullable UUID customer(String recordType, Outbox.Entry entry) {
    // those of consents have the customer for their record
    return recordType.equals("customer") || recordType.equals("consent")
        ? entry.recordId()
        : customer(entry.payloadJson());
  }

  private static @Nullable UUID customer(String payload) {
    try (JsonParser parser = JSON.createParser(new StringReader(payload))) {
      parser.next();
      while (parser.hasNext()) {
        if (parser.next() != JsonParser.Event.KEY_NAME) {
          return null;
        }
        boolean sought = parser.getString().equals("customerId");
        switch (parser.next()) {
          case VALUE_STRING -> {
            if (sought) {
              return UUID.fromString(parser.getString());
            }
          }
          case START_OBJECT -> parser.skipObject();
          case START_ARRAY -> parser.skipArray();
          default -> {}
        }
      }
      return null;
    }
  }
}
