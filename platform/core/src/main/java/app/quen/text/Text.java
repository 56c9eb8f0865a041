package app.quen.text;

/**
 * A text in the two languages of the product.
 *
 * @param vi Vietnamese
 * @param en English
 */
public record Text(String vi, String en) {

  public String in(String language) {
    return language.startsWith("vi") ? vi : en;
  }
}
