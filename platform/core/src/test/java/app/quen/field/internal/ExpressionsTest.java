package app.quen.field.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.text.Text;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final List<Field> FIELDS = fields();

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(CoreFields.OF_CUSTOMER);
    fields.add(field("workspace.size", FieldType.NUMBER));
    fields.add(field("workspace.count", FieldType.INTEGER));
    fields.add(field("workspace.price", FieldType.MONEY));
    fields.add(field("workspace.share", FieldType.PERCENT));
    fields.add(field("workspace.vip", FieldType.BOOLEAN));
    fields.add(field("workspace.since", FieldType.DATE));
    fields.add(field("workspace.seen", FieldType.DATETIME));
    fields.add(field("workspace.likes", FieldType.CHOICES));
    fields.add(field("workspace.home", FieldType.ADDRESS));
    fields.add(field("my-plugin.level", FieldType.TEXT));
    return fields;
  }

  private static Field field(String key, FieldType type) {
    return new Field(
        key,
        "x",
        type,
        new Text(key, key),
        null,
        "x",
        false,
        false,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static @Nullable Boolean ask(String rule) {
    String record =
        """
        {'stage': 'lead', 'birthDate': '1990-05-03', 'tags': ['vip'], 'phones': [{'value': '0912 345 678', 'normal': '+84912345678'}],
         'addresses': [{'province': 'Hà Nội', 'primary': true}]}\
        """;
    String values =
        """
        {'workspace.size': 42.5, 'workspace.price': 999999999999999999, 'workspace.share': 0.3, 'workspace.count': 3, 'workspace.since': '2026-01-01', 'workspace.seen': '2026-03-05T07:30:00Z',
         'workspace.home': {'ward': 'Bến Nghé'}, 'my-plugin.level': 'gold'}\
        """;
    return Expressions.evaluate(rule, RecordValues.of(FIELDS, json(record), json(values)), HERE);
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "record.stage == 'lead';true",
        "record.workspace.size > 40;true",
        "record.workspace.size > 40.5 && record.workspace.count == 3;true",
        "record.workspace.count * 2 == 6;true",
        "record.birthDate < date('2000-01-01');true",
        "days(record.birthDate, today()) > 365 * 18;true",
        "record.workspace.seen > record.workspace.since;true",
        "'vip' in record.tags;true",
        "record.tags.exists(tag, tag.startsWith('v'));true",
        "size(record.workspace.likes) == 0;true",
        "record.phones.exists(phone, phone.startsWith('+84'));true",
        "record.address.province == 'Hà Nội';true",
        "record.workspace.home['ward'] == 'Bến Nghé';true",
        "record.my_plugin.level == 'gold';true",
        "has(record.workspace.vip);false",
        "has(record.gender) || record.stage == 'lead';true",
        "record.stage.matches('^(lead|prospect)$');true"
      })
  void aRuleLooksAtTheRecord(String rule, boolean answer) {
    assertThat(Expressions.mistake(rule, FIELDS)).isNull();
    assertThat(ask(rule)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "0.1 + 0.2 == 0.3;true",
        "record.workspace.share == 0.1 + 0.2;true",
        "record.workspace.share != 0.1 + 0.2;false",
        "record.workspace.share > 0.1 + 0.2;false",
        "record.workspace.share <= 0.1 * 3.0;true",
        "record.workspace.share - 0.2 >= 0.1;true",
        "-record.workspace.share == -0.3;true",
        "record.workspace.share in [0.1 + 0.2];true",
        "[0.3] == [record.workspace.share];true",
        "[0.1, 0.2].exists(part, part + 0.2 == record.workspace.share);true",
        "record.workspace.price > 999999999999999998.0;true",
        "record.workspace.price == 1000000000000000000.0;false",
        "record.workspace.price + 0.000001 > record.workspace.price;true",
        "record.workspace.price / 3.0 == 333333333333333333.0;true",
        "record.workspace.price * 0.1 == 99999999999999999.9;true",
        "record.workspace.price > 5;true",
        "5 < record.workspace.price;true",
        "record.workspace.size == 42.50;true",
        "double(record.workspace.count) + 0.3 == 3.3;true",
        "double('0.1') + double('0.2') == 0.3;true",
        "int(record.workspace.size) == 42;true",
        "string(record.workspace.share) == '0.3';true",
        "(record.stage == 'lead' ? 0.1 : 0.2) + 0.2 == 0.3;true",
        "{'a': 0.3} == {'a': 0.1 + 0.2};true",
        "1e3 == 1000.0;true",
        ".5 + 0.1 == 0.6;true",
        "'Ă' == 'Ă' && 123456789012345678.9 < record.workspace.price;true"
      })
  void moneyAndDecimalsAreExact(String rule, boolean answer) {
    assertThat(Expressions.mistake(rule, FIELDS)).isNull();
    assertThat(ask(rule)).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record.workspace.size / 0.0 > 1.0",
        "double('1e999999999') > 1.0",
        "double('vip') > 1.0",
        "int(record.workspace.price * 1000.0) > 1",
        "1e999 > 1.0"
      })
  void aNumberThatThereIsNotIsUnknown(String rule) {
    assertThat(ask(rule)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record.workspace.vip",
        "record.gender == 'female'",
        "record.telecom.contract == 'x'",
        "!record.workspace.vip"
      })
  void whatDependsOnAnEmptyValueIsUnknown(String rule) {
    assertThat(ask(rule)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "record.nope == 1|record.workspace",
        "stage == 'lead'|record.stage",
        "record.stage|bool",
        "record.stage >|1",
        "record.stage == 5|overload",
        "record.workspace.size == null|has(record",
        "record.birthDate > '2000-01-01'|date('",
        "record.workspace.size == 5|2.0"
      })
  void aMistakeIsSaidWithWhereAndWhatToDo(String rule, String hint) {
    Text mistake = Expressions.mistake(rule, FIELDS);
    assertThat(mistake).isNotNull();
    assertThat(mistake.en()).contains(hint).contains("at character");
    assertThat(mistake.vi()).contains("ký tự thứ");
  }

  @Test
  void aRuleThatCostsTooMuchIsRefusedOrUnknown() {
    assertThat(Expressions.mistake("true && ".repeat(400) + "true", FIELDS)).isNotNull();
    assertThat(Expressions.mistake("(".repeat(100) + "true" + ")".repeat(100), FIELDS)).isNotNull();
    String ten = "[1,2,3,4,5,6,7,8,9,10]";
    String deep = ten + ".all(a, " + ten + ".all(b, " + ten + ".all(c, " + ten + ".all(d, true))))";
    assertThat(ask(deep)).isNull();
  }

  @Test
  void itIsKnownWhichFieldsARuleSpeaksOf() {
    Field size = field("workspace.size", FieldType.NUMBER);
    assertThat(Expressions.mentions("record.workspace.size > 3.0", size)).isTrue();
    assertThat(Expressions.mentions("record . workspace\n.size > 3.0", size)).isTrue();
    assertThat(Expressions.mentions("record.workspace.size_2 > 3.0", size)).isFalse();
    assertThat(Expressions.mentions("record.telecom.size > 3.0", size)).isFalse();
  }
}
