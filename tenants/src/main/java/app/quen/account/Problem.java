package app.quen.account;

/**
 * Why one field of an input cannot be taken.
 *
 * @param field the name in the API, e.g. {@code slug}
 * @param code stable, lower case with dashes, e.g. {@code too-short}
 * @param vi for people, in Vietnamese: what is wrong and what to do
 * @param en the same in English
 */
public record Problem(String field, String code, String vi, String en) {

  public String in(String language) {
    return language.startsWith("vi") ? vi : en;
  }
}
