package app.quen.order;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.order.internal.OrderRules;
import app.quen.order.internal.OrderShape;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about an order, not yet held against the rules. Absent is null; an absent
 * amount is zero.
 *
 * @param number made where absent
 * @param customerId null: nobody knows who bought
 * @param placedAt now where absent
 * @param state {@code placed} where absent
 * @param lines all of a positive quantity; or, for goods that came back from nobody knows which
 *     order, all of a negative one
 * @param discount off the whole order, beside what is off its lines; the same for tax
 * @param fields values of plugins' and the workspace's fields by key
 */
public record OrderDraft(
    @Nullable String number,
    @Nullable UUID customerId,
    @Nullable Instant placedAt,
    @Nullable String state,
    @Nullable String channel,
    @Nullable String store,
    @Nullable String currency,
    List<Line> lines,
    @Nullable BigDecimal discount,
    @Nullable BigDecimal shipping,
    @Nullable BigDecimal tax,
    List<Payment> payments,
    @Nullable String note,
    @Nullable UUID sourceId,
    JsonObject fields) {

  /**
   * @param unitPrice without the line's discount and tax
   * @param discount off the line as a whole
   * @param tax on top of the line; absent where the price includes it
   */
  public record Line(
      @Nullable String sku,
      @Nullable String name,
      @Nullable BigDecimal quantity,
      @Nullable BigDecimal unitPrice,
      @Nullable BigDecimal discount,
      @Nullable BigDecimal tax) {

    /** What is against it, whatever the order around it is; the fields begin with {@code line.}. */
    public List<Problem> problems() {
      return OrderRules.against(this);
    }
  }

  /**
   * @param at now where absent
   * @param amount negative for money that was given back
   */
  public record Payment(
      @Nullable Instant at,
      @Nullable String method,
      @Nullable BigDecimal amount,
      @Nullable String reference) {

    /**
     * @throws Invalid as {@link OrderDraft#read}
     */
    public static Payment read(JsonObject payment) {
      return OrderShape.payment(payment);
    }
  }

  /**
   * Goods that came back.
   *
   * @param at now where absent
   * @param amount what the customer gets back; where absent, the goods' part of their lines
   */
  public record Return(
      @Nullable Instant at,
      List<OrderView.ReturnedLine> lines,
      @Nullable BigDecimal amount,
      @Nullable String reason) {

    /**
     * @throws Invalid as {@link OrderDraft#read}
     */
    public static Return read(JsonObject goods) {
      return OrderShape.goods(goods);
    }
  }

  /**
   * Reads the JSON of the API.
   *
   * @throws Invalid if a member is unknown or of a wrong type
   */
  public static OrderDraft read(JsonObject order) {
    return OrderShape.read(order);
  }
}
