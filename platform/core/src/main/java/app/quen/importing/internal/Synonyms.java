package app.quen.importing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Vietnamese and English spreadsheets call the core's fields, folded by {@link Headings}. */
final class Synonyms {

  private static final Map<String, List<String>> BY_FIELD =
      Map.ofEntries(
          Map.entry(
              "name",
              List.of(
                  "ho va ten",
                  "ho ten",
                  "ten",
                  "ten khach hang",
                  "ten khach",
                  "ten kh",
                  "khach hang",
                  "ho ten khach hang",
                  "ho va ten khach hang",
                  "ten day du",
                  "ten cong ty",
                  "ten doanh nghiep",
                  "ten to chuc",
                  "cong ty",
                  "nguoi mua",
                  "ten nguoi mua",
                  "name",
                  "full name",
                  "customer name",
                  "client name",
                  "customer",
                  "contact name",
                  "company",
                  "company name",
                  "organisation",
                  "organization",
                  "display name",
                  "hoten")),
          Map.entry(
              "familyName",
              List.of(
                  "ho",
                  "ho dem",
                  "ho lot",
                  "ho va ten dem",
                  "ho va ten lot",
                  "ho va dem",
                  "ho va lot",
                  "last name",
                  "family name",
                  "surname")),
          Map.entry("middleName", List.of("ten dem", "ten lot", "dem", "lot", "middle name")),
          Map.entry("givenName", List.of("ten goi", "first name", "given name", "forename")),
          Map.entry("gender", List.of("gioi tinh", "gt", "phai", "nam nu", "gender", "sex")),
          Map.entry(
              "birthDate",
              List.of(
                  "ngay sinh",
                  "ngay thang nam sinh",
                  "nam sinh",
                  "ngay sinh nhat",
                  "sinh nhat",
                  "sinh ngay",
                  "ngaysinh",
                  "birth date",
                  "date of birth",
                  "dob",
                  "birthday",
                  "born")),
          Map.entry(
              "birthPlace",
              List.of(
                  "noi sinh",
                  "que quan",
                  "nguyen quan",
                  "birth place",
                  "place of birth",
                  "home town")),
          Map.entry("interests", List.of("so thich", "quan tam", "interests", "hobbies")),
          Map.entry("education", List.of("hoc van", "trinh do", "trinh do hoc van", "education")),
          Map.entry(
              "occupation",
              List.of(
                  "nghe nghiep",
                  "nghe",
                  "cong viec",
                  "chuc vu",
                  "occupation",
                  "job",
                  "job title",
                  "profession")),
          Map.entry(
              "incomeBand",
              List.of("thu nhap", "muc thu nhap", "income", "income band", "monthly income")),
          Map.entry(
              "taxCode",
              List.of("ma so thue", "mst", "ma thue", "tax code", "tax id", "vat number", "tin")),
          Map.entry(
              "phones",
              List.of(
                  "so dien thoai",
                  "sdt",
                  "dien thoai",
                  "dt",
                  "so dt",
                  "so phone",
                  "di dong",
                  "so di dong",
                  "dien thoai di dong",
                  "dt di dong",
                  "dien thoai lien he",
                  "sdt lien he",
                  "so lien he",
                  "lien he",
                  "hotline",
                  "so may",
                  "phone",
                  "phone number",
                  "phones",
                  "mobile",
                  "mobile number",
                  "mobile phone",
                  "cell",
                  "cell phone",
                  "telephone",
                  "tel",
                  "contact number",
                  "sodienthoai",
                  "dienthoai",
                  "so zalo",
                  "zalo")),
          Map.entry(
              "emails",
              List.of(
                  "email",
                  "e mail",
                  "emails",
                  "mail",
                  "dia chi email",
                  "thu dien tu",
                  "hop thu",
                  "email address",
                  "e mail address",
                  "mail address")),
          Map.entry(
              "address.line",
              List.of(
                  "dia chi",
                  "dia chi lien he",
                  "dia chi nha",
                  "noi o",
                  "so nha",
                  "duong",
                  "dia chi giao hang",
                  "noi cu tru",
                  "cho o",
                  "address",
                  "address line",
                  "street",
                  "street address",
                  "addresses",
                  "diachi",
                  "home address",
                  "shipping address")),
          Map.entry(
              "address.ward",
              List.of(
                  "phuong",
                  "xa",
                  "phuong xa",
                  "xa phuong",
                  "phuong xa thi tran",
                  "ward",
                  "commune")),
          Map.entry(
              "address.district",
              List.of("quan", "huyen", "quan huyen", "quan huyen thi xa", "district")),
          Map.entry(
              "address.province",
              List.of(
                  "tinh",
                  "thanh pho",
                  "tinh thanh",
                  "tinh thanh pho",
                  "tp",
                  "tinh tp",
                  "province",
                  "city",
                  "state")),
          Map.entry(
              "externalId",
              List.of(
                  "ma kh",
                  "ma khach hang",
                  "ma khach",
                  "ma so khach hang",
                  "makh",
                  "ma so",
                  "ma",
                  "ma the",
                  "ma the thanh vien",
                  "so the",
                  "customer id",
                  "customer code",
                  "customer no",
                  "customer number",
                  "external id",
                  "id",
                  "client id",
                  "code",
                  "member id",
                  "account number")),
          Map.entry(
              "preferredChannel",
              List.of(
                  "kenh lien he",
                  "kenh uu tien",
                  "kenh lien he uu tien",
                  "preferred channel",
                  "contact channel")),
          Map.entry(
              "tags",
              List.of(
                  "nhan",
                  "the",
                  "tag",
                  "tags",
                  "label",
                  "labels",
                  "nhom khach hang",
                  "nhom",
                  "phan loai",
                  "nhom kh",
                  "group")),
          Map.entry(
              "ownerId",
              List.of(
                  "nguoi phu trach",
                  "nhan vien phu trach",
                  "phu trach",
                  "sale phu trach",
                  "nhan vien",
                  "owner",
                  "account owner",
                  "assigned to",
                  "sales rep")),
          Map.entry(
              "stage",
              List.of(
                  "giai doan",
                  "trang thai",
                  "tinh trang",
                  "trang thai khach hang",
                  "stage",
                  "life cycle stage",
                  "lifecycle stage",
                  "status")),
          Map.entry(
              "kind",
              List.of(
                  "loai",
                  "loai khach",
                  "loai khach hang",
                  "loai kh",
                  "kind",
                  "customer type",
                  "type")));

  private static final Map<String, String> FIELDS = new HashMap<>();

  static {
    BY_FIELD.forEach((field, names) -> names.forEach(name -> FIELDS.put(name, field)));
  }

  private Synonyms() {}

  /** The key of the core field that is meant, or null. */
  static @Nullable String field(String folded) {
    return FIELDS.get(folded);
  }
}
