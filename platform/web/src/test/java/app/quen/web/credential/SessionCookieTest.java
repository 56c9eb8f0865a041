package app.quen.web.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

  @Test
  void theCookieIsKeptToThisHostAndFromScripts() {
    var cookie = SessionCookie.of("abc", Instant.now().plusSeconds(3600));

    assertThat(cookie.getName()).isEqualTo("__Host-quen");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    assertThat(cookie.getMaxAge()).isBetween(3590, 3600);
  }

  @Test
  void signingOutTakesTheCookieAway() {
    assertThat(SessionCookie.none().getMaxAge()).isZero();
    assertThat(SessionCookie.none().getValue()).isEmpty();
  }

  @Test
  void onlyTheCookieOfThatNameCounts() {
    assertThat(SessionCookie.token(Requests.request(Map.of("Cookie", "__Host-quen=abc"))))
        .contains("abc");
    assertThat(SessionCookie.token(Requests.request(Map.of("Cookie", "quen=abc")))).isEmpty();
    assertThat(SessionCookie.token(Requests.request(Map.of()))).isEmpty();
  }
}
