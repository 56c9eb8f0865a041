package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.internal.Values.Unfit;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Numbers, days and moments. */
final class OrderedValues {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private OrderedValues() {}

  static @Nullable JsonValue number(Field field, JsonValue value) throws Unfit {
    BigDecimal number;
    if (value instanceof JsonNumber json) {
      number = json.bigDecimalValue();
    } else {
      String text = Values.string(value, "một số", "a number").strip();
      if (text.isEmpty()) {
        return null;
      }
      try {
        number = new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw new Unfit("not-a-number", "Ở đây cần một số.", "This must be a number.");
      }
    }
    return number(field, number);
  }

  static JsonValue number(Field field, BigDecimal written) throws Unfit {
    if (written.precision() - written.scale() > 18 || written.scale() > 1000) {
      throw new Unfit("too-large", "Số này quá lớn.", "This number is too large.");
    }
    BigDecimal number = written.signum() == 0 ? BigDecimal.ZERO : written.stripTrailingZeros();
    if (number.scale() < 0) {
      number = number.setScale(0);
    }
    boolean whole = field.type() == FieldType.INTEGER;
    int decimals = isDong(field) || whole ? 0 : 6;
    if (number.scale() > decimals) {
      if (whole) {
        throw new Unfit("not-whole", "Ở đây cần một số nguyên.", "This must be a whole number.");
      }
      throw isDong(field)
          ? new Unfit(
              "not-whole", "Số tiền đồng không có phần lẻ.", "Amounts in dong have no fraction.")
          : new Unfit(
              "too-precise", "Tối đa 6 chữ số thập phân.", "At most 6 digits after the point.");
    }
    if (field.min() != null && number.compareTo(field.min()) < 0) {
      String min = field.min().toPlainString();
      throw new Unfit("too-small", "Ít nhất là " + min + ".", "At least " + min + ".");
    }
    if (field.max() != null && number.compareTo(field.max()) > 0) {
      String max = field.max().toPlainString();
      throw new Unfit("too-large", "Nhiều nhất là " + max + ".", "At most " + max + ".");
    }
    return Values.JSON.createValue(number);
  }

  private static boolean isDong(Field field) {
    return field.type() == FieldType.MONEY
        && (field.currency() == null || field.currency().equals("VND"));
  }

  static @Nullable JsonValue date(Field field, JsonValue value) throws Unfit {
    String written = Values.string(value, "một ngày dạng yyyy-MM-dd", "a date like yyyy-MM-dd");
    if (written.isBlank()) {
      return null;
    }
    try {
      return day(field, LocalDate.parse(written.strip()));
    } catch (DateTimeException e) {
      throw new Unfit(
          "not-a-date",
          "“" + written + "” không phải là một ngày dạng yyyy-MM-dd.",
          "“" + written + "” is not a date like yyyy-MM-dd.");
    }
  }

  static JsonValue day(Field field, LocalDate day) throws Unfit {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new Unfit("not-a-date", "Năm phải từ 1 đến 9999.", "The year must be from 1 to 9999.");
    }
    return Values.JSON.createValue(day.toString());
  }

  static @Nullable JsonValue instant(Field field, JsonValue value) throws Unfit {
    String written =
        Values.string(
            value,
            "một thời điểm dạng 2026-03-05T07:30:00Z",
            "an instant such as 2026-03-05T07:30:00Z");
    if (written.isBlank()) {
      return null;
    }
    try {
      return moment(OffsetDateTime.parse(written.strip()).toInstant());
    } catch (DateTimeException e) {
      throw new Unfit(
          "not-an-instant",
          "“" + written + "” không phải là thời điểm dạng 2026-03-05T07:30:00Z.",
          "“" + written + "” is no instant such as 2026-03-05T07:30:00Z.");
    }
  }

  /** To the second, so that equal moments are equal texts. */
  static JsonValue moment(Instant instant) throws Unfit {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    if (second.isBefore(FIRST) || second.isAfter(LAST)) {
      throw new Unfit(
          "not-an-instant", "Năm phải từ 1 đến 9999.", "The year must be from 1 to 9999.");
    }
    return Values.JSON.createValue(second.toString());
  }
}
