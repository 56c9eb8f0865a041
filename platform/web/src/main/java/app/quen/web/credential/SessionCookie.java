package app.quen.web.credential;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookie that carries a session's token; the prefix keeps it to this very host. */
public final class SessionCookie {

  public static final String NAME = "__Host-quen";

  private SessionCookie() {}

  static Optional<String> token(HttpServletRequest request) {
    return value(request, NAME);
  }

  static Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  public static NewCookie of(String token, Instant expiresAt) {
    var seconds = Math.max(0, Duration.between(Instant.now(), expiresAt).toSeconds());
    return cookie(NAME, token, (int) Math.min(seconds, Integer.MAX_VALUE));
  }

  public static NewCookie none() {
    return cookie(NAME, "", 0);
  }

  static NewCookie cookie(String name, String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(maxAge)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
