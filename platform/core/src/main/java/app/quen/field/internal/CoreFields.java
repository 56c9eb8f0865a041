package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.Field.Choice;
import app.quen.field.FieldType;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that every customer has, in the order of forms. */
final class CoreFields {

  private static final List<String> BOTH = List.of("person", "organisation");
  private static final List<String> PERSON = List.of("person");
  private static final List<String> ORGANISATION = List.of("organisation");

  static final List<Field> OF_CUSTOMER = ofCustomer();

  private CoreFields() {}

  private static List<Field> ofCustomer() {
    List<Field> fields = new ArrayList<>();
    fields.add(
        choice(
            "kind",
            "Loại khách hàng",
            "Kind",
            "identity",
            BOTH,
            "kind",
            one("person", "Khách cá nhân", "Person"),
            one("organisation", "Doanh nghiệp", "Organisation")));
    fields.add(
        new Field(
            "name",
            "core",
            FieldType.TEXT,
            new Text("Họ và tên", "Name"),
            null,
            "identity",
            false,
            true,
            true,
            List.of(),
            null,
            null,
            200,
            null,
            null,
            BOTH,
            "name_key"));
    fields.add(text("familyName", "Họ", "Family name", "identity", PERSON, 200, "family_name"));
    fields.add(
        text("middleName", "Tên đệm", "Middle name", "identity", PERSON, 200, "middle_name"));
    fields.add(text("givenName", "Tên", "Given name", "identity", PERSON, 200, "given_name"));
    fields.add(
        text("externalId", "Mã khách hàng", "Customer code", "identity", BOTH, 120, "external_id"));
    fields.add(text("taxCode", "Mã số thuế", "Tax code", "identity", ORGANISATION, 20, "tax_code"));
    fields.add(
        choice(
            "stage",
            "Giai đoạn",
            "Stage",
            "identity",
            BOTH,
            "stage",
            one("lead", "Đầu mối", "Lead"),
            one("prospect", "Tiềm năng", "Prospect"),
            one("customer", "Khách hàng", "Customer"),
            one("regular", "Khách quen", "Regular"),
            one("lapsed", "Đã rời", "Lapsed")));
    fields.add(
        plain(
            "ownerId", FieldType.MEMBER, "Người phụ trách", "Owner", "identity", BOTH, "owner_id"));
    fields.add(plain("tags", FieldType.TAGS, "Nhãn", "Tags", "identity", BOTH, null));
    fields.add(plain("phones", FieldType.PHONE, "Số điện thoại", "Phone", "contact", BOTH, null));
    fields.add(plain("emails", FieldType.EMAIL, "E-mail", "E-mail", "contact", BOTH, null));
    fields.add(text("address.line", "Địa chỉ", "Address", "contact", BOTH, 300, null));
    fields.add(text("address.ward", "Phường/Xã", "Ward", "contact", BOTH, 120, null));
    fields.add(text("address.district", "Quận/Huyện", "District", "contact", BOTH, 120, null));
    fields.add(text("address.province", "Tỉnh/Thành phố", "Province", "contact", BOTH, 120, null));
    fields.add(
        text("address.postalCode", "Mã bưu chính", "Postal code", "contact", BOTH, 20, null));
    fields.add(
        choice(
            "preferredChannel",
            "Kênh ưa thích",
            "Preferred channel",
            "contact",
            BOTH,
            "preferred_channel",
            one("phone", "Gọi điện", "Phone"),
            one("email", "E-mail", "E-mail"),
            one("sms", "SMS", "SMS"),
            one("zalo", "Zalo", "Zalo")));
    fields.add(
        choice(
            "gender",
            "Giới tính",
            "Gender",
            "demographics",
            PERSON,
            "gender",
            one("female", "Nữ", "Female"),
            one("male", "Nam", "Male"),
            one("other", "Khác", "Other")));
    fields.add(
        plain(
            "birthDate",
            FieldType.DATE,
            "Ngày sinh",
            "Birth date",
            "demographics",
            PERSON,
            "birth_date"));
    fields.add(
        text("birthPlace", "Nơi sinh", "Birth place", "demographics", PERSON, 200, "birth_place"));
    fields.add(
        plain("interests", FieldType.TAGS, "Sở thích", "Interests", "demographics", PERSON, null));
    fields.add(
        choice(
            "education",
            "Học vấn",
            "Education",
            "demographics",
            PERSON,
            "education",
            one("none", "Không", "None"),
            one("primary", "Tiểu học", "Primary school"),
            one("secondary", "Trung học cơ sở", "Secondary school"),
            one("high-school", "Trung học phổ thông", "High school"),
            one("vocational", "Trung cấp, nghề", "Vocational"),
            one("bachelor", "Cao đẳng, đại học", "Bachelor"),
            one("postgraduate", "Sau đại học", "Postgraduate")));
    fields.add(
        text("occupation", "Nghề nghiệp", "Occupation", "demographics", PERSON, 200, "occupation"));
    fields.add(
        choice(
            "incomeBand",
            "Thu nhập mỗi tháng",
            "Monthly income",
            "demographics",
            PERSON,
            "income_band",
            one("under-5m", "Dưới 5 triệu", "Under 5 million"),
            one("5m-10m", "5–10 triệu", "5–10 million"),
            one("10m-20m", "10–20 triệu", "10–20 million"),
            one("20m-40m", "20–40 triệu", "20–40 million"),
            one("over-40m", "Trên 40 triệu", "Over 40 million")));
    return List.copyOf(fields);
  }

  static Choice one(String value, String vi, String en) {
    return new Choice(value, new Text(vi, en));
  }

  static Field text(
      String key,
      String vi,
      String en,
      String section,
      List<String> kinds,
      int max,
      @Nullable String column) {
    return new Field(
        key,
        "core",
        FieldType.TEXT,
        new Text(vi, en),
        null,
        section,
        false,
        true,
        false,
        List.of(),
        null,
        null,
        max,
        null,
        null,
        kinds,
        column);
  }

  static Field plain(
      String key,
      FieldType type,
      String vi,
      String en,
      String section,
      List<String> kinds,
      @Nullable String column) {
    return new Field(
        key,
        "core",
        type,
        new Text(vi, en),
        null,
        section,
        false,
        true,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        kinds,
        column);
  }

  static Field choice(
      String key,
      String vi,
      String en,
      String section,
      List<String> kinds,
      String column,
      Choice... choices) {
    return new Field(
        key,
        "core",
        FieldType.CHOICE,
        new Text(vi, en),
        null,
        section,
        false,
        true,
        false,
        List.of(choices),
        null,
        null,
        null,
        null,
        null,
        kinds,
        column);
  }
}
