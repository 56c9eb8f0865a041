package app.quen.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * IBM's sample of 7,043 telephone and internet customers as it was published, with people invented
 * around the numbers.
 */
final class TelecomCustomers {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final String[] PEOPLE =
      ("Mã khách hàng,Họ và tên,Giới tính,Ngày sinh,Số điện thoại,Email,Địa chỉ,Phường/xã,"
              + "Tỉnh/thành,Nhãn,Giai đoạn")
          .split(",");

  /** For the published columns from the third on. */
  private static final String[] FIELDS =
      ("senior_citizen,partner,dependents,tenure_months,phone_service,multiple_lines,"
              + "internet_service,online_security,online_backup,device_protection,tech_support,"
              + "streaming_tv,streaming_movies,contract,paperless_billing,payment_method,"
              + "monthly_charges,total_charges,churned")
          .split(",");

  private TelecomCustomers() {}

  static Table table() throws IOException {
    Random random = new Random(20_261_101);
    Names names = new Names(random);
    Contacts contacts = new Contacts(random);
    Table table = new Table();
    for (String heading : PEOPLE) {
      table.column(heading, "");
    }
    try (InputStream raw =
            Objects.requireNonNull(
                TelecomCustomers.class.getResourceAsStream(
                    "/demo/telco_churn/Telco-Customer-Churn.csv.gz"));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(raw), StandardCharsets.UTF_8))) {
      String[] headings = reader.readLine().split(",");
      for (int i = 0; i < FIELDS.length; i++) {
        table.column(headings[i + 2], "telecom." + FIELDS[i]);
      }
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        // no value of this file is quoted
        table.row(row(line.split(",", -1), random, names, contacts));
      }
    }
    return table;
  }

  private static List<String> row(String[] values, Random random, Names names, Contacts contacts) {
    boolean woman = values[1].equals("Female");
    boolean senior = values[2].equals("1");
    int tenure = Integer.parseInt(values[5]);
    boolean churned = values[20].equals("Yes");
    LocalDate born =
        TODAY
            .minusYears(senior ? 65 + random.nextInt(20) : 20 + random.nextInt(44))
            .minusDays(random.nextInt(365));
    String name = names.person(woman);
    Contacts.Place place = contacts.place();
    List<String> row = new ArrayList<>();
    row.add(values[0]);
    row.add(name);
    row.add(woman ? "Nữ" : "Nam");
    row.add(DATE.format(born));
    row.add(contacts.mobile());
    row.add(random.nextInt(10) < 7 ? contacts.email(name, born.getYear()) : "");
    row.add(place.line());
    row.add(place.ward());
    row.add(place.province());
    row.add(tags(values, tenure));
    row.add(churned ? "lapsed" : tenure >= 48 ? "regular" : "customer");
    Arrays.asList(values).subList(2, 21).forEach(value -> row.add(value.strip()));
    return row;
  }

  private static String tags(String[] values, int tenure) {
    List<String> tags = new ArrayList<>();
    if (tenure >= 60) {
      tags.add("thân thiết");
    }
    if (values[8].equals("Fiber optic")) {
      tags.add("cáp quang");
    }
    if (Double.parseDouble(values[18]) >= 100) {
      tags.add("vip");
    }
    return String.join("; ", tags);
  }
}
