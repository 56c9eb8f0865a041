package app.quen.importing.model;

import app.quen.text.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the characters of a text file are written as bytes. */
public enum Encoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
  WINDOWS_1258("windows-1258", Charset.forName("windows-1258")),
  WINDOWS_1252("windows-1252", Charset.forName("windows-1252")),
  /** The fonts named .Vn…; recognised, not read: upper and lower case share codes there. */
  TCVN3("TCVN3", null),
  /** The fonts named VNI-…; recognised, not read. */
  VNI("VNI", null);

  private final String label;
  private final @Nullable Charset charset;

  Encoding(String label, @Nullable Charset charset) {
    this.label = label;
    this.charset = charset;
  }

  /** The name that people and the API use. */
  public String label() {
    return label;
  }

  public boolean isReadable() {
    return charset != null;
  }

  /** The charset to read with; for an encoding of old fonts the one that shows its raw codes. */
  public Charset charset() {
    return charset == null ? WINDOWS_1252.charset() : charset;
  }

  /** What to tell people whose file cannot be read. */
  public Text advice() {
    return new Text(
        "Tệp dùng bảng mã cũ "
            + label
            + " (phông "
            + (this == TCVN3 ? ".VnTime" : "VNI-Times")
            + "). Hãy chuyển sang Unicode (ví dụ bằng UniKey, Ctrl+Shift+F6), lưu lại dạng CSV"
            + " UTF-8 hoặc XLSX rồi tải lên, hoặc chọn bảng mã khác nếu nhận diện sai.",
        "The file is in the old "
            + label
            + " encoding ("
            + (this == TCVN3 ? ".VnTime" : "VNI-Times")
            + " fonts). Convert it to Unicode (for instance with UniKey, Ctrl+Shift+F6), save it as"
            + " CSV UTF-8 or XLSX and upload it again, or choose another encoding if this guess is"
            + " wrong.");
  }

  public static Optional<Encoding> named(String label) {
    return Arrays.stream(values()).filter(e -> e.label.equalsIgnoreCase(label)).findFirst();
  }
}
