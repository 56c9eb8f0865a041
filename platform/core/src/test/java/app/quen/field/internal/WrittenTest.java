package app.quen.field.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.field.Field;
import app.quen.field.Field.Choice;
import app.quen.field.FieldType;
import app.quen.text.Text;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

  private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static Field field(FieldType type, Choice... choices) {
    return new Field(
        "shop.x",
        "shop",
        type,
        new Text("x", "x"),
        null,
        "shop",
        false,
        true,
        false,
        List.of(choices),
        null,
        null,
        null,
        null,
        null,
        List.of("person"),
        null);
  }

  private static String read(Field field, String written) throws Exception {
    return Written.read(field, written, HERE).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.500.000 đ|1500000",
        "1,5tr|1500000",
        "500k|500000",
        "1.500.000|1500000",
        "1,500,000|1500000",
        "1 500 000 VNĐ|1500000",
        "250.000 đ|250000",
        "1tr5|1500000",
        "2tr350|2350000",
        "2 tỷ|2000000000",
        "1,2 tỉ|1200000000",
        "1500000|1500000",
        "10.5 triệu|10500000",
        "300 nghìn đồng|300000",
        "-50.000₫|-50000",
        "0|0",
        "99.000|99000",
        "1500000.00|1500000"
      })
  void moneyIsReadAsPeopleWriteIt(String written, String number) throws Exception {
    assertThat(read(field(FieldType.MONEY), written)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "12,5|12.5",
        "12.5|12.5",
        "1.234,5|1234.5",
        "1,234.5|1234.5",
        "1,234|1234",
        "1.234|1.234",
        "0,125|0.125",
        "-3|-3",
        "29.85|29.85",
        "1.000.000|1000000"
      })
  void numbersAreReadAsPeopleWriteThem(String written, String number) throws Exception {
    assertThat(read(field(FieldType.NUMBER), written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.2.3", "12a", "1,23,456", "--1", "."})
  void whatIsNoNumberIsRefused(String written) {
    assertThatThrownBy(() -> read(field(FieldType.NUMBER), written))
        .isInstanceOf(Values.Unfit.class);
  }

  @ParameterizedTest
  @CsvSource({
    "5/3/26,2026-03-05",
    "05-03-2026,2026-03-05",
    "2026-03-05,2026-03-05",
    "5.3.2026,2026-03-05",
    "2026-03-05T10:20:30,2026-03-05",
    "05/03/2026 10:20,2026-03-05",
    "3/25/2026,2026-03-25",
    "ngày 5 tháng 3 năm 2026,2026-03-05",
    "1/2/85,1985-02-01"
  })
  void datesAreReadDayFirst(String written, String date) throws Exception {
    assertThat(read(field(FieldType.DATE), written)).isEqualTo('"' + date + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/2/2026", "hôm qua", "2026-13-01", "5/3"})
  void whatIsNoDateIsRefused(String written) {
    assertThatThrownBy(() -> read(field(FieldType.DATE), written)).isInstanceOf(Values.Unfit.class);
  }

  @Test
  void yesAndNoComeInManyForms() throws Exception {
    for (String yes : List.of("có", "Có", "x", "TRUE", "1", "yes", "đúng")) {
      assertThat(Written.read(field(FieldType.BOOLEAN), yes, HERE)).isEqualTo(JsonValue.TRUE);
    }
    for (String no : List.of("không", "Khong", "false", "0", "no")) {
      assertThat(Written.read(field(FieldType.BOOLEAN), no, HERE)).isEqualTo(JsonValue.FALSE);
    }
    assertThat(Written.read(field(FieldType.BOOLEAN), "  ", HERE)).isEqualTo(JsonValue.NULL);
  }

  @Test
  void aChoiceIsKnownByValueOrLabel() throws Exception {
    Field field =
        field(
            FieldType.CHOICE,
            new Choice("month-to-month", new Text("Theo tháng", "Month to month")),
            new Choice("two-year", new Text("Hai năm", "Two years")));
    for (String written : List.of("month-to-month", "Month-to-month", "theo thang", "Theo Tháng")) {
      assertThat(read(field, written)).isEqualTo("\"month-to-month\"");
    }
    assertThatThrownBy(() -> read(field, "weekly")).isInstanceOf(Values.Unfit.class);
  }

  @Test
  void severalPhonesInACellBecomeSeveral() throws Exception {
    Field phones =
        CoreFields.OF_CUSTOMER.stream().filter(f -> f.key().equals("phones")).findFirst().get();
    assertThat(read(phones, "0912 345 678; 024-3825-1234 / 0987654321"))
        .isEqualTo(
            "[{\"value\":\"0912 345"
                + " 678\"},{\"value\":\"024-3825-1234\"},{\"value\":\"0987654321\"}]");
  }
}
