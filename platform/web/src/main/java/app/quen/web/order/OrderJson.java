package app.quen.web.order;

import app.quen.order.OrderView;
import app.quen.web.ActorJson;
import app.quen.web.json.Whole;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as the API shows it. */
@Schema(
    name = "Order",
    examples =
        """
        {"id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0d21", "number": "HD-0412", "kind": "sale",
         "customerId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "placedAt": "2026-03-05T07:30:00Z",
         "state": "paid", "channel": "store", "store": "Quận 1", "currency": "VND",
         "lines": [{"position": 1, "sku": "AO-1", "name": "Áo thun", "quantity": 2,
                    "unitPrice": 150000, "discount": 10000, "tax": 0, "total": 290000,
                    "returnedQuantity": 0}],
         "lineCount": 1, "discount": 0, "shipping": 30000, "tax": 0, "total": 320000,
         "payments": [{"at": "2026-03-05T07:31:00Z", "method": "cash", "amount": 320000,
                       "reference": null}],
         "paid": 320000, "returns": [], "returned": 0, "note": null,
         "sourceId": "00000000-0000-7000-8000-000000000001",
         "fields": {}, "createdAt": "2026-03-05T07:31:00Z",
         "createdBy": {"kind": "member", "id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c12",
                       "name": "Nguyễn Thị Lan"},
         "updatedAt": "2026-03-05T07:31:00Z",
         "updatedBy": {"kind": "member", "id": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c12",
                       "name": "Nguyễn Thị Lan"},
         "deletedAt": null, "deletedBy": null, "version": 1}\
        """)
public record OrderJson(
    UUID id,
    String number,
    @Schema(
            enumeration = {"sale", "return"},
            description =
                "return: goods that came back from nobody knows which order; quantities and"
                    + " amounts are negative.")
        String kind,
    @Schema(description = "Null: nobody knows who bought.") @Nullable UUID customerId,
    Instant placedAt,
    @Schema(ref = "OrderState") String state,
    @Schema(ref = "SalesChannel") @Nullable String channel,
    @Nullable String store,
    @Schema(description = "The workspace's.") String currency,
    @Schema(description = "In lists the first five.") List<Line> lines,
    int lineCount,
    @Schema(description = "Off the whole order, beside what is off its lines.") BigDecimal discount,
    BigDecimal shipping,
    @Schema(description = "On the whole order, beside what is on its lines.") BigDecimal tax,
    BigDecimal total,
    List<Payment> payments,
    BigDecimal paid,
    List<Return> returns,
    @Schema(description = "What was given back for returns.") BigDecimal returned,
    @Nullable String note,
    @Schema(description = "Where it first came from.") UUID sourceId,
    @Schema(ref = "FieldValues") JsonObject fields,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    @Schema(description = "Null: not in the trash.") @Nullable Instant deletedAt,
    @Nullable ActorJson deletedBy,
    @Schema(description = "Grows with each change; its ETag is \"v<version>\".") long version) {

  static JsonObject of(OrderView order) {
    return Whole.of(order.json(), OrderJson.class);
  }

  /** A line of an order. */
  @Schema(name = "OrderLine")
  public record Line(
      @Schema(description = "From 1.") int position,
      @Nullable String sku,
      @Nullable String name,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal discount,
      BigDecimal tax,
      @Schema(description = "With discount and tax.") BigDecimal total,
      BigDecimal returnedQuantity) {}

  /** Money that came in, or, where it is negative, was given back. */
  @Schema(name = "OrderPayment")
  public record Payment(
      Instant at,
      @Schema(ref = "PaymentMethod") String method,
      BigDecimal amount,
      @Nullable String reference) {}

  /** Goods that came back. */
  @Schema(name = "OrderReturn")
  public record Return(
      Instant at, List<ReturnedLine> lines, BigDecimal amount, @Nullable String reason) {}

  /** How much of a line came back. */
  @Schema(name = "ReturnedLine")
  public record ReturnedLine(int position, BigDecimal quantity) {}

  /** A page of orders. */
  @Schema(name = "Orders")
  public record PageJson(
      List<OrderJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}
}
