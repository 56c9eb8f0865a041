package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NormalFormsIT {

  private static final String HOA =
      """
      {"name": "TRẦN THỊ HOA", "phones": [{"value": "0164 123 4567"}],
       "addresses": [{"ward": "P. Bến Nghé", "district": "Q.1", "province": "TP.HCM"}]}\
      """;

  @Test
  void whatWasWrittenComesBackWithItsNormalFormAndFindsItsCustomer() {
    var sen = Business.signUp();
    var other = Business.signUp();
    var made = sen.owner().post("/api/v1/customers", HOA).json();
    assertThat(other.owner().post("/api/v1/customers", "{\"name\": \"Trống\"}").status())
        .isEqualTo(201);

    assertThat(made.getString("name")).isEqualTo("TRẦN THỊ HOA");
    assertThat(made.getString("suggestedName")).isEqualTo("Trần Thị Hoa");
    assertThat(made.getJsonArray("phones").getJsonObject(0).getString("normal"))
        .isEqualTo("+84341234567");
    var address = made.getJsonArray("addresses").getJsonObject(0);
    assertThat(address.getString("province")).isEqualTo("TP.HCM");
    assertThat(name(address, "province")).isEqualTo("Thành phố Hồ Chí Minh");
    assertThat(name(address, "ward")).isEqualTo("Phường Sài Gòn");
    assertThat(name(address, "formerDistrict")).isEqualTo("Quận 1");
    assertThat(name(address, "formerWard")).isEqualTo("Phường Bến Nghé");

    for (String query :
        new String[] {
          "q=" + encoded("0164 123 4567"),
          "q=0341234567",
          "filter=" + encoded("address.province:eq:Thành phố Hồ Chí Minh"),
          "filter=" + encoded("address.ward:eq:Phường Sài Gòn")
        }) {
      var path = "/api/v1/customers?" + query;
      assertThat(sen.program().get(path).json().getJsonArray("items")).as(query).hasSize(1);
      assertThat(other.program().get(path).json().getJsonArray("items")).as(query).isEmpty();
    }
  }

  @Test
  void placesAreOfferedForTheChoiceInAnAddress() {
    var sen = Business.signUp().program();
    assertThat(sen.get("/api/v1/places").json().getJsonArray("items")).hasSize(34);
    assertThat(
            sen.get("/api/v1/places?level=ward&province=79&limit=200").json().getJsonArray("items"))
        .hasSizeGreaterThan(160);
    var former = sen.get("/api/v1/places?q=binh+duong").json().getJsonArray("items");
    assertThat(former.getJsonObject(0).getBoolean("former")).isTrue();
    assertThat(former.getJsonObject(0).getJsonObject("now").getString("code")).isEqualTo("79");
    assertThat(sen.get("/api/v1/places?level=street").problem()).isEqualTo("bad-request");
    assertThat(Http.nobody().get("/api/v1/places").problem()).isEqualTo("unauthenticated");
  }

  private static String name(JsonObject address, String unit) {
    return address.getJsonObject("units").getJsonObject(unit).getString("name");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
