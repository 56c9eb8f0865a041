package app.quen.identity;

import app.quen.identity.Distrusted.Reason;
import app.quen.outbound.NotAllowed;
import app.quen.outbound.Outbound;
import app.quen.outbound.Unreachable;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authorization code with PKCE, state and nonce. What a provider says of itself, and its keys, are
 * read anew each time: a key that it has given up signs nobody in.
 */
@ApplicationScoped
public class OpenId {

  private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);
  private static final int SKEW_SECONDS = 60;
  private static final int LONGEST_SUBJECT = 255;

  /** Signed with a private key; what the client's secret could sign, the client could forge. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  @Inject Outbound outbound;

  /**
   * As what Quen is known to a provider.
   *
   * @param back where the provider sends people back to
   */
  public record Application(String issuer, String clientId, String clientSecret, URI back) {

    @Override
    public String toString() {
      return "Application[" + clientId + " at " + issuer + "]";
    }
  }

  /**
   * What is asked, and what the answer has to fit.
   *
   * @param verifier of PKCE, in the browser of who asks
   */
  public record Question(String state, String nonce, String verifier, Care care) {}

  /** How closely a provider is to look at who comes, where somebody is signed in there already. */
  public enum Care {
    /** They come through. */
    NONE,
    /** They say who they want to be. */
    CHOICE,
    /** They prove now to be the one. */
    PROOF
  }

  /**
   * @throws Distrusted if there is no provider of this name
   */
  public void requireProvider(String issuer) {
    discover(issuer);
  }

  /** Where the browser goes with a question. */
  public URI address(Application application, Question question) {
    var provider = discover(application.issuer());
    var request =
        new AuthenticationRequest.Builder(
                new ResponseType(ResponseType.Value.CODE),
                new Scope("openid", "email", "profile"),
                new ClientID(application.clientId()),
                application.back())
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(new State(question.state()))
            .nonce(new Nonce(question.nonce()))
            .codeChallenge(new CodeVerifier(question.verifier()), CodeChallengeMethod.S256);
    switch (question.care()) {
      case PROOF -> request.prompt(Prompt.Type.LOGIN).maxAge(0);
      case CHOICE -> request.prompt(choice(provider));
      case NONE -> {}
    }
    return request.build().toURI();
  }

  /** Not each provider can have people choose among accounts; to ask anew, each has to know. */
  private static Prompt.Type choice(OIDCProviderMetadata provider) {
    var known = provider.getPromptTypes();
    return known != null && known.contains(Prompt.Type.SELECT_ACCOUNT)
        ? Prompt.Type.SELECT_ACCOUNT
        : Prompt.Type.LOGIN;
  }

  /**
   * Takes the code with which somebody has come back.
   *
   * @param said who the answer says to be from; null where it does not say
   * @throws Distrusted if it does not hold
   */
  public Identity identity(
      Application application, Question question, String code, @Nullable String said) {
    var provider = discover(application.issuer());
    if (said == null
        ? provider.supportsAuthorizationResponseIssuerParam()
        : !said.equals(application.issuer())) {
      throw new Distrusted(Reason.BAD_TOKEN, "an answer from " + said);
    }
    var tokens = redeem(provider, application, question, code);
    var claims = verified(provider, application, question, tokens);
    if (claims.getSubject().getValue().length() > LONGEST_SUBJECT) {
      throw new Distrusted(
          Reason.BAD_TOKEN, application + ": a subject longer than the standard's");
    }
    ClaimsSet person = claims;
    if (claims.getStringClaim("email") == null && provider.getUserInfoEndpointURI() != null) {
      person = userInfo(provider, tokens, claims);
    }
    var at = claims.getAuthenticationTime();
    return new Identity(
        application.issuer(),
        claims.getSubject().getValue(),
        isVerified(person) ? person.getStringClaim("email") : null,
        person.getStringClaim("name"),
        at == null ? null : at.toInstant());
  }

  /** Some providers write it as a text. */
  private static boolean isVerified(ClaimsSet person) {
    var verified = person.getClaim("email_verified");
    return Boolean.TRUE.equals(verified) || "true".equals(verified);
  }

  private OIDCProviderMetadata discover(String issuer) {
    var body = fetch(URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"));
    try {
      var provider = OIDCProviderMetadata.parse(body);
      if (!provider.getIssuer().getValue().equals(issuer)) {
        throw new Distrusted(Reason.NO_PROVIDER, issuer + " says to be " + provider.getIssuer());
      }
      if (provider.getAuthorizationEndpointURI() == null
          || provider.getTokenEndpointURI() == null
          || provider.getJWKSetURI() == null) {
        throw new Distrusted(Reason.NO_PROVIDER, issuer + " does not say where to ask");
      }
      allowed(() -> outbound.requireAllowed(provider.getAuthorizationEndpointURI()));
      return provider;
    } catch (ParseException e) {
      throw new Distrusted(Reason.NO_PROVIDER, issuer + ": " + e.getMessage());
    }
  }

  private String fetch(URI address) {
    var found = new String[1];
    allowed(
        () -> {
          var answer = outbound.get(address);
          if (answer.status() != 200) {
            throw new Distrusted(Reason.NO_PROVIDER, address + " answers " + answer.status());
          }
          found[0] = answer.body();
        });
    return found[0];
  }

  private static void allowed(Runnable call) {
    try {
      call.run();
    } catch (NotAllowed e) {
      throw new Distrusted(Reason.NOT_ALLOWED, e.getMessage());
    } catch (Unreachable e) {
      throw new Distrusted(Reason.UNREACHABLE, e.getMessage());
    }
  }

  private OIDCTokens redeem(
      OIDCProviderMetadata provider, Application application, Question question, String code) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), application.back(), new CodeVerifier(question.verifier()));
    var request =
        new TokenRequest.Builder(
                provider.getTokenEndpointURI(), authentication(provider, application), grant)
            .build();
    try {
      var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(this::send));
      if (!response.indicatesSuccess()) {
        var error = response.toErrorResponse().getErrorObject();
        throw new Distrusted(Reason.DENIED, application + ": " + error.getCode());
      }
      return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    } catch (ParseException | IOException e) {
      throw new Distrusted(Reason.DENIED, application + ": " + e.getMessage());
    }
  }

  private static ClientAuthentication authentication(
      OIDCProviderMetadata provider, Application application) {
    var id = new ClientID(application.clientId());
    var secret = new Secret(application.clientSecret());
    var methods = provider.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
  }

  private IDTokenClaimsSet verified(
      OIDCProviderMetadata provider,
      Application application,
      Question question,
      OIDCTokens tokens) {
    if (!(tokens.getIDToken() instanceof SignedJWT token)) {
      throw new Distrusted(Reason.BAD_TOKEN, application + ": a token that nobody has signed");
    }
    try {
      var keys = new ImmutableJWKSet<>(JWKSet.parse(fetch(provider.getJWKSetURI())));
      var validator =
          new IDTokenValidator(
              new Issuer(application.issuer()),
              new ClientID(application.clientId()),
              new JWSVerificationKeySelector<>(SIGNATURES, keys),
              null);
      validator.setMaxClockSkew(SKEW_SECONDS);
      return validator.validate(token, new Nonce(question.nonce()));
    } catch (BadJOSEException | JOSEException | java.text.ParseException e) {
      LOG.info("A token for {} was refused: {}", application, e.getMessage());
      throw new Distrusted(Reason.BAD_TOKEN, application + ": " + e.getMessage());
    }
  }

  private ClaimsSet userInfo(
      OIDCProviderMetadata provider, OIDCTokens tokens, IDTokenClaimsSet claims) {
    var request = new UserInfoRequest(provider.getUserInfoEndpointURI(), tokens.getAccessToken());
    try {
      var response = UserInfoResponse.parse(request.toHTTPRequest().send(this::send));
      if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
        throw new Distrusted(Reason.DENIED, provider.getIssuer() + " does not tell who it is");
      }
      var info = response.toSuccessResponse().getUserInfo();
      if (!info.getSubject().equals(claims.getSubject())) {
        throw new Distrusted(Reason.BAD_TOKEN, provider.getIssuer() + " tells of somebody else");
      }
      return info;
    } catch (ParseException | IOException e) {
      throw new Distrusted(Reason.DENIED, provider.getIssuer() + ": " + e.getMessage());
    }
  }

  private HTTPResponse send(ReadOnlyHTTPRequest request) {
    var answered = new HTTPResponse[1];
    allowed(
        () -> {
          var answer =
              outbound.send(
                  request.getMethod().name(),
                  request.getURI(),
                  request.getHeaderMap(),
                  request.getBody());
          var response = new HTTPResponse(answer.status());
          answer
              .headers()
              .forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
          response.setBody(answer.body());
          answered[0] = response;
        });
    return answered[0];
  }
}
