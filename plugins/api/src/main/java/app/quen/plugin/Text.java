package app.quen.plugin;

/**
 * A text for people, in the two languages of the product.
 *
 * @param vi Vietnamese, not blank
 * @param en English, not blank
 * @since 0.1
 */
public record Text(String vi, String en) {

  /**
   * @throws IllegalArgumentException if one of the texts is blank
   */
  public Text {
    if (vi.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "a text needs both languages: vi '" + vi + "', en '" + en + "'");
    }
  }

  /**
   * The text in a language.
   *
   * @param language BCP 47, such as {@link CallContext#language()}; English for anything but
   *     Vietnamese
   * @return one of the two texts
   */
  public String in(String language) {
    return language.startsWith("vi") ? vi : en;
  }
}
