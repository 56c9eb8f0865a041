package app.quen.launcher.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What happened between a shop and its customers: calls and messages, opinions, tasks. */
final class RetailCare {

  private static final LocalDateTime TODAY =
      LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).atStartOfDay();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private static final String[] REASONS =
      ("Hỏi thăm sau khi giao hàng,Báo hàng đã về,Tư vấn chọn size,Xác nhận đơn hàng,"
              + "Hỏi về chương trình tích điểm,Nhắc đổi quà sinh nhật,Báo giá mua số lượng lớn")
          .split(",");
  private static final String[] REACHED =
      ("Khách hài lòng, sẽ ghé lại cuối tuần.;Khách hẹn gọi lại sau 18 giờ.;"
              + "Khách cần thêm màu xanh than, đã ghi lại.;Khách đồng ý giữ hàng đến thứ bảy.;"
              + "Khách hỏi chính sách đổi trả, đã gửi qua Zalo.")
          .split(";");
  private static final String[] COMPLAINTS =
      ("Giao sai màu;Giao trễ hai ngày so với hẹn;Áo bung chỉ sau lần giặt đầu;"
              + "Nhân viên trả lời chậm;Thiếu một món trong đơn;Tích điểm chưa được cộng")
          .split(";");
  private static final String[] PRAISE =
      ("Nhân viên nhiệt tình, chọn size giúp rất vừa.;Giao nhanh, gói cẩn thận.;"
              + "Vải đẹp hơn trong ảnh.;Giá hợp lý, sẽ giới thiệu bạn bè.;Đổi hàng rất dễ.")
          .split(";");
  private static final String[] GRUMBLES =
      ("Chờ thanh toán hơi lâu.;Ít mẫu mới.;Hộp bị móp khi nhận.;Gọi tổng đài không ai nghe.")
          .split(";");
  private static final String[] TASKS =
      ("Gọi lại báo hàng về;Gửi ảnh thật của sản phẩm;Kiểm tra đơn giao trễ;"
              + "Chuẩn bị quà sinh nhật;Chốt báo giá mua sỉ;Hỏi thăm khách lâu chưa mua")
          .split(";");

  private final Random random = new Random(20_261_120L);
  private final int customers;

  /**
   * @param customers how many the shop has; the first ones come oftener
   */
  RetailCare(int customers) {
    this.customers = customers;
  }

  Table interactions(int count) {
    Table table =
        new Table()
            .column("Thời điểm", "at")
            .column("Kênh", "channel")
            .column("Chiều", "direction")
            .column("Tiêu đề", "subject")
            .column("Nội dung", "body")
            .column("Kết quả", "outcome")
            .column("Thời lượng", "durationSeconds")
            .column("Nhân viên", "memberId")
            .column("Mã khách hàng", "customer.externalId");
    String[] channels =
        "Gọi điện,Gọi điện,Gọi điện,Gặp trực tiếp,SMS,ZNS,Trò chuyện,E-mail".split(",");
    for (int i = 0; i < count; i++) {
      String channel = pick(channels);
      boolean call = channel.equals("Gọi điện");
      boolean reached = !call || random.nextInt(4) > 0;
      table.row(
          List.of(
              at(300),
              channel,
              random.nextInt(3) == 0 ? "Khách liên hệ" : "Mình liên hệ",
              pick(REASONS),
              reached ? pick(REACHED) : "",
              call ? (reached ? "Gặp được khách" : "Không trả lời") : "Đã xong",
              call && reached ? Integer.toString(20 + random.nextInt(500)) : "",
              random.nextInt(5) == 0 ? Demo.OWNER : Demo.SALES,
              customer()));
    }
    return table;
  }

  Table feedback(int count) {
    Table table =
        new Table()
            .column("Loại", "kind")
            .column("Kênh", "channel")
            .column("Thời điểm", "at")
            .column("Tiêu đề", "subject")
            .column("Nội dung", "body")
            .column("NPS", "nps")
            .column("Số sao", "rating")
            .column("Trạng thái", "state")
            .column("Người phụ trách", "ownerId")
            .column("Cách giải quyết", "resolution")
            .column("Mã khách hàng", "customer.externalId");
    for (int i = 0; i < count; i++) {
      int mood = random.nextInt(10);
      if (random.nextInt(4) == 0) {
        boolean open = random.nextInt(3) == 0;
        table.row(
            List.of(
                "Khiếu nại",
                "Gọi điện",
                at(open ? 6 : 200),
                pick(COMPLAINTS),
                "",
                "",
                "",
                open ? (random.nextBoolean() ? "Mới" : "Đang xử lý") : "Đã giải quyết",
                Demo.SALES,
                open ? "" : "Đã xin lỗi khách, đổi hàng và miễn phí giao lại.",
                customer()));
      } else if (random.nextBoolean()) {
        int nps = mood < 6 ? 9 + random.nextInt(2) : mood < 8 ? 7 + random.nextInt(2) : 3;
        table.row(
            List.of(
                "Khảo sát",
                "Trang web",
                at(200),
                "Sau khi mua hàng",
                nps > 6 ? pick(PRAISE) : pick(GRUMBLES),
                Integer.toString(nps),
                "",
                "",
                "",
                "",
                customer()));
      } else {
        int stars = mood < 7 ? 5 : mood < 9 ? 4 : 2;
        table.row(
            List.of(
                "Đánh giá",
                "Trang web",
                at(200),
                "",
                stars > 3 ? pick(PRAISE) : pick(GRUMBLES),
                "",
                Integer.toString(stars),
                "",
                "",
                "",
                customer()));
      }
    }
    return table;
  }

  Table tasks(int count) {
    Table table =
        new Table()
            .column("Việc cần làm", "title")
            .column("Hạn", "dueAt")
            .column("Ưu tiên", "priority")
            .column("Trạng thái", "state")
            .column("Người làm", "assigneeId")
            .column("Mã khách hàng", "customer.externalId");
    for (int i = 0; i < count; i++) {
      int day = random.nextInt(24) - 10;
      table.row(
          List.of(
              pick(TASKS),
              TIME.format(TODAY.plusDays(day).plusHours(8 + random.nextInt(9))),
              random.nextInt(4) == 0 ? "Cao" : "Thường",
              day < -2 && random.nextInt(4) > 0 ? "Đã xong" : "Chưa làm",
              random.nextInt(3) == 0 ? Demo.OWNER : Demo.SALES,
              customer()));
    }
    return table;
  }

  /** What a shop asks its customers for. */
  static List<JsonObject> purposes() {
    return List.of(
        purpose(
            text("Tin khuyến mãi", "Offers and news"),
            text(
                "Bạn có muốn nhận tin khuyến mãi của Cửa hàng Sen không?",
                "Would you like to get offers and news from Cửa hàng Sen?"),
            "sms",
            "email",
            "zns"),
        purpose(
            text("Hỏi thăm sau khi mua", "Follow-up after a purchase"),
            text(
                "Cửa hàng Sen có thể gọi hỏi bạn dùng hàng thế nào không?",
                "May Cửa hàng Sen call to ask how you like what you bought?"),
            "phone"));
  }

  private static JsonObject purpose(JsonObject name, JsonObject text, String... channels) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("channels", Json.createArrayBuilder(List.of(channels)))
        .add("text", text)
        .build();
  }

  /** A form that can be sent after a purchase. */
  static JsonObject survey() {
    return Json.createObjectBuilder()
        .add("title", text("Sau khi mua hàng", "After your purchase"))
        .add(
            "intro",
            text(
                "Chỉ mất một phút. Ý kiến của bạn giúp Sen phục vụ tốt hơn.",
                "It takes a minute and helps us to serve you better."))
        .add(
            "questions",
            Json.createArrayBuilder()
                .add(
                    question(
                        "again",
                        "nps",
                        true,
                        "Bạn có giới thiệu Sen với bạn bè không?",
                        "Would you recommend Sen to a friend?"))
                .add(
                    question(
                        "service",
                        "csat",
                        false,
                        "Bạn hài lòng với nhân viên thế nào?",
                        "How satisfied are you with our staff?"))
                .add(question("why", "text", false, "Vì sao?", "Why?"))
                .add(question("phone", "phone", true, "Số điện thoại của bạn", "Your phone")))
        .build();
  }

  private static JsonObject question(
      String key, String type, boolean required, String vi, String en) {
    return Json.createObjectBuilder()
        .add("key", key)
        .add("type", type)
        .add("required", required)
        .add("label", text(vi, en))
        .build();
  }

  private static JsonObject text(String vi, String en) {
    return Json.createObjectBuilder().add("vi", vi).add("en", en).build();
  }

  private String at(int days) {
    // most of it is recent
    long ago = (long) Math.abs(random.nextGaussian() * days / 3);
    return TIME.format(
        TODAY.minusDays(1 + ago).plusHours(8 + random.nextInt(12)).plusMinutes(random.nextInt(60)));
  }

  private String customer() {
    int number = 1 + (int) Math.abs(random.nextGaussian() * customers / 3) % customers;
    return String.format(Locale.ROOT, "SEN-%06d", number);
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
