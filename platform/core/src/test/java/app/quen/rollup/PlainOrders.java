package app.quen.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders as anybody would keep them in memory, and what follows from them for a customer. */
final class PlainOrders {

  final List<Order> all = new ArrayList<>();

  static final class Line {
    final BigDecimal quantity;
    final BigDecimal price;
    final BigDecimal discount;
    final BigDecimal tax;
    BigDecimal back = BigDecimal.ZERO;

    Line(BigDecimal quantity, BigDecimal price, BigDecimal discount, BigDecimal tax) {
      this.quantity = quantity;
      this.price = price;
      this.discount = discount;
      this.tax = tax;
    }

    BigDecimal total() {
      BigDecimal goods = quantity.abs().multiply(price).setScale(4, RoundingMode.HALF_UP);
      BigDecimal whole = goods.subtract(discount).add(tax);
      return quantity.signum() < 0 ? whole.negate() : whole;
    }

    BigDecimal left() {
      return quantity.subtract(back);
    }
  }

  static final class Order {
    @Nullable String customer;
    Instant placedAt = Instant.EPOCH;
    String state = "placed";
    boolean trashed;
    List<Line> lines = new ArrayList<>();
    BigDecimal off = BigDecimal.ZERO;
    BigDecimal shipping = BigDecimal.ZERO;
    final List<BigDecimal> givenBack = new ArrayList<>();

    boolean isReturn() {
      return lines.getFirst().quantity.signum() < 0;
    }

    BigDecimal total() {
      BigDecimal sum = sum(lines.stream().map(line -> line.total().abs()).toList());
      BigDecimal whole = sum.subtract(off).add(shipping);
      return isReturn() ? whole.negate() : whole;
    }

    BigDecimal returned() {
      return sum(givenBack);
    }

    boolean counts() {
      return !trashed && !Set.of("draft", "cancelled").contains(state);
    }
  }

  static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What the customer's roll-up must say; texts, so that 1.50 is 1.5. */
  String of(String customer) {
    List<Order> counting =
        all.stream().filter(o -> customer.equals(o.customer) && o.counts()).toList();
    List<Order> sales = counting.stream().filter(o -> !o.isReturn()).toList();
    int returns = counting.size() - sales.size();
    for (Order sale : sales) {
      returns += sale.givenBack.size();
    }
    BigDecimal spend = sum(counting.stream().map(o -> o.total().subtract(o.returned())).toList());
    String average =
        sales.isEmpty()
            ? "none"
            : text(spend.divide(BigDecimal.valueOf(sales.size()), 4, RoundingMode.HALF_UP));
    List<Instant> days = sales.stream().map(o -> o.placedAt).sorted().toList();
    return say(
        sales.size(),
        returns,
        text(spend),
        average,
        days.isEmpty() ? null : days.getFirst(),
        days.isEmpty() ? null : days.getLast());
  }

  static String say(Rollup rollup) {
    return say(
        rollup.orders(),
        rollup.returns(),
        text(rollup.spend()),
        rollup.average() == null ? "none" : text(rollup.average()),
        rollup.firstOrderAt(),
        rollup.lastOrderAt());
  }

  private static String say(
      int orders,
      int returns,
      String spend,
      String average,
      @Nullable Instant first,
      @Nullable Instant last) {
    return "%d orders, %d returns, spend %s, average %s, from %s to %s"
        .formatted(orders, returns, spend, average, first, last);
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
