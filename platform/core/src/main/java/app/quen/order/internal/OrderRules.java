package app.quen.order.internal;

import static app.quen.order.internal.Amounts.amount;
import static app.quen.order.internal.Amounts.problem;

import app.quen.access.Actor;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.order.OrderDraft;
import app.quen.order.OrderId;
import app.quen.order.OrderView;
import app.quen.setting.WorkspaceSettings;
import app.quen.text.Folding;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an order must be like, and all that follows from what people wrote. */
public final class OrderRules {

  static final int MOST_LINES = 5_000;
  private static final int MOST_PAYMENTS = 200;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_STORE = 120;
  private static final int LONGEST_NOTE = 4_000;

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  static final Set<String> SALE_STATES =
      Set.of("draft", "placed", "paid", "delivered", "cancelled");
  private static final Set<String> RETURN_STATES = Set.of("draft", "returned", "cancelled");
  private static final Set<String> CHANNELS =
      Set.of("store", "web", "phone", "marketplace", "social", "other");
  private static final Set<String> METHODS =
      Set.of("cash", "card", "transfer", "cod", "wallet", "other");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  /** Without I, L, O and U, which people mistake or read as words. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private OrderRules() {}

  /** What the system knows of an order that is being written. */
  record Frame(
      OrderId id,
      int version,
      Instant createdAt,
      Actor createdBy,
      Instant updatedAt,
      Actor updatedBy,
      UUID sourceId) {

    static Frame ofNew(OrderId id, Actor actor, Instant now, UUID sourceId) {
      return new Frame(id, 1, now, actor, now, actor, sourceId);
    }

    static Frame next(OrderView before, Actor actor, Instant now) {
      return new Frame(
          before.id(),
          before.version() + 1,
          before.createdAt(),
          before.createdBy(),
          now,
          actor,
          before.sourceId());
    }
  }

  /** The order in its normal form; only to be used if there are no problems. */
  record Checked(OrderView order, List<Problem> problems) {}

  /** What is the same for all orders of a workspace. */
  record Place(WorkspaceSettings settings, Catalogue fields) {}

  static Checked check(OrderDraft draft, Frame frame, Place place, @Nullable OrderView before) {
    List<Problem> problems = new ArrayList<>();
    Instant now = frame.updatedAt();
    Instant placedAt = moment(draft.placedAt(), now);
    if (placedAt.isBefore(EARLIEST) || placedAt.isAfter(LATEST)) {
      problems.add(
          problem(
              "placedAt", "out-of-range", "Ngày đặt không hợp lý.", "No order is of that day."));
      placedAt = now;
    }
    boolean back = comesBack(draft.lines(), problems);
    List<OrderView.Line> lines = lines(draft.lines(), back, before, problems);
    BigDecimal discount = amount("discount", draft.discount(), problems);
    BigDecimal shipping = amount("shipping", draft.shipping(), problems);
    BigDecimal tax = amount("tax", draft.tax(), problems);
    BigDecimal sum = BigDecimal.ZERO.setScale(Amounts.SCALE);
    for (OrderView.Line line : lines) {
      sum = sum.add(line.total().abs());
    }
    sum = sum.subtract(discount).add(shipping).add(tax);
    BigDecimal returned = before == null ? BigDecimal.ZERO : before.returned();
    if (sum.signum() < 0) {
      problems.add(
          problem(
              "discount",
              "too-large",
              "Giảm giá lớn hơn giá trị đơn hàng.",
              "The discount is more than the order costs."));
    } else if (sum.compareTo(returned) < 0) {
      problems.add(
          problem(
              "lines",
              "below-returned",
              "Giá trị đơn không được nhỏ hơn số tiền đã hoàn trả.",
              "The order cannot be worth less than what was given back for it."));
    }
    List<OrderView.Payment> payments = payments(draft.payments(), now, problems);
    String number = number(draft.number(), placedAt, place.settings(), problems);
    String state = state(draft.state(), back, before, problems);
    String channel = choice("channel", draft.channel(), CHANNELS, problems);
    String store = text("store", draft.store(), LONGEST_STORE, problems);
    String currency = currency(draft.currency(), place.settings(), problems);
    String note = note(draft.note(), problems);
    Instant placed = placedAt;
    BigDecimal total = back ? sum.negate() : sum;
    Function<JsonObject, OrderView> order =
        values ->
            new OrderView(
                frame.id(),
                frame.version(),
                number,
                back ? "return" : "sale",
                draft.customerId(),
                placed,
                state,
                channel,
                store,
                currency,
                lines,
                lines.size(),
                discount,
                shipping,
                tax,
                total,
                payments,
                sum(payments),
                before == null ? List.of() : before.returns(),
                returned,
                note,
                frame.sourceId(),
                values,
                frame.createdAt(),
                frame.createdBy(),
                frame.updatedAt(),
                frame.updatedBy(),
                null,
                null);
    Fields.Checked values = values(draft.fields(), order, place, before);
    problems.addAll(values.problems());
    return new Checked(order.apply(values.values()), problems);
  }

