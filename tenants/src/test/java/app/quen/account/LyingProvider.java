package app.quen.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider of OpenID Connect that says what it is told to say; a real one is in the ITs. */
final class LyingProvider implements AutoCloseable {

  static final String SECRET = "a secret of thirty-two letters or so";

  /** How the token is bent. */
  enum Lie {
    NONE,
    FORGED,
    UNSIGNED,
    SIGNED_WITH_THE_SECRET
  }

  /** What a code stands for. */
  private record Told(
      Map<String, String> asked, UnaryOperator<JWTClaimsSet.Builder> claims, Lie lie) {}

  private final HttpServer server;
  private final RSAKey key = key();
  private final RSAKey other = key();
  private final Map<String, Told> codes = new ConcurrentHashMap<>();
  private volatile @Nullable String name;
  private volatile String prompts = "";

  LyingProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** From now on it calls itself so. */
  void callYourself(@Nullable String other) {
    name = other;
  }

  /** From now on it says which prompts it knows; none: it says nothing about that. */
  void knowPrompts(String... known) {
    prompts =
        known.length == 0
            ? ""
            : ", \"prompt_values_supported\": [\"%s\"]".formatted(String.join("\", \"", known));
  }

  /** Somebody has signed in there, after having been sent to this address; gives the code. */
  String signedIn(URI sentTo, UnaryOperator<JWTClaimsSet.Builder> claims, Lie lie) {
    var code = UUID.randomUUID().toString();
    codes.put(code, new Told(form(sentTo.getRawQuery()), claims, lie));
    return code;
  }

  static Map<String, String> form(String text) {
    var values = new HashMap<String, String>();
    Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return values;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    try {
      switch (path) {
        case "/.well-known/openid-configuration" -> send(exchange, 200, metadata());
        case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        case "/token" -> token(exchange);
        case "/away/.well-known/openid-configuration" -> {
          exchange.getResponseHeaders().add("Location", issuer() + "/elsewhere");
          send(exchange, 302, "");
        }
        default -> send(exchange, 404, "{}");
      }
    } catch (JOSEException | RuntimeException e) {
      send(exchange, 500, "{}");
    }
  }

  private String metadata() {
    var at = issuer();
    return """
    {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
     "jwks_uri": "%s/keys", "response_types_supported": ["code"],
     "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]%s}
    """
        .formatted(name == null ? at : name, at, at, at, prompts);
  }

  private void token(HttpExchange exchange) throws IOException, JOSEException {
    var sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var told = codes.remove(sent.get("code"));
    if (told == null
        || !challenge(sent.get("code_verifier")).equals(told.asked().get("code_challenge"))) {
      send(exchange, 400, "{\"error\": \"invalid_grant\"}");
      return;
    }
    send(
        exchange,
        200,
        """
        {"access_token": "none", "token_type": "Bearer", "id_token": "%s"}
        """
            .formatted(idToken(told).serialize()));
  }

  private static String challenge(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(app.quen.digest.Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private JWT idToken(Told told) throws JOSEException {
    var now = Instant.now();
    var claims =
        told.claims()
            .apply(
                new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(told.asked().get("client_id"))
                    .subject("lan")
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(60)))
                    .claim("nonce", told.asked().get("nonce"))
                    .claim("auth_time", now.getEpochSecond())
                    .claim("name", "Trần Lan")
                    .claim("email_verified", true))
            .build();
    return switch (told.lie()) {
      case UNSIGNED -> new PlainJWT(claims);
      case SIGNED_WITH_THE_SECRET -> {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(SECRET));
        yield token;
      }
      case NONE, FORGED -> {
        var token =
            new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(told.lie() == Lie.FORGED ? other : key));
        yield token;
      }
    };
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
