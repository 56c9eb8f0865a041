package app.quen.web.order;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client gives to place an order. The resource hands the JSON on as it came, because the
 * fields are data; this record is its description.
 */
@Schema(
    name = "NewOrder",
    examples =
        """
        {"number": "HD-0412", "customerId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11",
         "placedAt": "2026-03-05T07:30:00Z", "channel": "store", "store": "Quận 1",
         "lines": [{"sku": "AO-1", "name": "Áo thun", "quantity": 2, "unitPrice": 150000,
                    "discount": 10000}],
         "shipping": 30000, "payments": [{"method": "cash", "amount": 320000}]}\
        """)
public record NewOrderJson(
    @Schema(description = "Absent: made.") @Nullable String number,
    @Nullable UUID customerId,
    @Schema(description = "Absent: now.") @Nullable Instant placedAt,
    @Schema(ref = "OrderState", description = "Absent: placed.") @Nullable String state,
    @Schema(ref = "SalesChannel") @Nullable String channel,
    @Nullable String store,
    @Schema(description = "The workspace's, or absent.") @Nullable String currency,
    List<NewLine> lines,
    @Nullable BigDecimal discount,
    @Nullable BigDecimal shipping,
    @Nullable BigDecimal tax,
    @Nullable List<NewPaymentJson> payments,
    @Nullable String note,
    @Schema(description = "Absent: the source of who sends it.") @Nullable UUID sourceId,
    @Schema(ref = "FieldValues") @Nullable JsonObject fields) {

  /** A line; it needs a name or an article number. */
  @Schema(name = "NewOrderLine")
  public record NewLine(
      @Nullable String sku,
      @Nullable String name,
      @Schema(
              description =
                  "Negative, in all lines, for goods that came back from nobody knows which order.")
          BigDecimal quantity,
      BigDecimal unitPrice,
      @Schema(description = "Off the line as a whole.") @Nullable BigDecimal discount,
      @Schema(description = "On top of the line; absent where the price includes it.")
          @Nullable BigDecimal tax) {}

  /** A payment. */
  @Schema(
      name = "NewPayment",
      examples =
          """
          {"method": "transfer", "amount": 320000, "reference": "FT26064123"}\
          """)
  public record NewPaymentJson(
      @Schema(description = "Absent: now.") @Nullable Instant at,
      @Schema(ref = "PaymentMethod") String method,
      @Schema(description = "Negative for money that is given back.") BigDecimal amount,
      @Nullable String reference) {}

  /** Goods that come back. */
  @Schema(
      name = "NewReturn",
      examples =
          """
          {"lines": [{"position": 1, "quantity": 1}], "reason": "Không vừa"}\
          """)
  public record NewReturnJson(
      @Schema(description = "Absent: now.") @Nullable Instant at,
      List<OrderJson.ReturnedLine> lines,
      @Schema(description = "Absent: the part of the lines' totals.") @Nullable BigDecimal amount,
      @Nullable String reason) {}

  /** A merge patch of an order. */
  @Schema(
      name = "OrderPatch",
      description =
          "RFC 7396: what is absent stays, null empties, lines and payments are replaced as a"
              + " whole; fields is merged key by key.",
      examples =
          """
          {"state": "delivered", "note": "Giao buổi chiều"}\
          """)
  public record PatchJson(
      @Nullable String number,
      @Nullable UUID customerId,
      @Nullable Instant placedAt,
      @Schema(ref = "OrderState") @Nullable String state,
      @Schema(ref = "SalesChannel") @Nullable String channel,
      @Nullable String store,
      @Nullable List<NewLine> lines,
      @Nullable BigDecimal discount,
      @Nullable BigDecimal shipping,
      @Nullable BigDecimal tax,
      @Nullable List<NewPaymentJson> payments,
      @Nullable String note,
      @Schema(ref = "FieldValues") @Nullable JsonObject fields) {}
}
