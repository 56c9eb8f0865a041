package app.quen.secret.internal;

import app.quen.secret.Vault;
import com.google.crypto.tink.Aead;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is stored: the form, whose key it is under, and the ciphertext.
 *
 * @param text as it stands in JSON
 */
record Sealed(UUID holder, byte[] ciphertext, String text) {

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final byte FORM = 1;
  private static final int HEAD = 17;

  /** Texts of about one length are told apart by nobody. */
  private static final int STEP = 16;

  /** Null if the value is not sealed. */
  static @Nullable Sealed of(@Nullable JsonValue value) {
    return value instanceof JsonObject object
            && object.size() == 1
            && object.get(Vault.SEALED) instanceof JsonString text
        ? read(text.getString())
        : null;
  }

  static Sealed read(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length > HEAD && bytes[0] == FORM) {
        ByteBuffer head = ByteBuffer.wrap(bytes, 1, 16);
        return new Sealed(
            new UUID(head.getLong(), head.getLong()),
            Arrays.copyOfRange(bytes, HEAD, bytes.length),
            text);
      }
    } catch (IllegalArgumentException e) {
      // as below
    }
    // somebody has bent it: it opens with no key
    return new Sealed(DataKeys.NOBODY, new byte[0], text);
  }

  static Sealed of(JsonValue value, UUID holder, Aead key, Place place) {
    byte[] plain = value.toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(plain, (plain.length + STEP - 1) / STEP * STEP);
    Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
    try {
      byte[] ciphertext = key.encrypt(padded, place.bytes());
      byte[] all =
          ByteBuffer.allocate(HEAD + ciphertext.length)
              .put(FORM)
              .putLong(holder.getMostSignificantBits())
              .putLong(holder.getLeastSignificantBits())
              .put(ciphertext)
              .array();
      return new Sealed(
          holder, ciphertext, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonObject json() {
    return JSON.createObjectBuilder().add(Vault.SEALED, text).build();
  }

  /** Null if it was not sealed for this place, or not with this key. */
  @Nullable JsonValue open(Aead key, Place place) {
    try (var reader =
        JSON.createReader(
            new StringReader(
                new String(key.decrypt(ciphertext, place.bytes()), StandardCharsets.UTF_8)))) {
      return reader.readValue();
    } catch (GeneralSecurityException e) {
      return null;
    }
  }
}
