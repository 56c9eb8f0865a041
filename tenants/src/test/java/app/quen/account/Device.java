package app.quen.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

/** An authenticator and the browser before it, in software: one resident key on P-256. */
final class Device {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int WITH_KEY = 0x40;

  private final KeyPair keys = keys();
  private final byte[] id = bytes(UUID.randomUUID());
  private byte[] user = new byte[0];
  private int count;

  /** What somebody bent about an answer. */
  record Bend(String origin, String site, boolean verified, boolean forged, int countBack) {
    static final Bend NOTHING = new Bend("http://localhost:8080", "localhost", true, false, 0);

    Bend origin(String other) {
      return new Bend(other, site, verified, forged, countBack);
    }

    Bend site(String other) {
      return new Bend(origin, other, verified, forged, countBack);
    }

    Bend unverified() {
      return new Bend(origin, site, false, forged, countBack);
    }

    Bend forgery() {
      return new Bend(origin, site, verified, true, countBack);
    }

    Bend cloned() {
      return new Bend(origin, site, verified, forged, 5);
    }
  }

  String make(PasskeyRequest request) {
    return make(request, Bend.NOTHING);
  }

  /** Answers the request for a new passkey, as {@code PublicKeyCredential.toJSON()} does. */
  String make(PasskeyRequest request, Bend bend) {
    user = bytes(Objects.requireNonNull(request.account()).id());
    var client = client("webauthn.create", request.challenge(), bend);
    var data = new ByteArrayOutputStream();
    data.writeBytes(authenticator(bend, WITH_KEY));
    data.writeBytes(new byte[16]);
    data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
    data.writeBytes(id);
    data.writeBytes(cose());
    var attestation = new LinkedHashMap<String, Object>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", data.toByteArray());
    return answer(
        Map.of(
            "clientDataJSON", TEXT.encodeToString(client),
            "attestationObject", TEXT.encodeToString(cbor(attestation)),
            "transports", List.of("internal")));
  }

  String prove(PasskeyRequest request) {
    return prove(request, Bend.NOTHING);
  }

  /** Answers the request to prove itself. */
  String prove(PasskeyRequest request, Bend bend) {
    var client = client("webauthn.get", request.challenge(), bend);
    count += 1 - bend.countBack();
    var data = authenticator(bend, 0);
    return answer(
        Map.of(
            "clientDataJSON", TEXT.encodeToString(client),
            "authenticatorData", TEXT.encodeToString(data),
            "signature", TEXT.encodeToString(sign(data, client, bend)),
            "userHandle", TEXT.encodeToString(user)));
  }

  private String answer(Map<String, ?> response) {
    return json(
        Map.of(
            "id",
            TEXT.encodeToString(id),
            "rawId",
            TEXT.encodeToString(id),
            "type",
            "public-key",
            "authenticatorAttachment",
            "platform",
            "response",
            response,
            "clientExtensionResults",
            Map.of()));
  }

  private static String json(Map<String, ?> object) {
    return written(() -> new ObjectMapper().writeValueAsString(object));
  }

  private byte[] authenticator(Bend bend, int flags) {
    var all = flags | PRESENT | (bend.verified() ? VERIFIED : 0);
    return ByteBuffer.allocate(37)
        .put(sha256(bend.site().getBytes(StandardCharsets.UTF_8)))
        .put((byte) all)
        .putInt(count)
        .array();
  }

  private static byte[] client(String type, byte[] challenge, Bend bend) {
    return json(Map.of(
            "type",
            type,
            "challenge",
            TEXT.encodeToString(challenge),
            "origin",
            bend.origin(),
            "crossOrigin",
            false))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] sign(byte[] data, byte[] client, Bend bend) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(bend.forged() ? keys().getPrivate() : keys.getPrivate());
      signature.update(data);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] cose() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var key = new LinkedHashMap<Integer, Object>();
    key.put(1, 2);
    key.put(3, -7);
    key.put(-1, 1);
    key.put(-2, coordinate(point.getAffineX().toByteArray()));
    key.put(-3, coordinate(point.getAffineY().toByteArray()));
    return cbor(key);
  }

  private static byte[] coordinate(byte[] number) {
    var exact = new byte[32];
    var length = Math.min(32, number.length);
    System.arraycopy(number, number.length - length, exact, 32 - length, length);
    return exact;
  }

  private static byte[] cbor(Map<?, Object> map) {
    return written(() -> new CBORMapper().writeValueAsBytes(map));
  }

  private static <T> T written(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
