package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiConventionsIT {

  private static Business sen;

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
  }

  @Test
  void theServedDescriptionIsTheCommittedOne() {
    assertThat(Http.nobody().get("/api/v1/openapi.json").json()).isEqualTo(Served.description());
  }

  @Test
  void everyAnswerNamesItsRequest() {
    var good = sen.owner().get("/api/v1/session");
    var bad = sen.owner().get("/api/v1/customers/none");

    assertThat(good.header("X-Request-Id")).isNotEmpty();
    assertThat(bad.header("X-Request-Id"))
        .isNotEqualTo(good.header("X-Request-Id"))
        .isEqualTo(bad.json().getString("requestId"));
  }

  @Test
  void answersAreKeptInNoCache() {
    assertThat(sen.owner().get("/api/v1/customers").header("Cache-Control")).contains("no-store");
    assertThat(sen.owner().get("/api/v1/session").header("Cache-Control")).contains("no-store");
    assertThat(sen.owner().get("/api/v1/customers/none").header("Cache-Control"))
        .contains("no-store");
  }

  @Test
  void problemsSpeakTheLanguageAskedForElseTheAccounts() {
    var path = "/api/v1/customers?limit=0";

    var vi = sen.owner().get(path);
    var en = sen.owner().with("Accept-Language", "en-GB, fr;q=0.4").get(path);

    assertThat(vi.json().getString("detail")).contains("phải là số");
    assertThat(vi.header("Content-Language")).isEqualTo("vi");
    assertThat(en.json().getString("detail")).contains("is a number");
    assertThat(en.header("Content-Language")).isEqualTo("en");
  }

  @Test
  void whatTheServerItselfRefusesIsAProblemToo() {
    assertThat(sen.owner().get("/api/v1/nothing-here").problem()).isEqualTo("not-found");
    assertThat(sen.owner().get("/api/v1/customers/not-a-uuid").problem()).isEqualTo("not-found");
    assertThat(sen.owner().with("Accept", "image/png").get("/api/v1/customers").problem())
        .isEqualTo("not-acceptable");
    assertThat(
            sen.owner().with("Content-Type", "text/plain").post("/api/v1/customers", "x").problem())
        .isEqualTo("unsupported-media-type");
    var notAllowed = sen.owner().send("PUT", "/api/v1/customers", "{}");
    assertThat(notAllowed.problem()).isEqualTo("method-not-allowed");
    assertThat(notAllowed.header("Allow")).contains("POST").contains("GET");
  }

  @Test
  void brokenJsonIsAnsweredWithItsPlace() {
    var answer = sen.owner().post("/api/v1/customers", "{\n \"name\": \"Hoa\",,\n}");

    assertThat(answer.problem()).isEqualTo("bad-request");
    assertThat(answer.json().getString("detail")).contains("dòng 2");
  }

  @Test
  void anUnknownPropertyIsNotPassedOver() {
    var answer =
        Http.nobody().post("/api/v1/session", "{\"email\": \"a@b.c\", \"pasword\": \"x\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("pasword");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    var answer =
        sen.owner().post("/api/v1/customers", "{\"name\": \"" + "x".repeat(1 << 20) + "\"}");

    assertThat(answer.problem()).isEqualTo("too-large");
  }

  @Test
  void aListIsWalkedFromPageToPageByItsLinks() {
    var business = Business.signUp();
    for (String name : new String[] {"An", "Bình", "Chi", "Dũng", "Em"}) {
      business.register(name);
    }
    var seen = new ArrayList<String>();
    var next = "/api/v1/customers?limit=2&sort=name";
    while (!next.isEmpty()) {
      var page = business.owner().get(next);
      page.json()
          .getJsonArray("items")
          .forEach(item -> seen.add(item.asJsonObject().getString("name")));
      next = next(page.header("Link"));
      assertThat(next.isEmpty()).isEqualTo(page.json().isNull("nextCursor"));
    }

    assertThat(seen).containsExactly("An", "Bình", "Chi", "Dũng", "Em");
  }

  @Test
  void aLimitOutOfBoundsIsABadRequest() {
    for (String limit : new String[] {"0", "201", "many"}) {
      assertThat(sen.owner().get("/api/v1/customers?limit=" + limit).problem())
          .isEqualTo("bad-request");
    }
  }

  @Test
  void anExportIsAFileWithAName() {
    sen.register("Trần Thị Hoa");

    var csv = sen.owner().get("/api/v1/customers/export?format=csv");

    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .contains("filename*=UTF-8''");
    assertThat(csv.body()).contains("Trần Thị Hoa");
    assertThat(sen.owner().get("/api/v1/customers/export?format=pdf").problem())
        .isEqualTo("bad-request");
  }

  private static String next(String link) {
    if (link.isEmpty()) {
      return "";
    }
    assertThat(link).contains("rel=\"next\"");
    var uri = URI.create(link.substring(1, link.indexOf('>')));
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
