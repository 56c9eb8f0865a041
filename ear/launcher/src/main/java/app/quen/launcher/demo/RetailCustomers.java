package app.quen.launcher.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Customers of a shop: people, and one in twenty-five a business. */
public final class RetailCustomers {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String[] CATEGORIES =
      "fashion,shoes,beauty,baby,home,grocery,electronics,books".split(",");
  private static final String[] STORES =
      "Sen Hoàn Kiếm,Sen Cầu Giấy,Sen Bến Thành,Sen Thủ Đức,Sen Hải Châu".split(",");
  private static final String[] TRADES =
      "Thương mại,Xây dựng,Du lịch,May mặc,Nội thất,Thực phẩm,Công nghệ,Vận tải".split(",");
  private static final String[] FIRMS =
      ("Hoa Sen,Bình Minh,Phú Quý,An Khang,Thành Đạt,Đại Phát,Hồng Hà,Tân Tiến,Sao Việt,"
              + "Minh Anh,Hưng Thịnh,Ánh Dương")
          .split(",");
  private static final String[] OCCUPATIONS =
      ("Giáo viên,Kế toán,Kỹ sư,Bác sĩ,Nội trợ,Sinh viên,Nhân viên văn phòng,"
              + "Kinh doanh tự do,Tài xế,Thợ may,Dược sĩ,Lập trình viên")
          .split(",");
  private static final String[] SIZES = "xs,s,m,m,l,l,xl,xxl".split(",");

  private RetailCustomers() {}

  /**
   * @param first the number of the first; the same numbers give the same people only in the same
   *     slice
   */
  public static Table table(int first, int customers) throws IOException {
    Random random = new Random(8_102_025L + first);
    Names names = new Names(random);
    Contacts contacts = new Contacts(random);
    Table table =
        new Table()
            .column("Mã khách hàng", "")
            .column("Loại khách hàng", "kind")
            .column("Họ và tên", "")
            .column("Giới tính", "")
            .column("Ngày sinh", "")
            .column("Nghề nghiệp", "")
            .column("Mã số thuế", "")
            .column("Số điện thoại", "")
            .column("Email", "")
            .column("Địa chỉ", "")
            .column("Phường/xã", "")
            .column("Tỉnh/thành", "")
            .column("Nhãn", "")
            .column("Giai đoạn", "")
            .column("Hạng thành viên", "retail.loyalty_tier")
            .column("Số thẻ thành viên", "retail.card_number")
            .column("Điểm tích lũy", "retail.points")
            .column("Nhận quà sinh nhật", "retail.birthday_gift")
            .column("Nhận bản tin", "retail.newsletter")
            .column("Cửa hàng quen", "retail.favourite_store")
            .column("Nhóm hàng yêu thích", "retail.preferred_categories")
            .column("Tổng chi tiêu", "retail.total_spend")
            .column("Ngày mua gần nhất", "retail.last_purchase_date")
            .column("Cỡ quần áo", "retail.clothing_size")
            .column("Cỡ giày", "retail.shoe_size");
    for (int i = first; i < first + customers; i++) {
      table.row(row(i, random, names, contacts));
    }
    return table;
  }

  /** The same people again, as rows of the table, for what belongs to them. */
  static void each(int first, int customers, Consumer<Map<String, String>> taken)
      throws IOException {
    Table headings = table(first, 0);
    Random random = new Random(8_102_025L + first);
    Names names = new Names(random);
    Contacts contacts = new Contacts(random);
    for (int i = first; i < first + customers; i++) {
      taken.accept(headings.named(row(i, random, names, contacts)));
    }
  }

  private static List<String> row(int number, Random random, Names names, Contacts contacts) {
    boolean business = random.nextInt(25) == 0;
    boolean woman = random.nextInt(100) < 64;
    LocalDate born = TODAY.minusYears(16 + random.nextInt(55)).minusDays(random.nextInt(365));
    String name =
        business
            ? "Công ty TNHH " + pick(TRADES, random) + " " + pick(FIRMS, random) + " " + number
            : names.person(woman);
    Contacts.Place place = contacts.place();
    // few buy much, many buy little
    long spend = Math.round(Math.exp(12.8 + 1.5 * random.nextGaussian()) / 1000) * 1000;
    long points = spend / 10_000;
    String tier =
        spend > 5_000_000
            ? "diamond"
            : spend > 1_500_000 ? "gold" : spend > 400_000 ? "silver" : "member";
    LocalDate last = TODAY.minusDays(1 + (long) Math.abs(random.nextGaussian() * 160));
    boolean lapsed = last.isBefore(TODAY.minusDays(300));
    List<String> tags = new ArrayList<>();
    if (tier.equals("diamond")) {
      tags.add("vip");
    }
    if (business) {
      tags.add("mua sỉ");
    } else if (random.nextInt(6) == 0) {
      tags.add("khách online");
    }
    if (points > 100 && lapsed) {
      tags.add("cần gọi lại");
    }
    List<String> row = new ArrayList<>();
    row.add(String.format(Locale.ROOT, "SEN-%06d", number));
    row.add(business ? "organisation" : "person");
    row.add(name);
    row.add(business ? "" : woman ? "Nữ" : "Nam");
    row.add(business ? "" : DATE.format(born));
    row.add(business ? "" : pick(OCCUPATIONS, random));
    row.add(business ? "0" + (100_000_000 + random.nextInt(899_999_999)) : "");
    row.add(contacts.mobile());
    row.add(random.nextInt(10) < 6 ? contacts.email(name, born.getYear()) : "");
    row.add(place.line());
    row.add(place.ward());
    row.add(place.province());
    row.add(String.join("; ", tags));
    row.add(lapsed ? "lapsed" : spend > 1_500_000 ? "regular" : "customer");
    row.add(tier);
    row.add(card(number));
    row.add(Long.toString(points));
    row.add(random.nextBoolean() ? "Có" : "Không");
    row.add(random.nextInt(3) == 0 ? "Có" : "Không");
    row.add(pick(STORES, random));
    row.add(categories(random));
    row.add(Long.toString(spend));
    row.add(DATE.format(last));
    row.add(business ? "" : pick(SIZES, random));
    row.add(
        business ? "" : Integer.toString(woman ? 35 + random.nextInt(5) : 39 + random.nextInt(6)));
    return row;
  }

  private static String categories(Random random) {
    String first = pick(CATEGORIES, random);
    String second = pick(CATEGORIES, random);
    return first.equals(second) || random.nextInt(3) == 0 ? first : first + "; " + second;
  }

  /** Thirteen digits, the last one by the rule of EAN-13. */
  private static String card(int number) {
    String digits = String.format(Locale.ROOT, "200%09d", number);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
