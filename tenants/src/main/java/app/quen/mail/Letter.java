package app.quen.mail;

/**
 * A letter in plain text.
 *
 * @param to one address
 */
public record Letter(String to, String subject, String text) {}
