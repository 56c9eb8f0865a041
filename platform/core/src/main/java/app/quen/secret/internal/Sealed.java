package app.quen.secret.internal;

import app.quen.secret.Vault;
import com.google.crypto.tink.Aead;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.BufferUnderflowException;
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
record Sealed(DataKey key, byte[] ciphertext, String text) {

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  /** Under the first key of its holder; every later one names the version. */
  private static final byte FIRST = 1;

  private static final byte LATER = 2;
  private static final int HEAD = 17;
  private static final int LATER_HEAD = HEAD + Integer.BYTES;

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
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      byte form = bytes.get();
      if (form == FIRST || form == LATER) {
        UUID holder = new UUID(bytes.getLong(), bytes.getLong());
        int version = form == FIRST ? 1 : bytes.getInt();
        byte[] ciphertext = new byte[bytes.remaining()];
        bytes.get(ciphertext);
        return new Sealed(new DataKey(holder, version), ciphertext, text);
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // as below
    }
    // somebody has bent it: it opens with no key
    return new Sealed(new DataKey(DataKeys.NOBODY, 1), new byte[0], text);
  }

  static Sealed of(JsonValue value, DataKey name, Aead key, Place place) {
    byte[] plain = value.toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(plain, (plain.length + STEP - 1) / STEP * STEP);
    Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
    try {
      byte[] ciphertext = key.encrypt(padded, place.bytes());
      ByteBuffer all = ByteBuffer.allocate(LATER_HEAD + ciphertext.length);
      all.put(name.version() == 1 ? FIRST : LATER)
          .putLong(name.holder().getMostSignificantBits())
          .putLong(name.holder().getLeastSignificantBits());
      if (name.version() > 1) {
        all.putInt(name.version());
      }
      all.put(ciphertext);
      String text =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Arrays.copyOf(all.array(), all.position()));
      return new Sealed(name, ciphertext, text);
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
