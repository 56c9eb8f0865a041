package app.quen.launcher.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Invented ways to reach invented people: no telephone or e-mail is given out twice. */
public final class Contacts {
  private static final String[] PREFIXES =
      ("032 033 034 035 036 037 038 039 070 076 077 078 079 081 082 083 084 085 086 088 090"
              + " 091 093 094 096 097 098")
          .split(" ");

  /** A province and some of its wards, as they are called since July 2025. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("Thành phố Hà Nội", "Hoàn Kiếm", "Ba Đình", "Cầu Giấy", "Đống Đa", "Tây Hồ"),
          List.of("Thành phố Hồ Chí Minh", "Sài Gòn", "Bến Thành", "Tân Định", "Gia Định"),
          List.of("Thành phố Hồ Chí Minh", "Thủ Đức", "Chợ Lớn", "Phú Nhuận", "Bình Thạnh"),
          List.of("Thành phố Hà Nội", "Thanh Xuân", "Hà Đông", "Long Biên", "Ngọc Hà"),
          List.of("Thành phố Hồ Chí Minh", "An Khánh", "Vũng Tàu", "Thủ Dầu Một"),
          List.of("Thành phố Đà Nẵng", "Hải Châu", "Sơn Trà", "Ngũ Hành Sơn", "Hội An"),
          List.of("Thành phố Hải Phòng", "Hồng Bàng", "Ngô Quyền", "Lê Chân"),
          List.of("Thành phố Cần Thơ", "Ninh Kiều", "Cái Răng"),
          List.of("Thành phố Huế", "Phú Xuân"),
          List.of("Thành phố Đồng Nai", "Trấn Biên"),
          List.of("Tỉnh Lâm Đồng", "Xuân Hương - Đà Lạt"),
          List.of("Tỉnh Nghệ An", "Thành Vinh", "Trường Vinh"),
          List.of("Tỉnh Quảng Ninh", "Hồng Gai", "Bãi Cháy"),
          List.of("Tỉnh An Giang", "Long Xuyên", "Rạch Giá"),
          List.of("Tỉnh Thái Nguyên", "Phan Đình Phùng"),
          List.of("Tỉnh Đắk Lắk", "Buôn Ma Thuột"));

  private static final String[] STREETS =
      ("Nguyễn Huệ,Lê Lợi,Trần Hưng Đạo,Hai Bà Trưng,Lý Thường Kiệt,Phan Chu Trinh,Nguyễn Trãi,"
              + "Điện Biên Phủ,Cách Mạng Tháng Tám,Quang Trung,Lê Duẩn,Võ Thị Sáu,Nguyễn Văn Cừ,"
              + "Bà Triệu,Ngô Quyền,Phạm Ngũ Lão,Nguyễn Thị Minh Khai,Tôn Đức Thắng,Xuân Thủy,"
              + "Láng Hạ,Kim Mã,Hùng Vương,Pasteur,Hoàng Diệu")
          .split(",");

  private static final String[] MAIL = {"mail.example", "hopthu.example", "thudientu.example"};

  private final Random random;
  private final Set<String> given = new HashSet<>();

  public Contacts(Random random) {
    this.random = random;
  }

  /** Where somebody lives. */
  public record Place(String line, String ward, String province) {}

  public Place place() {
    // the smaller of two: the first places are the big cities, where more people live
    List<String> province =
        PLACES.get(Math.min(random.nextInt(PLACES.size()), random.nextInt(PLACES.size())));
    String number = Integer.toString(1 + random.nextInt(320));
    if (random.nextInt(4) == 0) {
      number = number + "/" + (1 + random.nextInt(60));
    }
    return new Place(
        number + " " + STREETS[random.nextInt(STREETS.length)],
        "Phường " + province.get(1 + random.nextInt(province.size() - 1)),
        province.get(0));
  }

  /** As people write it: with blanks, with dots, or in one go. */
  public String mobile() {
    String digits;
    do {
      digits =
          PREFIXES[random.nextInt(PREFIXES.length)]
              + String.format(Locale.ROOT, "%07d", random.nextInt(10_000_000));
    } while (!given.add(digits));
    String a = digits.substring(0, 4);
    String b = digits.substring(4, 7);
    String c = digits.substring(7);
    return switch (random.nextInt(5)) {
      case 0 -> a + " " + b + " " + c;
      case 1 -> a + "." + b + "." + c;
      default -> digits;
    };
  }

  public String email(String name, int yearOfBirth) {
    String[] words = ascii(name).split(" +");
    String last = words[words.length - 1];
    String local =
        switch (random.nextInt(3)) {
          case 0 -> last + "." + words[0];
          case 1 -> last + initials(words) + yearOfBirth % 100;
          default -> String.join("", words);
        };
    String domain = MAIL[random.nextInt(MAIL.length)];
    String address = local + "@" + domain;
    for (int n = 2; !given.add(address); n++) {
      address = local + n + "@" + domain;
    }
    return address;
  }

  private static String initials(String[] words) {
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < words.length - 1; i++) {
      initials.append(words[i].charAt(0));
    }
    return initials.toString();
  }

  private static String ascii(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9 ]", "")
        .strip();
  }
}
