package app.quen.retail;

import app.quen.plugin.CheckContext;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.Extension;

/** Refuses a mistyped card number, a tier without a card, and a purchase in the future. */
@Extension
public class LoyaltyCheck implements CustomerCheck {

  @Override
  public List<Refusal> check(CustomerRecord customer, CheckContext context) {
    List<Refusal> refusals = new ArrayList<>();
    customer
        .text("retail.card_number")
        .filter(number -> !CardNumber.isRight(number))
        .ifPresent(
            number ->
                refusals.add(
                    Refusal.of(
                        "retail.card_number",
                        "bad-check-digit",
                        "Số thẻ không đúng: chữ số cuối không khớp. Kiểm tra lại trên thẻ.",
                        "The card number is mistyped: its last digit does not match. Compare it"
                            + " with the card.")));
    customer
        .text("retail.loyalty_tier")
        .filter(tier -> !tier.equals("member") && customer.text("retail.card_number").isEmpty())
        .ifPresent(
            tier ->
                refusals.add(
                    Refusal.of(
                        "retail.card_number",
                        "tier-needs-card",
                        "Hạng từ Bạc trở lên cần có số thẻ. Nhập số thẻ hoặc để hạng Thành viên.",
                        "From Silver on, a tier needs a card. Enter its number, or choose"
                            + " Member.")));
    customer
        .date("retail.last_purchase_date")
        .filter(day -> day.isAfter(context.today()))
        .ifPresent(
            day ->
                refusals.add(
                    Refusal.of(
                        "retail.last_purchase_date",
                        "in-the-future",
                        "Ngày mua gần nhất không thể ở tương lai.",
                        "The last purchase cannot be in the future.")));
    return refusals;
  }
}
