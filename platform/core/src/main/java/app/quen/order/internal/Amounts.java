package app.quen.order.internal;

import app.quen.field.Problem;
import app.quen.order.OrderDraft;
import app.quen.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a number of an order may be, and how the others follow from those that people write. */
final class Amounts {

  /** Decimals of an amount, as the database keeps them. */
  static final int SCALE = 4;

  static final int PRICE_SCALE = 6;
  private static final BigDecimal LARGEST = new BigDecimal("99999999999999");

  private Amounts() {}

  /** The whole of a line, which is positive also where goods came back. */
  static BigDecimal ofLine(
      BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, BigDecimal tax) {
    return quantity
        .abs()
        .multiply(unitPrice)
        .setScale(SCALE, RoundingMode.HALF_UP)
        .subtract(discount)
        .add(tax);
  }

  /** Zero where absent, or where it does not fit. */
  static BigDecimal amount(String field, @Nullable BigDecimal written, List<Problem> problems) {
    return number(field, written, SCALE, problems);
  }

  static BigDecimal number(
      String field, @Nullable BigDecimal written, int scale, List<Problem> problems) {
    if (written == null) {
      return BigDecimal.ZERO;
    }
    if (written.signum() < 0) {
      problems.add(
          problem(field, "negative", "Số này không được âm.", "This must not be negative."));
    } else {
      return signed(field, written, scale, problems);
    }
    return BigDecimal.ZERO;
  }

  static BigDecimal signed(String field, BigDecimal written, int scale, List<Problem> problems) {
    // asked before the scale: writing 1e999999999 out would take all memory
    if (written.precision() - written.scale() > 20 || written.abs().compareTo(LARGEST) > 0) {
      problems.add(
          problem(
              field,
              "too-large",
              "Số này quá lớn: tối đa 99.999.999.999.999.",
              "This is too large: 99,999,999,999,999 at most."));
      return BigDecimal.ZERO;
    }
    if (written.scale() > scale && written.stripTrailingZeros().scale() > scale) {
      problems.add(
          problem(
              field,
              "too-precise",
              "Số này chỉ được có " + scale + " chữ số sau dấu phẩy.",
              "This may have " + scale + " decimals at most."));
      return BigDecimal.ZERO;
    }
    return written.setScale(scale, RoundingMode.UNNECESSARY);
  }

  /** What is against a line, whatever the order around it is. */
  static void check(String at, OrderDraft.Line line, List<Problem> problems) {
    BigDecimal quantity = line.quantity();
    int before = problems.size();
    if (quantity == null || quantity.signum() == 0) {
      problems.add(
          problem(
              at + "quantity",
              "required",
              "Cần số lượng khác 0.",
              "A quantity other than 0 is needed."));
    } else {
      signed(at + "quantity", quantity, SCALE, problems);
    }
    if (line.unitPrice() == null) {
      problems.add(
          problem(at + "unitPrice", "required", "Cần có đơn giá.", "A unit price is needed."));
    }
    BigDecimal price = number(at + "unitPrice", line.unitPrice(), PRICE_SCALE, problems);
    BigDecimal discount = amount(at + "discount", line.discount(), problems);
    BigDecimal tax = amount(at + "tax", line.tax(), problems);
    if (problems.size() > before || quantity == null) {
      return;
    }
    BigDecimal total = ofLine(quantity, price, discount, tax);
    if (total.signum() < 0) {
      problems.add(
          problem(
              at + "discount",
              "too-large",
              "Giảm giá lớn hơn tiền hàng của dòng.",
              "The discount is more than the line costs."));
    } else if (total.compareTo(LARGEST) > 0) {
      problems.add(
          problem(at + "quantity", "too-large", "Thành tiền quá lớn.", "The line is too large."));
    }
  }

  static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }
}
