package app.quen.web.request;

import app.quen.account.Client;
import app.quen.whence.Whence;
import app.quen.whence.Whereabouts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.MDC;

/** The outermost filter: names the request, and sends the headers that every answer has. */
public class RequestFilter extends HttpFilter {

  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'self'; object-src 'none'";

  private final SecureRandom random = new SecureRandom();

  /**
   * Addresses of {@link Proxies}. One text: Payara cannot inject an Optional of a list, and would
   * go on without this filter.
   */
  @Inject
  @ConfigProperty(name = "quen.proxy.trusted")
  private Optional<String> proxies;

  /** What who comes by HTTPS is told; {@code off} for an operator whose proxy tells it. */
  @Inject
  @ConfigProperty(name = "quen.hsts", defaultValue = "max-age=31536000")
  private String hsts;

  @Inject private Whereabouts whereabouts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var requestId = newId();
    var client = new Client(address(request), request.getHeader("User-Agent"));
    Exchange.begin(request, requestId, client);
    response.setHeader("X-Request-Id", requestId);
    response.setHeader("X-Content-Type-Options", "nosniff");
    // people's data stays in no cache; what may be kept says so itself, in place of this
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Content-Security-Policy", POLICY);
    if (cameByHttps(request) && !hsts.equals("off")) {
      response.setHeader("Strict-Transport-Security", hsts);
    }
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    MDC.put("request", requestId);
    try {
      whereabouts.callFrom(
          new Whence(client.address(), client.userAgent()),
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    } finally {
      MDC.remove("request");
    }
  }

  private String newId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private boolean cameByHttps(HttpServletRequest request) {
    return request.isSecure()
        || Proxies.read(proxies.orElse(""))
            .sawHttps(
                request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-Proto")));
  }

  private String address(HttpServletRequest request) {
    return Proxies.read(proxies.orElse(""))
        .origin(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
  }
}
