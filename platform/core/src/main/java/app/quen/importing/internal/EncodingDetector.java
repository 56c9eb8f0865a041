package app.quen.importing.internal;

import app.quen.importing.model.Encoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the encoding of a text file from its first bytes: a byte order mark decides, then zero
 * bytes (UTF-16), then whether the bytes are valid UTF-8; what is left is the 8-bit encoding under
 * which most words with special letters are Vietnamese, or windows-1252 if none does.
 */
final class EncodingDetector {

  /** Enough for a judgement, and for the preview. */
  static final int SAMPLE_BYTES = 256 * 1024;

  private static final double CONVINCING = 0.6;

  private EncodingDetector() {}

  static Encoding detect(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return Encoding.UTF_8;
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return Encoding.UTF_16LE;
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return Encoding.UTF_16BE;
    }
    Encoding wide = utf16ByZeroes(head);
    if (wide != null) {
      return wide;
    }
    if (isUtf8(head)) {
      return Encoding.UTF_8;
    }
    return eightBit(head);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Delimiters, digits and line ends have a zero byte in UTF-16, and in no other text. */
  private static @Nullable Encoding utf16ByZeroes(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      if (head[i] == 0) {
        even++;
      }
      if (head[i + 1] == 0) {
        odd++;
      }
    }
    int pairs = head.length / 2;
    if (pairs == 0 || Math.max(even, odd) < Math.max(1, pairs / 5)) {
      return null;
    }
    return odd > even ? Encoding.UTF_16LE : Encoding.UTF_16BE;
  }

  private static boolean isUtf8(byte[] head) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(head.length + 1);
    // not at the end of the input: the sample may stop in the middle of a character
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), out, false);
    return !result.isError();
  }

  private static Encoding eightBit(byte[] head) {
    double legacy1258 = share(Encoding.WINDOWS_1258.charset().decode(ByteBuffer.wrap(head)));
    double tcvn = share(LegacyVietnamese.fromTcvn3(head));
    double vni = share(LegacyVietnamese.fromVni(head));
    double best = Math.max(legacy1258, Math.max(tcvn, vni));
    if (best < CONVINCING) {
      return Encoding.WINDOWS_1252;
    }
    if (legacy1258 == best) {
      return Encoding.WINDOWS_1258;
    }
    return tcvn == best ? Encoding.TCVN3 : Encoding.VNI;
  }

  /** Of the words with letters beyond ASCII: how many are Vietnamese syllables. */
  private static double share(CharSequence text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    int marked = 0;
    int vietnamese = 0;
    int start = -1;
    boolean special = false;
    for (int i = 0; i <= composed.length(); i++) {
      char c = i < composed.length() ? composed.charAt(i) : ' ';
      boolean inWord = Character.isLetter(c) || c > 127 && !Character.isWhitespace(c);
      if (inWord) {
        start = start < 0 ? i : start;
        special |= c > 127;
      } else if (start >= 0) {
        if (special) {
          marked++;
          vietnamese += VietnameseSyllables.has(composed.substring(start, i)) ? 1 : 0;
        }
        start = -1;
        special = false;
      }
    }
    return marked == 0 ? 0 : (double) vietnamese / marked;
  }
}