  /** Normal forms, defaults, and what the rules of the fields say of the whole order. */
  private static Fields.Checked values(
      JsonObject written,
      Function<JsonObject, OrderView> order,
      Place place,
      @Nullable OrderView before) {
    JsonObject known = before == null ? JsonValue.EMPTY_JSON_OBJECT : before.fields();
    return place
        .fields()
        .settle(
            written,
            place.fields().check(written, known),
            new Catalogue.Context(
                () -> order.apply(written).json(),
                before == null ? null : before::json,
                known,
                null));
  }

  private static boolean comesBack(List<OrderDraft.Line> lines, List<Problem> problems) {
    boolean negative = false;
    boolean positive = false;
    for (OrderDraft.Line line : lines) {
      int sign = line.quantity() == null ? 0 : line.quantity().signum();
      negative |= sign < 0;
      positive |= sign > 0;
    }
    if (negative && positive) {
      problems.add(
          problem(
              "lines",
              "mixed",
              "Một đơn không thể vừa bán vừa nhận lại hàng; hãy ghi phần trả lại là trả hàng.",
              "An order cannot both sell and take back; note what came back as a return."));
    }
    return negative;
  }

  private static List<OrderView.Line> lines(
      List<OrderDraft.Line> drafts,
      boolean back,
      @Nullable OrderView before,
      List<Problem> problems) {
    if (drafts.isEmpty()) {
      problems.add(
          problem(
              "lines",
              "required",
              "Đơn hàng cần ít nhất một dòng hàng.",
              "An order needs one line at least."));
    } else if (drafts.size() > MOST_LINES) {
      problems.add(
          problem(
              "lines",
              "too-many",
              "Tối đa " + MOST_LINES + " dòng hàng.",
              MOST_LINES + " lines at most."));
      return List.of();
    }
    Map<Integer, OrderView.Line> known = new HashMap<>();
    if (before != null) {
      before.lines().forEach(line -> known.put(line.position(), line));
    }
    List<OrderView.Line> lines = new ArrayList<>(drafts.size());
    for (OrderDraft.Line draft : drafts) {
      int position = lines.size() + 1;
      OrderView.Line was = known.remove(position);
      lines.add(
          line(
              draft,
              position,
              back,
              was == null ? BigDecimal.ZERO : was.returnedQuantity(),
              "lines[" + (position - 1) + "].",
              problems));
    }
    if (known.values().stream().anyMatch(line -> line.returnedQuantity().signum() != 0)) {
      problems.add(
          problem(
              "lines",
              "has-returns",
              "Không thể bỏ dòng hàng đã có hàng trả lại.",
              "A line of which goods came back cannot be left out."));
    }
    return lines;
  }

  public static List<Problem> against(OrderDraft.Line line) {
    List<Problem> problems = new ArrayList<>();
    boolean back = line.quantity() != null && line.quantity().signum() < 0;
    line(line, 1, back, BigDecimal.ZERO, "line.", problems);
    return problems;
  }

  static OrderView.Line line(
      OrderDraft.Line draft,
      int position,
      boolean back,
      BigDecimal returned,
      String at,
      List<Problem> problems) {
    int before = problems.size();
    Amounts.check(at, draft, problems);
    String sku = text(at + "sku", draft.sku(), LONGEST_NUMBER, problems);
    String name = text(at + "name", draft.name(), LONGEST_NAME, problems);
    if (sku == null && name == null) {
      problems.add(
          problem(
              at + "name",
              "required",
              "Dòng hàng cần tên hoặc mã hàng.",
              "A line needs a name or an article number."));
    }
    BigDecimal zero = BigDecimal.ZERO;
    if (problems.size() > before || draft.quantity() == null) {
      return new OrderView.Line(position, sku, name, zero, zero, zero, zero, zero, returned);
    }
    BigDecimal quantity = draft.quantity().setScale(Amounts.SCALE);
    if (quantity.abs().compareTo(returned) < 0) {
      problems.add(
          problem(
              at + "quantity",
              "below-returned",
              "Số lượng không được nhỏ hơn số đã trả lại.",
              "The quantity cannot be less than what came back."));
    }
    BigDecimal price = orZero(draft.unitPrice()).setScale(Amounts.PRICE_SCALE);
    BigDecimal discount = orZero(draft.discount()).setScale(Amounts.SCALE);
    BigDecimal tax = orZero(draft.tax()).setScale(Amounts.SCALE);
    BigDecimal total = Amounts.ofLine(quantity, price, discount, tax);
    return new OrderView.Line(
        position,
        sku,
        name,
        quantity,
        price,
        discount,
        tax,
        back ? total.negate() : total,
        returned);
  }

