package app.quen.web;

import app.quen.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text in both languages. */
@Schema(name = "Text", description = "A text in Vietnamese and in English.")
public record TextJson(String vi, String en) {

  public static TextJson of(Text text) {
    return new TextJson(text.vi(), text.en());
  }

  public static @Nullable TextJson ofNullable(@Nullable Text text) {
    return text == null ? null : of(text);
  }
}
