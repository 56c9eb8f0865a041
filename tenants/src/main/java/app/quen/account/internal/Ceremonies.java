package app.quen.account.internal;

import app.quen.account.PasskeyRequest;
import app.quen.account.Rejected;
import app.quen.control.ControlSchema;
import app.quen.digest.Sha256;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What WebAuthn calls ceremonies: a challenge, and whether an answer to it holds. The site is the
 * address that people use; which device it is, nobody is asked.
 */
@ApplicationScoped
public class Ceremonies {

  private static final Logger LOG = LoggerFactory.getLogger(Ceremonies.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webauthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);

  @Inject ControlSchema control;
  @Inject Passkeys passkeys;

  @Inject
  @ConfigProperty(name = "quen.public.url")
  Optional<String> publicUrl;

  /** What an answer is good for: one for this is none for that. */
  public enum Purpose {
    ADD,
    SIGN_IN,
    CONFIRM
  }

  public String site() {
    return address().getHost();
  }

  private URI address() {
    return URI.create(publicUrl.orElse("http://localhost:8080"));
  }

  /**
   * @param account whose answer is wanted; null for anybody's
   */
  public byte[] challenge(Purpose purpose, @Nullable UUID account) {
    var challenge = new byte[BYTES];
    random.nextBytes(challenge);
    control.run(
        sql -> {
          sql.createUpdate("DELETE FROM passkey_challenge WHERE expires_at < :now LIMIT 100")
              .bind("now", Instant.now())
              .execute();
          sql.createUpdate(
                  "INSERT INTO passkey_challenge (challenge_hash, purpose, account_id, expires_at)"
                      + " VALUES (:hash, :purpose, :account, :expires)")
              .bind("hash", Sha256.of(challenge))
              .bind("purpose", purpose.name())
              .bind("account", account)
              .bind("expires", Instant.now().plus(PATIENCE))
              .execute();
        });
    return challenge;
  }

  /**
   * The passkey that a device has made.
   *
   * @throws Rejected if this is no answer to a challenge of ours
   */
  public Passkeys.Stored registered(UUID account, String answer) {
    try {
      var parsed = parsed(() -> webauthn.parseRegistrationResponseJSON(answer));
      var server = server(Purpose.ADD, account, parsed.getCollectedClientData());
      var verified =
          webauthn.verify(parsed, new RegistrationParameters(server, algorithms(), true, true));
      var data = verified.getAttestationObject().getAuthenticatorData();
      var credential = data.getAttestedCredentialData();
      if (credential == null) {
        throw wrong();
      }
      return new Passkeys.Stored(
          account,
          account,
          credential.getCredentialId(),
          credentials.convert(credential),
          data.getSignCount(),
          data.isFlagBE(),
          data.isFlagBS());
    } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
      LOG.info("A passkey was refused: {}", e.toString());
      throw wrong();
    }
  }

  /**
   * Whose passkey has answered.
   *
   * @param account whose it has to be; null for anybody's
   * @throws Rejected if this is no answer to a challenge of ours, or of no passkey that we know
   */
  public UUID proved(Purpose purpose, @Nullable UUID account, String answer) {
    try {
      var parsed = parsed(() -> webauthn.parseAuthenticationResponseJSON(answer));
      var server = server(purpose, account, parsed.getCollectedClientData());
      var known =
          passkeys
              .find(parsed.getCredentialId())
              .filter(it -> account == null || it.account().equals(account))
              .orElseThrow(Ceremonies::wrong);
      var verified =
          webauthn.verify(
              parsed, new AuthenticationParameters(server, record(known), null, true, true));
      var data = verified.getAuthenticatorData();
      passkeys.used(known, data.getSignCount(), data.isFlagBS());
      return known.account();
    } catch (VerificationException | DataConversionException | IllegalArgumentException e) {
      LOG.info("A passkey was refused: {}", e.toString());
      throw wrong();
    }
  }

  /** For what is malformed the library has many exceptions, and null; all mean the same. */
  private static <T> T parsed(Supplier<@Nullable T> parse) {
    try {
      var parsed = parse.get();
      if (parsed != null) {
        return parsed;
      }
    } catch (RuntimeException e) {
      LOG.info("An answer of a passkey was malformed: {}", e.toString());
    }
    throw wrong();
  }

  private CredentialRecordImpl record(Passkeys.Stored known) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        known.backupEligible(),
        known.backedUp(),
        known.signCount(),
        credentials.convert(known.credential()),
        null,
        null,
        null,
        null);
  }

  /** With the challenge that the answer names, if it is one of ours and nobody has answered yet. */
  private ServerProperty server(
      Purpose purpose, @Nullable UUID account, @Nullable CollectedClientData said) {
    if (said == null || !take(purpose, account, said.getChallenge().getValue())) {
      throw wrong();
    }
    var address = address();
    var port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return ServerProperty.builder()
        .origin(new Origin(address.getScheme() + "://" + address.getHost() + port))
        .rpId(site())
        .challenge(said.getChallenge())
        .build();
  }

  private boolean take(Purpose purpose, @Nullable UUID account, byte[] challenge) {
    return control.call(
            sql ->
                sql.createUpdate(
                        "DELETE FROM passkey_challenge WHERE challenge_hash = :hash"
                            + " AND purpose = :purpose AND account_id <=> :account"
                            + " AND expires_at > :now")
                    .bind("hash", Sha256.of(challenge))
                    .bind("purpose", purpose.name())
                    .bind("account", account)
                    .bind("now", Instant.now())
                    .execute())
        == 1;
  }

  private static List<PublicKeyCredentialParameters> algorithms() {
    return PasskeyRequest.ALGORITHMS.stream()
        .map(
            algorithm ->
                new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
        .toList();
  }

  private static Rejected wrong() {
    return new Rejected(
        "passkey",
        "wrong",
        "Passkey này không dùng được ở đây. Hãy thử lại, hoặc dùng cách khác.",
        "This passkey does not work here. Try again, or use another way.");
  }
}
