package app.quen.secret;

import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import org.jspecify.annotations.Nullable;

/**
 * What is shown in place of a value that cannot be opened, because it was changed or moved by other
 * means than Quen's, or its key was. No field's own value can look like it, so it is never stored
 * as one: who leaves it as it is leaves what is stored, who writes another value replaces it.
 */
public final class Unreadable {

  /** Its one member in JSON. */
  public static final String MEMBER = "unreadable";

  public static final JsonObject VALUE =
      JsonProvider.provider().createObjectBuilder().add(MEMBER, true).build();

  /** In a cell. */
  public static final Text WORDS = new Text("Không đọc được", "Unreadable");

  private Unreadable() {}

  public static boolean is(@Nullable JsonValue value) {
    return VALUE.equals(value);
  }
}
