package app.quen.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeTest {

  record Shop(String name, @Nullable String motto, List<Shelf> shelves, boolean open, int size) {}

  record Shelf(String label, @Nullable String note) {}

  private final JsonObject whole =
      Whole.of(
          json(
              "{'size': 3, 'open': true, 'secret': 'x', 'name': 'Sao Mai',"
                  + " 'shelves': [{'label': 'trà', 'hidden': 1}]}"),
          Shop.class);

  @Test
  void whatIsMissingIsNullAndWhatTheShapeDoesNotNameIsLeftOutAtEveryDepth() {
    assertThat(whole.toString())
        .isEqualTo(
            "{\"name\":\"Sao Mai\",\"motto\":null,\"shelves\":[{\"label\":\"trà\",\"note\":null}],"
                + "\"open\":true,\"size\":3}");
  }

  @Test
  void itIsAJsonObjectLikeAnyOther() {
    assertThat(whole)
        .isEqualTo(json(whole.toString().replace('"', '\'')))
        .hasSize(5)
        .containsKey("motto")
        .doesNotContainKey("secret");
    assertThat(whole.getString("name")).isEqualTo("Sao Mai");
    assertThat(whole.getString("motto", "none")).isEqualTo("none");
    assertThat(whole.isNull("motto")).isTrue();
    assertThat(whole.getInt("size")).isEqualTo(3);
    assertThat(whole.getBoolean("open")).isTrue();
    assertThat(whole.getJsonArray("shelves")).hasSize(1);
    assertThat(Json.createObjectBuilder().add("shop", whole).build())
        .hasToString("{\"shop\":" + whole + "}");
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }
}
