package app.quen.web.credential;

import app.quen.account.FindApiKey;
import app.quen.account.FindSession;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Finds out who asks. */
@ApplicationScoped
public class Credentials {

  private static final String BEARER = "Bearer ";

  @Inject private FindSession findSession;
  @Inject private FindApiKey findApiKey;

  /**
   * Writes into the exchange whom the credential stands for; nobody, where there is none or it does
   * not hold. An Authorization header is never ignored in favour of a cookie.
   */
  void identify(HttpServletRequest request, Exchange exchange) {
    var authorization = request.getHeader("Authorization");
    if (authorization != null) {
      if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        findApiKey
            .find(authorization.substring(BEARER.length()).strip(), exchange.client())
            .ifPresent(exchange::identify);
      }
      return;
    }
    SessionCookie.token(request)
        .ifPresent(
            token ->
                findSession.find(token).ifPresent(session -> exchange.identify(session, token)));
  }
}
