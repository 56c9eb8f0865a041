package app.quen.order.internal;

import static app.quen.order.internal.Amounts.problem;

import app.quen.field.Problem;
import app.quen.order.OrderDraft;
import app.quen.order.OrderView;
import app.quen.order.OrderView.Line;
import app.quen.order.OrderView.ReturnedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What becomes of an order of which goods came back. */
final class Returning {

  /**
   * @param goods in their normal form
   */
  record Result(List<Line> lines, OrderView.Return goods, List<Problem> problems) {}

  private final OrderView order;
  private final Currency currency;
  private final List<Problem> problems = new ArrayList<>();

  private Returning(OrderView order) {
    this.order = order;
    this.currency = Currency.getInstance(order.currency());
  }

  static Result of(OrderView order, OrderDraft.Return draft, Instant now) {
    return new Returning(order).take(draft, now);
  }

  private Result take(OrderDraft.Return draft, Instant now) {
    if (order.isReturn() || order.state().equals("draft") || order.state().equals("cancelled")) {
      problems.add(
          problem(
              "state",
              "not-sold",
              "Chỉ nhận trả hàng của đơn đã bán.",
              "Goods come back of an order that was sold."));
    }
    Map<Integer, BigDecimal> back = quantities(draft);
    List<Line> lines = new ArrayList<>(order.lines().size());
    BigDecimal share = BigDecimal.ZERO.setScale(Amounts.SCALE);
    for (Line line : order.lines()) {
      BigDecimal quantity = back.remove(line.position());
      if (quantity == null) {
        lines.add(line);
        continue;
      }
      BigDecimal returned = line.returnedQuantity().add(quantity);
      if (returned.compareTo(line.quantity()) > 0) {
        problems.add(
            problem(
                "lines",
                "too-many",
                "Dòng %d chỉ còn %s để trả lại."
                    .formatted(line.position(), left(line).toPlainString()),
                "Only %s of line %d are left to come back."
                    .formatted(left(line).toPlainString(), line.position())));
      }
      share = share.add(part(line, returned)).subtract(part(line, line.returnedQuantity()));
      lines.add(withReturned(line, returned));
    }
    for (int unknown : back.keySet()) {
      problems.add(
          problem(
              "lines",
              "unknown-line",
              "Đơn hàng không có dòng " + unknown + ".",
              "The order has no line " + unknown + "."));
    }
    BigDecimal left = order.total().subtract(order.returned());
    BigDecimal amount = share.min(left);
    if (draft.amount() != null) {
      amount = Amounts.amount("amount", draft.amount(), problems);
      if (amount.compareTo(left) > 0) {
        problems.add(
            problem(
                "amount",
                "too-large",
                "Chỉ còn hoàn được tối đa " + OrderShape.plain(left).toPlainString() + ".",
                "At most " + OrderShape.plain(left).toPlainString() + " can still be given back."));
      }
    }
    if (draft.lines().isEmpty() && amount.signum() == 0) {
      problems.add(
          problem(
              "lines",
              "required",
              "Hãy ghi dòng hàng trả lại hoặc số tiền hoàn.",
              "Say which lines came back, or what was given back for them."));
    }
    String reason = OrderRules.text("reason", draft.reason(), 500, problems);
    Instant at = (draft.at() == null ? now : draft.at()).truncatedTo(ChronoUnit.MICROS);
    return new Result(lines, new OrderView.Return(at, normal(draft), amount, reason), problems);
  }

  private Map<Integer, BigDecimal> quantities(OrderDraft.Return draft) {
    Map<Integer, BigDecimal> back = new TreeMap<>();
    for (int i = 0; i < draft.lines().size(); i++) {
      ReturnedLine line = draft.lines().get(i);
      String at = "lines[" + i + "].quantity";
      if (line.quantity().signum() <= 0) {
        problems.add(
            problem(at, "required", "Cần số lượng lớn hơn 0.", "A quantity over 0 is needed."));
      } else {
        BigDecimal quantity = Amounts.amount(at, line.quantity(), problems);
        back.merge(line.position(), quantity, BigDecimal::add);
      }
    }
    return back;
  }

  private List<ReturnedLine> normal(OrderDraft.Return draft) {
    return problems.isEmpty()
        ? draft.lines().stream()
            .map(l -> new ReturnedLine(l.position(), l.quantity().setScale(Amounts.SCALE)))
            .toList()
        : List.of();
  }

  /**
   * Of the line's total; so that all parts together are the total, whatever was rounded. Nobody can
   * give a third of a dong back: what is whole in the currency comes back in whole amounts.
   */
  private BigDecimal part(Line line, BigDecimal returned) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    int scale = line.total().stripTrailingZeros().scale() > digits ? Amounts.SCALE : digits;
    return line.total()
        .multiply(returned)
        .divide(line.quantity(), Math.min(scale, Amounts.SCALE), RoundingMode.HALF_UP)
        .setScale(Amounts.SCALE);
  }

  private static BigDecimal left(Line line) {
    return OrderShape.plain(line.quantity().subtract(line.returnedQuantity()));
  }

  private static Line withReturned(Line line, BigDecimal returned) {
    return new Line(
        line.position(),
        line.sku(),
        line.name(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.tax(),
        line.total(),
        returned);
  }
}
