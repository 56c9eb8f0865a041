package app.quen.web.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as text in UTF-8 (RFC 8259). A page of customers is 60 KB, and the provider's generator,
 * which goes character by character through an encoder, took a quarter of the server's time for it.
 */
final class JsonText {

  private static final byte[][] ESCAPES = new byte['\\' + 1][];

  static {
    for (int i = 0; i < ' '; i++) {
      escape(i, "\\u%04x".formatted(i));
    }
    escape('\b', "\\b");
    escape('\f', "\\f");
    escape('\n', "\\n");
    escape('\r', "\\r");
    escape('\t', "\\t");
    escape('"', "\\\"");
    escape('\\', "\\\\");
  }

  /** The most bytes that one char becomes: those that are escaped. */
  private static final int WIDEST = 6;

  private static final int PIECE = 32 * 1024;

  /** What is written already, piece by piece: a text that grows is not copied. */
  private final List<Piece> full = new ArrayList<>(4);

  private byte[] text = new byte[4096];
  private int length;

  private record Piece(byte[] text, int length) {}

  private JsonText() {}

  private static void escape(int c, String escape) {
    ESCAPES[c] = escape.getBytes(StandardCharsets.US_ASCII);
  }

  static String of(JsonValue value) {
    var out = new ByteArrayOutputStream();
    try {
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Nothing is given out before all of it is written: what fails has sent no half. */
  static void write(JsonValue value, OutputStream out) throws IOException {
    JsonText json = new JsonText();
    json.write(value);
    for (Piece piece : json.full) {
      out.write(piece.text, 0, piece.length);
    }
    out.write(json.text, 0, json.length);
  }

  private void write(JsonValue value) {
    switch (value) {
      case JsonObject object -> write(object);
      case JsonArray array -> write((List<JsonValue>) array);
      case JsonString string -> write(string.getString());
      default ->
          plain(
              switch (value.getValueType()) {
                case TRUE -> "true";
                case FALSE -> "false";
                case NULL -> "null";
                // a number writes itself
                default -> value.toString();
              });
    }
  }

  private void write(JsonObject object) {
    put('{');
    object.forEach(
        (name, value) -> {
          write(name);
          put(':');
          write(value);
          put(',');
        });
    end('}');
  }

  private void write(List<JsonValue> items) {
    put('[');
    for (JsonValue item : items) {
      write(item);
      put(',');
    }
    end(']');
  }

  /** In the place of the last comma, if there is one. */
  private void end(char bracket) {
    if (text[length - 1] == ',') {
      length--;
    }
    put(bracket);
  }

  private void write(String string) {
    put('"');
    room(string.length() * WIDEST);
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        text[length++] = (byte) (0xC0 | c >> 6);
        trailing(c);
      } else if (!Character.isSurrogate(c)) {
        text[length++] = (byte) (0xE0 | c >> 12);
        trailing(c >> 6);
        trailing(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < string.length()
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        int point = Character.toCodePoint(c, string.charAt(++i));
        text[length++] = (byte) (0xF0 | point >> 18);
        trailing(point >> 12);
        trailing(point >> 6);
        trailing(point);
      } else {
        // half of a pair, which UTF-8 has nothing for
        plain("\\u%04x".formatted((int) c));
      }
    }
    put('"');
  }

  private void ascii(char c) {
    byte[] escape = c <= '\\' ? ESCAPES[c] : null;
    if (escape == null) {
      text[length++] = (byte) c;
    } else {
      System.arraycopy(escape, 0, text, length, escape.length);
      length += escape.length;
    }
  }

  private void trailing(int bits) {
    text[length++] = (byte) (0x80 | bits & 0x3F);
  }

  private void plain(String ascii) {
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      text[length++] = (byte) ascii.charAt(i);
    }
  }

  private void put(char ascii) {
    room(1);
    text[length++] = (byte) ascii;
  }

  private void room(int more) {
    if (text.length - length < more) {
      full.add(new Piece(text, length));
      text = new byte[Math.max(PIECE, more)];
      length = 0;
    }
  }
}
