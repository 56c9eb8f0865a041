package app.quen.web.credential;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie by which the browser that comes back from a provider is known to be the one that was
 * sent there.
 */
public final class ProviderCookie {

  private static final String NAME = SessionCookie.NAME + "-provider";
  private static final int SECONDS = (int) Duration.ofMinutes(10).toSeconds();

  private ProviderCookie() {}

  public static Optional<String> value(HttpServletRequest request) {
    return SessionCookie.value(request, NAME);
  }

  public static NewCookie of(String value) {
    return SessionCookie.cookie(NAME, value, SECONDS);
  }

  public static NewCookie none() {
    return SessionCookie.cookie(NAME, "", 0);
  }
}
