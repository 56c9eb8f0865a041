package app.quen.field.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Handling;
import app.quen.text.Text;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypesTest {

  private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

  static Field field(FieldType type) {
    return new Field(
        "workspace.x",
        "workspace",
        type,
        new Text("x", "x"),
        null,
        "workspace",
        false,
        false,
        false,
        List.of(
            new Field.Choice("gold", new Text("Vàng", "Gold")),
            new Field.Choice("silver", new Text("Bạc", "Silver"))),
        null,
        null,
        null,
        null,
        type == FieldType.MONEY ? "USD" : null,
        List.of(),
        null,
        null,
        Handling.PLAIN,
        null);
  }

  static JsonValue json(String text) {
    try (var reader = Json.createReader(new StringReader("[" + text.replace('\'', '"') + "]"))) {
      return reader.readArray().get(0);
    }
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void everyTypeHasItsRules(FieldType type) {
    assertThat(Types.of(type)).isNotNull();
    assertThat(FieldType.of(type.word())).contains(type);
    assertThat(type.storage() == null || type.canBeSearched()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|'  Cỡ   lớn '|'Cỡ lớn'",
        "LONGTEXT|'Dòng  một\\n\\n\\n\\ndòng hai '|'Dòng một\\n\\ndòng hai'",
        "INTEGER|38|38",
        "NUMBER|1.50|1.5",
        "MONEY|12.25|12.25",
        "PERCENT|12.5|12.5",
        "DATE|'2026-03-05'|'2026-03-05'",
        "DATETIME|'2026-03-05T14:30:00+07:00'|'2026-03-05T07:30:00Z'",
        "DATETIME|'2026-03-05T07:30:00.999Z'|'2026-03-05T07:30:00Z'",
        "BOOLEAN|true|true",
        "CHOICE|'gold'|'gold'",
        "CHOICES|['gold','silver','gold']|['gold','silver']",
        "EMAIL|' Hoa@Cty.VN '|'hoa@cty.vn'",
        "PHONE|'0912 345 678'|'+84912345678'",
        "PHONE|'0168 345 6789'|'+84383456789'",
        "URL|'Quen.vn/Ve-Chung-Toi'|'https://quen.vn/Ve-Chung-Toi'",
        "URL|'HTTP://Quen.VN'|'http://quen.vn'",
        "ADDRESS|{'line': ' 12  Lê Lợi', 'ward': ''}|{'line':'12 Lê Lợi'}",
        "ADDRESS|'12 Lê Lợi'|{'line':'12 Lê Lợi'}",
        "REFERENCE|'0192AAAA-0000-7000-8000-000000000001'|'0192aaaa-0000-7000-8000-000000000001'"
      })
  void aValueIsBroughtToItsNormalForm(FieldType type, String given, String normal)
      throws Exception {
    JsonValue value = Types.normal(field(type), json(given));
    assertThat(value).isEqualTo(json(normal));
    assertThat(Types.normal(field(type), value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|5",
        "INTEGER|3.5",
        "INTEGER|'ba'",
        "NUMBER|true",
        "DATE|'2026-02-30'",
        "DATETIME|'2026-03-05'",
        "BOOLEAN|'có'",
        "CHOICE|'bronze'",
        "CHOICES|'gold'",
        "EMAIL|'hoa@'",
        "PHONE|'12'",
        "URL|'javascript:alert(1)'",
        "URL|'ftp://quen.vn'",
        "URL|'không phải'",
        "ADDRESS|{'planet': 'Mars'}",
        "REFERENCE|'abc'"
      })
  void whatIsNoSuchValueIsRefused(FieldType type, String given) {
    assertThatThrownBy(() -> Types.normal(field(type), json(given)))
        .isInstanceOf(Values.Unfit.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INTEGER|1.500|1500",
        "PERCENT|12,5 %|12.5",
        "PERCENT|7%|7",
        "DATETIME|5/3/2026 14:30|'2026-03-05T07:30:00Z'",
        "DATETIME|2026-03-05 14:30:15|'2026-03-05T07:30:15Z'",
        "DATETIME|2026-03-05T07:30:15Z|'2026-03-05T07:30:15Z'",
        "DATETIME|05/03/2026|'2026-03-04T17:00:00Z'",
        "CHOICES|Vàng; bạc|['gold','silver']",
        "EMAIL|Hoa@cty.vn|'hoa@cty.vn'",
        "PHONE|0912.345.678|'+84912345678'",
        "URL|quen.vn|'https://quen.vn'",
        "ADDRESS|12 Lê Lợi, Quận 1|{'line':'12 Lê Lợi, Quận 1'}"
      })
  void whatPeopleWriteIsRead(FieldType type, String written, String value) throws Exception {
    assertThat(Written.read(field(type), written, HERE)).isEqualTo(json(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|'Cỡ lớn'",
        "LONGTEXT|'Dòng một\\n\\ndòng hai'",
        "INTEGER|1500",
        "NUMBER|1.125",
        "PERCENT|12.5",
        "DATE|'2026-03-05'",
        "DATETIME|'2026-03-05T07:30:15Z'",
        "BOOLEAN|true",
        "CHOICE|'gold'",
        "CHOICES|['gold','silver']",
        "EMAIL|'hoa@cty.vn'",
        "PHONE|'+84912345678'",
        "PHONE|'+14155552671'",
        "URL|'https://quen.vn/a?b=c'",
        "ADDRESS|{'line':'12 Lê Lợi'}"
      })
  void whatIsWrittenOutIsReadInAsItWas(FieldType type, String value) throws Exception {
    for (String language : List.of("vi", "en")) {
      String written = Shows.of(field(type), json(value), language, HERE);
      assertThat(Written.read(field(type), written, HERE)).as(written).isEqualTo(json(value));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT|INTEGER|'38'|38",
        "TEXT|INTEGER|'1.500'|1500",
        "TEXT|DATE|'5/3/2026'|'2026-03-05'",
        "TEXT|CHOICE|'vàng'|'gold'",
        "TEXT|BOOLEAN|'có'|true",
        "TEXT|MONEY|'1,5tr'|1500000",
        "TEXT|DATE|'hôm qua'|",
        "INTEGER|TEXT|38|'38'",
        "NUMBER|INTEGER|5|5",
        "NUMBER|INTEGER|1.125|",
        "CHOICE|CHOICES|'gold'|['gold']",
        "CHOICES|TEXT|['gold','silver']|'Vàng; Bạc'",
        "DATE|DATETIME|'2026-03-05'|'2026-03-04T17:00:00Z'",
        "DATETIME|DATE|'2026-03-05T07:30:00Z'|'2026-03-05'",
        "BOOLEAN|TEXT|true|'Có'",
        "PHONE|TEXT|'+84912345678'|'+84912345678'",
        "TEXT|ADDRESS|'12 Lê Lợi'|{'line':'12 Lê Lợi'}"
      })
  void aValueIsMovedToAnotherType(FieldType from, FieldType to, String value, String moved) {
    JsonValue result = Conversion.moved(field(to), field(from), json(value), HERE);
    assertThat(result).isEqualTo(moved == null ? null : json(moved));
  }

  @Test
  void anAmountOfDongIsWholeAndBounded() throws Exception {
    assertThat(Types.normal(field(FieldType.NUMBER), Json.createValue(new BigDecimal("1e3"))))
        .hasToString("1000");
    assertThatThrownBy(
            () -> Types.normal(field(FieldType.NUMBER), Json.createValue(new BigDecimal("1e30"))))
        .isInstanceOf(Values.Unfit.class);
  }
}
