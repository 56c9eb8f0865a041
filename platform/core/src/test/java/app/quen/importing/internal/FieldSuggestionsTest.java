package app.quen.importing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSuggestionsTest {

  private static final List<Field> FIELDS =
      List.of(
          core("kind", FieldType.CHOICE, "Loại khách hàng", "Kind"),
          core("name", FieldType.TEXT, "Tên", "Name"),
          core("familyName", FieldType.TEXT, "Họ", "Family name"),
          core("middleName", FieldType.TEXT, "Tên đệm", "Middle name"),
          core("givenName", FieldType.TEXT, "Tên gọi", "Given name"),
          core("gender", FieldType.CHOICE, "Giới tính", "Gender"),
          core("birthDate", FieldType.DATE, "Ngày sinh", "Birth date"),
          core("phones", FieldType.PHONE, "Điện thoại", "Phones"),
          core("emails", FieldType.EMAIL, "E-mail", "E-mails"),
          core("address.line", FieldType.TEXT, "Địa chỉ", "Address"),
          core("address.ward", FieldType.TEXT, "Phường/Xã", "Ward"),
          core("address.province", FieldType.TEXT, "Tỉnh/Thành", "Province"),
          core("externalId", FieldType.TEXT, "Mã khách hàng", "Customer code"),
          core("tags", FieldType.TAGS, "Nhãn", "Tags"),
          core("stage", FieldType.CHOICE, "Giai đoạn", "Stage"),
          telecom("telecom.monthly_charges", FieldType.MONEY, "Cước hàng tháng", "Monthly charges"),
          telecom("telecom.total_charges", FieldType.MONEY, "Tổng cước", "Total charges"),
          telecom("telecom.contract", FieldType.CHOICE, "Loại hợp đồng", "Contract"),
          telecom("telecom.tenure_months", FieldType.NUMBER, "Số tháng gắn bó", "Tenure (months)"),
          telecom("telecom.senior_citizen", FieldType.BOOLEAN, "Người cao tuổi", "Senior citizen"),
          telecom("telecom.churned", FieldType.BOOLEAN, "Đã rời mạng", "Churned"));

  @ParameterizedTest
  @CsvSource({
    "Họ và tên,text,name",
    "HỌ TÊN KHÁCH HÀNG,text,name",
    "Customer Name,text,name",
    "SĐT,phone,phones",
    "Số điện thoại,phone,phones",
    "Điện thoại 2,phone,phones",
    "Phone Number,phone,phones",
    "Ngày sinh,date,birthDate",
    "Ngày sinh (dd/mm/yyyy),date,birthDate",
    "DOB,date,birthDate",
    "Giới tính,choice,gender",
    "Địa chỉ,text,address.line",
    "Tỉnh/Thành phố,text,address.province",
    "Email,email,emails",
    "Địa chỉ email,email,emails",
    "Mã KH,text,externalId",
    "customerID,text,externalId",
    "Customer ID,text,externalId",
    "Customer code,text,externalId",
    "External id,text,externalId",
    "Nhóm khách hàng,choice,tags",
    "Trạng thái,choice,stage",
    "MonthlyCharges,number,telecom.monthly_charges",
    "monthly_charges,number,telecom.monthly_charges",
    "telecom.monthly_charges,number,telecom.monthly_charges",
    "Cước hàng tháng,number,telecom.monthly_charges",
    "TotalCharges,number,telecom.total_charges",
    "tenure,number,telecom.tenure_months",
    "SeniorCitizen,boolean,telecom.senior_citizen",
    "Churn,boolean,telecom.churned",
    "Contract,choice,telecom.contract",
    "Ghi chú,text,",
    "Lý do bị từ chối (Quen),text,",
    "Reason for rejection (Quen),text,",
  })
  void aHeadingSuggestsItsField(String heading, String type, String field) {
    assertThat(suggest(column(0, heading, type)).get(0)).isEqualTo(field);
  }

  @Test
  void withoutHeadingsTheContentDecides() {
    assertThat(
            suggest(
                column(0, "", "name"),
                column(1, "", "phone"),
                column(2, "", "email"),
                column(3, "", "text")))
        .isEqualTo(Map.of(0, "name", 1, "phones", 2, "emails"));
  }

  @Test
  void theContentDecidesBetweenTwoMeanings() {
    assertThat(suggest(column(0, "Liên hệ", "email"))).isEqualTo(Map.of(0, "emails"));
    assertThat(suggest(column(0, "Liên hệ", "phone"))).isEqualTo(Map.of(0, "phones"));
  }

  @Test
  void familyNameAndNameAreTheTwoPartsOfAName() {
    assertThat(suggest(column(0, "Họ", "text"), column(1, "Tên", "text")))
        .isEqualTo(Map.of(0, "familyName", 1, "givenName"));
  }

  @Test
  void aFieldOfOneValueIsSuggestedOnce() {
    Map<Integer, String> suggested =
        suggest(
            column(0, "Tên", "text"),
            column(1, "Họ và tên", "text"),
            column(2, "SĐT", "phone"),
            column(3, "SĐT 2", "phone"));
    assertThat(suggested.values().stream().filter("name"::equals)).hasSize(1);
    assertThat(suggested).containsEntry(2, "phones").containsEntry(3, "phones");
  }

  @Test
  void fieldsThatTheWorkspaceDoesNotSeeAreNotSuggested() {
    List<Field> core = FIELDS.stream().filter(Field::isCore).toList();
    assertThat(FieldSuggestions.suggest(List.of(column(0, "MonthlyCharges", "number")), core))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0912345678|0987.654.321|+84 356 789 012,phone",
    "912345678|987654321,phone",
    "0912345678 / 0243 8765 432|0987654321,phone",
    "a@quen.app|b@quen.app; c@quen.app,email",
    "05/03/1990|5-3-90|1990-03-05,date",
    "1.500.000 đ|29.85|12,number",
    "Có|Không|Có,boolean",
    "1|0|1,boolean",
    "Nguyễn Văn A|Lê B,text",
    "'',empty",
  })
  void theTypeOfAColumnShowsInItsValues(String cells, String type) {
    assertThat(ColumnTypes.guess(List.of(cells.split("\\|")))).isEqualTo(type);
  }

  private static Map<Integer, String> suggest(FieldSuggestions.Column... columns) {
    return FieldSuggestions.suggest(List.of(columns), FIELDS);
  }

  private static FieldSuggestions.Column column(int index, String heading, String type) {
    return new FieldSuggestions.Column(index, heading, type);
  }

  private static Field core(String key, FieldType type, String vi, String en) {
    return field(key, "core", type, vi, en);
  }

  private static Field telecom(String key, FieldType type, String vi, String en) {
    return field(key, "telecom", type, vi, en);
  }

  private static Field field(String key, String owner, FieldType type, String vi, String en) {
    return new Field(
        key,
        owner,
        type,
        new Text(vi, en),
        null,
        "contact",
        false,
        true,
        true,
        new ArrayList<>(),
        null,
        null,
        null,
        null,
        null,
        List.of("person", "organisation"),
        null);
  }
}
