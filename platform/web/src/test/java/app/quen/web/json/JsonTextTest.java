package app.quen.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void controlCharactersQuotesAndBackslashesAreEscapedAndNothingElse() {
    var value = Json.createObjectBuilder().add("tên \"A\"", "a\\b\n\t\u0001 Thuỳ 😀 /").build();

    assertThat(JsonText.of(value))
        .isEqualTo("{\"tên \\\"A\\\"\":\"a\\\\b\\n\\t\\u0001 Thuỳ 😀 /\"}");
  }

  @Test
  void emptyObjectsAndArraysAreWritten() {
    var value =
        Json.createArrayBuilder(
                List.of(JsonValue.EMPTY_JSON_OBJECT, JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL))
            .build();

    assertThat(JsonText.of(value)).isEqualTo("[{},[],null]");
  }

  @Test
  void aTextOfManyPiecesIsWhole() {
    var items = Json.createArrayBuilder();
    for (int i = 0; i < 9_000; i++) {
      items.add(
          Json.createObjectBuilder()
              .add("tên", "Thuỳ " + "😀".repeat(i % 23))
              .add("rỗng", JsonValue.EMPTY_JSON_ARRAY));
    }
    JsonValue value = items.add("x".repeat(100_000)).build();

    try (var reader = Json.createReader(new StringReader(JsonText.of(value)))) {
      assertThat(reader.readValue()).isEqualTo(value);
    }
  }

  @Property(tries = 500)
  void whatIsWrittenReadsAsTheSame(@ForAll("values") JsonValue value) {
    try (var reader = Json.createReader(new StringReader(JsonText.of(value)))) {
      assertThat(reader.readValue()).isEqualTo(value);
    }
  }

  @Provide
  Arbitrary<JsonValue> values() {
    return value(3);
  }

  private static Arbitrary<JsonValue> value(int depth) {
    Arbitrary<JsonValue> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().map(Json::createValue),
            Arbitraries.bigDecimals().map((BigDecimal n) -> Json.createValue(n)),
            Arbitraries.of(JsonValue.NULL, JsonValue.TRUE, JsonValue.FALSE));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonValue> inner = value(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        inner.list().ofMaxSize(4).map(list -> Json.createArrayBuilder(list).build()),
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), inner)
            .ofMaxSize(4)
            .map(
                map -> {
                  var object = Json.createObjectBuilder();
                  map.forEach(object::add);
                  return object.build();
                }));
  }
}
