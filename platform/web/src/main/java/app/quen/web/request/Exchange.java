package app.quen.web.request;

import app.quen.account.Client;
import app.quen.account.KeyHolder;
import app.quen.account.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about one request beside what the client sent. */
public final class Exchange {

  private static final String ATTRIBUTE = Exchange.class.getName();

  private final String requestId;
  private final Client client;
  private final @Nullable String asked;
  private @Nullable Session session;
  private @Nullable String token;
  private @Nullable KeyHolder keyHolder;

  Exchange(String requestId, Client client, @Nullable String askedLanguage) {
    this.requestId = requestId;
    this.client = client;
    this.asked = askedLanguage;
  }

  static Exchange begin(HttpServletRequest request, String requestId, Client client) {
    var exchange = new Exchange(requestId, client, askedLanguage(request));
    request.setAttribute(ATTRIBUTE, exchange);
    return exchange;
  }

  /** Every request has one: the outermost filter begins it. */
  public static Exchange of(HttpServletRequest request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }

  public String requestId() {
    return requestId;
  }

  public Client client() {
    return client;
  }

  /** The session that the cookie stands for. */
  public Optional<Session> session() {
    return Optional.ofNullable(session);
  }

  /** The session where the resource method demands one. */
  public Session signedIn() {
    return session().orElseThrow(() -> new IllegalStateException("let in without a session"));
  }

  /** The token of the cookie; present where {@link #session} is. */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** The program that the API key stands for. */
  public Optional<KeyHolder> keyHolder() {
    return Optional.ofNullable(keyHolder);
  }

  public void identify(Session session, String token) {
    this.session = session;
    this.token = token;
  }

  public void identify(KeyHolder keyHolder) {
    this.keyHolder = keyHolder;
  }

  /** {@code vi} or {@code en}: what the client asks for, else the account's, else Vietnamese. */
  public String language() {
    if (asked != null) {
      return asked;
    }
    return session().map(s -> s.account().language()).orElse("vi");
  }

  private static @Nullable String askedLanguage(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return null; // getLocales() would give the server's
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("vi") || language.equals("en"))
        .findFirst()
        .orElse(null);
  }
}
