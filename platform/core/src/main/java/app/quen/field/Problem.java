package app.quen.field;

import app.quen.text.Text;

/**
 * Why an input cannot be taken.
 *
 * @param field the key of the field, e.g. {@code phones[0].value} or {@code telecom.contract}
 * @param code stable, lower case with dashes, e.g. {@code too-long}
 * @param message what is wrong and what to do, for people
 */
public record Problem(String field, String code, Text message) {}
