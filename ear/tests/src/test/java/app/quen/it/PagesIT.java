package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesIT {

  private static final Pattern ASSET = Pattern.compile("/assets/[^\"' ]+\\.js");

  @Test
  void theApplicationIsServedWithWhatKeepsItSafe() {
    var page = Http.nobody().get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("script-src 'unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Referrer-Policy")).isNotEmpty();
    assertThat(page.header("Permissions-Policy")).isNotEmpty();
    assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
  }

  @Test
  void anAddressOfTheApplicationGivesItsFirstPage() {
    var page = Http.nobody().get("/");
    var deep = Http.nobody().get("/customers/0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11");

    assertThat(deep.status()).isEqualTo(200);
    assertThat(deep.body()).isEqualTo(page.body());
  }

  @Test
  void filesWithAHashAreKeptForEverAndMissingOnesAreMissing() {
    var asset = ASSET.matcher(Http.nobody().get("/").body());
    assertThat(asset.find()).isTrue();

    var file = Http.nobody().get(asset.group());

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Cache-Control")).contains("immutable");
    assertThat(file.header("Content-Type")).contains("javascript");
    var missing = Http.nobody().get("/assets/no-such-file-1234.js");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("Cache-Control")).doesNotContain("immutable");
  }

  @Test
  void theDescriptionOfTheApiHasAPage() {
    // without the slash the server itself leads there, because it is a folder
    assertThat(Http.nobody().get("/api/docs").header("Location")).endsWith("/api/docs/");

    var page = Http.nobody().get("/api/docs/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void whatIsInsideTheApplicationIsNotServed() {
    for (String path :
        new String[] {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/WEB-INF/beans.xml"}) {
      assertThat(Http.nobody().get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void figuresOfTheServerAreForOperators() {
    assertThat(Http.nobody().get("/metrics").status()).isEqualTo(401);
    var operator = Http.nobody().with("Authorization", "Bearer " + Served.operatorToken());
    assertThat(operator.get("/metrics").status()).isEqualTo(200);
  }

  @Test
  void theServersOwnDescriptionOfTheApiIsOff() {
    assertThat(Http.nobody().get("/openapi").body()).doesNotContain("operationId");
  }

  @Test
  void theHealthIsToldToEverybody() {
    var ready = Http.nobody().get("/health/ready");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().getString("status")).isEqualTo("UP");
    assertThat(Http.nobody().get("/health/live").status()).isEqualTo(200);
  }
}
