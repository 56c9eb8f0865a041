package app.quen.order;

import app.quen.access.Actor;
import app.quen.order.internal.OrderShape;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as people and programs see it.
 *
 * @param kind {@code sale}; or {@code return}: goods that came back from nobody knows which order,
 *     with negative quantities and amounts
 * @param state {@code draft}, {@code placed}, {@code paid}, {@code delivered}, {@code cancelled} or
 *     {@code returned}
 * @param lines the first ones only, where the order is part of a list
 * @param lineCount how many lines it has
 * @param paid the sum of the payments
 * @param returned the sum of the returns
 * @param deletedAt null unless it is in the trash
 */
public record OrderView(
    OrderId id,
    int version,
    String number,
    String kind,
    @Nullable UUID customerId,
    Instant placedAt,
    String state,
    @Nullable String channel,
    @Nullable String store,
    String currency,
    List<Line> lines,
    int lineCount,
    BigDecimal discount,
    BigDecimal shipping,
    BigDecimal tax,
    BigDecimal total,
    List<Payment> payments,
    BigDecimal paid,
    List<Return> returns,
    BigDecimal returned,
    @Nullable String note,
    UUID sourceId,
    JsonObject fields,
    Instant createdAt,
    Actor createdBy,
    Instant updatedAt,
    Actor updatedBy,
    @Nullable Instant deletedAt,
    @Nullable Actor deletedBy) {

  /**
   * @param position from 1
   * @param total with discount and tax
   */
  public record Line(
      int position,
      @Nullable String sku,
      @Nullable String name,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal discount,
      BigDecimal tax,
      BigDecimal total,
      BigDecimal returnedQuantity) {}

  /**
   * @param method {@code cash}, {@code card}, {@code transfer}, {@code cod}, {@code wallet} or
   *     {@code other}
   */
  public record Payment(Instant at, String method, BigDecimal amount, @Nullable String reference) {}

  /** Goods of this order that came back. */
  public record Return(
      Instant at, List<ReturnedLine> lines, BigDecimal amount, @Nullable String reason) {}

  /** How much of a line. */
  public record ReturnedLine(int position, BigDecimal quantity) {}

  public boolean isReturn() {
    return kind.equals("return");
  }

  /** The same as JSON, with the names of the API. */
  public JsonObject json() {
    return OrderShape.json(this);
  }
}