  private static BigDecimal orZero(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  private static List<OrderView.Payment> payments(
      List<OrderDraft.Payment> drafts, Instant now, List<Problem> problems) {
    if (drafts.size() > MOST_PAYMENTS) {
      problems.add(
          problem(
              "payments",
              "too-many",
              "Tối đa " + MOST_PAYMENTS + " lần thanh toán.",
              MOST_PAYMENTS + " payments at most."));
      return List.of();
    }
    List<OrderView.Payment> payments = new ArrayList<>();
    for (OrderDraft.Payment draft : drafts) {
      payments.add(payment(draft, "payments[" + payments.size() + "].", now, problems));
    }
    return payments;
  }

  static OrderView.Payment payment(
      OrderDraft.Payment draft, String at, Instant now, List<Problem> problems) {
    String method = choice(at + "method", draft.method(), METHODS, problems);
    if (method == null && draft.method() == null) {
      problems.add(
          problem(at + "method", "required", "Cần hình thức thanh toán.", "A method is needed."));
    }
    BigDecimal amount = BigDecimal.ZERO;
    if (draft.amount() == null || draft.amount().signum() == 0) {
      problems.add(
          problem(at + "amount", "required", "Cần số tiền khác 0.", "An amount is needed."));
    } else {
      amount = Amounts.signed(at + "amount", draft.amount(), Amounts.SCALE, problems);
    }
    return new OrderView.Payment(
        moment(draft.at(), now),
        method == null ? "other" : method,
        amount,
        text(at + "reference", draft.reference(), LONGEST_STORE, problems));
  }

  static BigDecimal sum(List<OrderView.Payment> payments) {
    return payments.stream()
        .map(OrderView.Payment::amount)
        .reduce(BigDecimal.ZERO.setScale(Amounts.SCALE), BigDecimal::add);
  }

  private static String number(
      @Nullable String written,
      Instant placedAt,
      WorkspaceSettings settings,
      List<Problem> problems) {
    String number = text("number", written, LONGEST_NUMBER, problems);
    return number == null ? made(placedAt, settings) : number;
  }

  /** From the day and chance: a counter would make all who sell wait for each other. */
  private static String made(Instant placedAt, WorkspaceSettings settings) {
    StringBuilder number = new StringBuilder("DH").append(settings.dayOf(placedAt).format(DAY));
    number.append('-');
    for (int i = 0; i < 6; i++) {
      number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return number.toString();
  }

  /** The number without the difference of case: spreadsheets change it. */
  static String key(String number) {
    return Folding.tidy(number).toUpperCase(Locale.ROOT);
  }

  /** To the microsecond, as the database keeps it. */
  private static Instant moment(@Nullable Instant written, Instant now) {
    return written == null ? now : written.truncatedTo(ChronoUnit.MICROS);
  }

  /** Keeps its line breaks. */
  private static @Nullable String note(@Nullable String written, List<Problem> problems) {
    if (written != null && written.length() > LONGEST_NOTE) {
      problems.add(
          problem(
              "note",
              "too-long",
              "Tối đa " + LONGEST_NOTE + " ký tự.",
              LONGEST_NOTE + " characters at most."));
      return null;
    }
    return written == null || written.isBlank() ? null : written.strip();
  }

  private static String state(
      @Nullable String written, boolean back, @Nullable OrderView before, List<Problem> problems) {
    if (written == null || written.isBlank()) {
      return back ? "returned" : "placed";
    }
    boolean stays = before != null && before.state().equals(written);
    if (!back && written.equals("returned") && !stays) {
      problems.add(
          problem(
              "state",
              "by-return",
              "Đơn thành “đã trả hàng” khi ghi nhận trả hàng; hãy thêm trả hàng.",
              "An order becomes returned by a return; add one."));
      return "placed";
    }
    if (stays) {
      return written;
    }
    String state = choice("state", written, back ? RETURN_STATES : SALE_STATES, problems);
    return state == null ? "placed" : state;
  }

  private static String currency(
      @Nullable String written, WorkspaceSettings settings, List<Problem> problems) {
    String own = settings.currency().getCurrencyCode();
    if (written != null && !written.isBlank() && !written.strip().equalsIgnoreCase(own)) {
      problems.add(
          problem(
              "currency",
              "other-currency",
              "Không gian làm việc này tính bằng " + own + ".",
              "This workspace counts in " + own + "."));
    }
    return own;
  }

  private static @Nullable String choice(
      String field, @Nullable String written, Set<String> choices, List<Problem> problems) {
    if (written == null || written.isBlank()) {
      return null;
    }
    if (choices.contains(written)) {
      return written;
    }
    String all = String.join(", ", choices.stream().sorted().toList());
    problems.add(
        problem(
            field,
            "not-a-choice",
            "“%s” không có trong danh sách: %s.".formatted(written, all),
            "“%s” is none of: %s.".formatted(written, all)));
    return null;
  }

  static @Nullable String text(
      String field, @Nullable String written, int longest, List<Problem> problems) {
    if (written == null) {
      return null;
    }
    String text = Folding.tidy(written);
    if (text.codePointCount(0, text.length()) > longest) {
      problems.add(
          problem(
              field,
              "too-long",
              "Tối đa " + longest + " ký tự.",
              longest + " characters at most."));
      return null;
    }
    return text.isEmpty() ? null : text;
  }
}
