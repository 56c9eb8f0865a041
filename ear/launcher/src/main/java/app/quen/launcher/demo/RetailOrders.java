package app.quen.launcher.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What the customers of a shop bought: each one's orders add up to what its card says, and the last
 * one is of the day that it says. Some goods come back.
 */
public final class RetailOrders {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String[] CHANNELS =
      "Cửa hàng,Cửa hàng,Cửa hàng,Trang web,Sàn thương mại,Mạng xã hội".split(",");
  private static final Map<String, String[]> ARTICLES =
      Map.of(
          "fashion", "Áo thun cotton,Quần jean,Đầm hoa,Áo sơ mi,Áo khoác gió".split(","),
          "shoes", "Giày thể thao,Xăng đan,Giày lười,Dép quai ngang".split(","),
          "beauty", "Kem chống nắng,Son môi,Sữa rửa mặt,Nước hoa".split(","),
          "baby", "Tã dán,Sữa bột,Bình sữa,Xe đẩy".split(","),
          "home", "Nồi chiên không dầu,Bộ chăn ga,Đèn bàn,Ly thủy tinh".split(","),
          "grocery", "Gạo ST25 5kg,Cà phê rang xay,Mật ong,Trà sen".split(","),
          "electronics", "Tai nghe không dây,Sạc dự phòng,Loa mini,Chuột máy tính".split(","),
          "books", "Sách nấu ăn,Truyện thiếu nhi,Sổ tay,Tiểu thuyết".split(","));

  private final Random random;
  private final Table table =
      new Table()
          .column("Số đơn hàng", "")
          .column("Ngày đặt", "")
          .column("Mã khách hàng", "")
          .column("Kênh bán", "")
          .column("Cửa hàng", "")
          .column("Trạng thái", "")
          .column("Mã hàng", "")
          .column("Tên hàng", "")
          .column("Số lượng", "")
          .column("Đơn giá", "");

  private int number;

  private RetailOrders(Random random) {
    this.random = random;
  }

  /** Of the customers that {@link RetailCustomers#table} gives for the same numbers. */
  public static Table table(int first, int customers) throws IOException {
    RetailOrders orders = new RetailOrders(new Random(2_026_305L + first));
    RetailCustomers.each(first, customers, orders::buy);
    return orders.table;
  }

  private void buy(Map<String, String> customer) {
    long spend = Long.parseLong(customer.get("Tổng chi tiêu"));
    LocalDate last = LocalDate.parse(customer.get("Ngày mua gần nhất"), DATE);
    int orders = (int) Math.min(12, 1 + spend / 600_000 + random.nextInt(2));
    boolean back = spend > 300_000 && random.nextInt(9) == 0;
    long returned = back ? 50_000L + 10_000L * random.nextInt(10) : 0;
    long left = spend + returned;
    for (int n = orders; n > 0; n--) {
      long amount = n == 1 ? left : left / n / 2_000 * 1_000 + 1_000L * random.nextInt(50);
      amount = Math.min(left, Math.max(1_000, amount));
      left -= amount;
      // the one that takes what is left is the last one
      LocalDate day = n == 1 ? last : last.minusDays(7L * n + random.nextInt(40) + 20L * n);
      if (amount > 0) {
        order(customer, "DH", day, amount, 1, n == 1 ? "paid" : "delivered");
      }
    }
    if (back) {
      order(customer, "TH", last.plusDays(random.nextInt(5)), returned, -1, "");
    }
  }

  private void order(
      Map<String, String> customer,
      String prefix,
      LocalDate day,
      long amount,
      int sign,
      String state) {
    String of = String.format(Locale.ROOT, "%s-%05d", prefix, ++number);
    String time = " %02d:%02d".formatted(8 + random.nextInt(13), random.nextInt(60));
    String channel = pick(CHANNELS);
    boolean shop = channel.equals("Cửa hàng");
    long left = amount;
    int lines = sign < 0 || amount < 100_000 ? 1 : 1 + random.nextInt(3);
    for (int i = lines; i > 0; i--) {
      long worth = i == 1 ? left : left / i / 1_000 * 1_000;
      left -= worth;
      int quantity = worth % 2_000 == 0 && worth < 400_000 ? 2 : 1;
      String category = category(customer);
      String[] articles = ARTICLES.get(category);
      int article = random.nextInt(articles.length);
      List<String> row = new ArrayList<>();
      row.add(of);
      row.add(DATE.format(day) + time);
      row.add(customer.get("Mã khách hàng"));
      row.add(channel);
      row.add(shop ? customer.get("Cửa hàng quen") : "");
      row.add(state);
      row.add(category.substring(0, 2).toUpperCase(Locale.ROOT) + "-" + (101 + article));
      row.add(articles[article]);
      row.add(Integer.toString(sign * quantity));
      row.add(Long.toString(worth / quantity));
      table.row(row);
    }
  }

  private String category(Map<String, String> customer) {
    String[] liked = customer.get("Nhóm hàng yêu thích").split("; ");
    return liked[random.nextInt(liked.length)];
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
