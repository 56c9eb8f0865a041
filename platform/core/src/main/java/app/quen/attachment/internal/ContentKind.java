package app.quen.attachment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The kinds of files that are taken, each told by the first bytes of its content. What a browser
 * would run (HTML, SVG, scripts) and what a computer would run is none of them.
 *
 * @param endings that a file of this kind may have
 */
record ContentKind(String mediaType, Set<String> endings) {

  private static final int HEAD = 4096;

  private static final ContentKind PDF = new ContentKind("application/pdf", Set.of("pdf"));
  private static final ContentKind PNG = new ContentKind("image/png", Set.of("png"));
  private static final ContentKind JPEG = new ContentKind("image/jpeg", Set.of("jpg", "jpeg"));
  private static final ContentKind GIF = new ContentKind("image/gif", Set.of("gif"));
  private static final ContentKind WEBP = new ContentKind("image/webp", Set.of("webp"));
  private static final ContentKind HEIC = new ContentKind("image/heic", Set.of("heic", "heif"));
  private static final ContentKind MP3 = new ContentKind("audio/mpeg", Set.of("mp3"));
  private static final ContentKind WAV = new ContentKind("audio/wav", Set.of("wav"));
  private static final ContentKind OGG = new ContentKind("audio/ogg", Set.of("ogg", "oga", "opus"));
  private static final ContentKind M4A = new ContentKind("audio/mp4", Set.of("m4a"));
  private static final ContentKind MP4 = new ContentKind("video/mp4", Set.of("mp4", "mov", "3gp"));
  private static final ContentKind TEXT =
      new ContentKind("text/plain", Set.of("txt", "csv", "md", "log"));
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final ContentKind DOCX =
      new ContentKind(OFFICE + "wordprocessingml.document", Set.of("docx"));
  private static final ContentKind XLSX =
      new ContentKind(OFFICE + "spreadsheetml.sheet", Set.of("xlsx"));
  private static final ContentKind PPTX =
      new ContentKind(OFFICE + "presentationml.presentation", Set.of("pptx"));

  private static final Map<ContentKind, String> PARTS =
      Map.of(DOCX, "word/", XLSX, "xl/", PPTX, "ppt/");

  /** Empty if it is none of those that are taken. */
  static Optional<ContentKind> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (begins(head, 0, "%PDF-")) {
      return Optional.of(PDF);
    }
    if (begins(head, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (begins(head, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (begins(head, 0, "GIF87a") || begins(head, 0, "GIF89a")) {
      return Optional.of(GIF);
    }
    if (begins(head, 0, "RIFF")) {
      return begins(head, 8, "WEBP")
          ? Optional.of(WEBP)
          : begins(head, 8, "WAVE") ? Optional.of(WAV) : Optional.empty();
    }
    if (begins(head, 0, "OggS")) {
      return Optional.of(OGG);
    }
    if (begins(head, 0, "ID3") || isMpegFrame(head)) {
      return Optional.of(MP3);
    }
    if (begins(head, 4, "ftyp")) {
      return Optional.of(ofBrand(head));
    }
    if (begins(head, 0, "PK\u0003\u0004")) {
      return ofZip(file);
    }
    return isPlainText(file, head) ? Optional.of(TEXT) : Optional.empty();
  }

  private static boolean begins(byte[] head, int at, String bytes) {
    byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= at + wanted.length
        && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static boolean isMpegFrame(byte[] head) {
    return head.length > 2 && head[0] == (byte) 0xff && (head[1] & 0xe6) == 0xe2;
  }

  private static ContentKind ofBrand(byte[] head) {
    for (String brand : Set.of("heic", "heix", "mif1", "msf1")) {
      if (begins(head, 8, brand)) {
        return HEIC;
      }
    }
    return begins(head, 8, "M4A ") ? M4A : MP4;
  }

  /** Office documents without macros; other archives could hold anything. */
  private static Optional<ContentKind> ofZip(Path file) throws IOException {
    // only the directory is read: nothing is unpacked, however much it would come to
    try (var zip = new ZipFile(file.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      if (!names.contains("[Content_Types].xml")
          || names.stream()
              .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
        return Optional.empty();
      }
      for (ContentKind kind : List.of(DOCX, XLSX, PPTX)) {
        if (names.stream().anyMatch(name -> name.startsWith(PARTS.get(kind)))) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    } catch (ZipException e) {
      return Optional.empty();
    }
  }

  /** UTF-8 without control characters, which does not begin as markup or a script does. */
  private static boolean isPlainText(Path file, byte[] head) throws IOException {
    if (head.length == 0) {
      return false;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (CharacterCodingException e) {
      return false;
    }
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return !text.startsWith("<")
        && !text.startsWith("#!")
        && text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
  }

  /** Whether a file of this name may have this content. */
  boolean fits(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot >= 0 && endings.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
