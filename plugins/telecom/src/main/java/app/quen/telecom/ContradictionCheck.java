package app.quen.telecom;

import app.quen.plugin.CheckContext;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * Refuses what cannot be true together: a service on a line that the customer does not have, and
 * charges that do not add up. Unknown values contradict nothing.
 */
@Extension
public class ContradictionCheck implements CustomerCheck {

  private static final String NO_INTERNET = "no-internet-service";
  private static final String NO_PHONE = "no-phone-service";

  private static final List<String> NEED_INTERNET =
      List.of(
          "telecom.online_security",
          "telecom.online_backup",
          "telecom.device_protection",
          "telecom.tech_support",
          "telecom.streaming_tv",
          "telecom.streaming_movies");

  @Override
  public List<Refusal> check(CustomerRecord customer, CheckContext context) {
    List<Refusal> refusals = new ArrayList<>();
    checkInternet(customer, refusals);
    checkPhone(customer, refusals);
    checkCharges(customer, refusals);
    return refusals;
  }

  private static void checkInternet(CustomerRecord customer, List<Refusal> refusals) {
    Optional<String> internet = customer.text("telecom.internet_service");
    if (internet.isEmpty()) {
      return;
    }
    boolean none = internet.get().equals("no");
    for (String service : NEED_INTERNET) {
      String value = customer.text(service).orElse("");
      if (none && value.equals("yes")) {
        refusals.add(
            Refusal.of(
                service,
                "needs-internet",
                "Dịch vụ này cần Internet, nhưng khách không dùng Internet. Sửa một trong hai.",
                "This service needs an internet line, and the customer has none. Change one of"
                    + " them."));
      } else if (!none && value.equals(NO_INTERNET)) {
        refusals.add(
            Refusal.of(
                service,
                "has-internet",
                "Khách có dùng Internet: hãy chọn Có hoặc Không.",
                "The customer has an internet line: choose Yes or No."));
      }
    }
  }

  private static void checkPhone(CustomerRecord customer, List<Refusal> refusals) {
    Optional<Boolean> phone = customer.bool("telecom.phone_service");
    String lines = customer.text("telecom.multiple_lines").orElse("");
    if (phone.isEmpty()) {
      return;
    }
    if (!phone.get() && lines.equals("yes")) {
      refusals.add(
          Refusal.of(
              "telecom.multiple_lines",
              "needs-phone",
              "Khách không dùng dịch vụ thoại nên không thể có nhiều thuê bao. Sửa một trong hai.",
              "Without phone service there cannot be several lines. Change one of them."));
    } else if (phone.get() && lines.equals(NO_PHONE)) {
      refusals.add(
          Refusal.of(
              "telecom.multiple_lines",
              "has-phone",
              "Khách có dùng dịch vụ thoại: hãy chọn Có hoặc Không.",
              "The customer has phone service: choose Yes or No."));
    }
  }

  /** From the first month on, everything paid so far is at least one month's charge. */
  private static void checkCharges(CustomerRecord customer, List<Refusal> refusals) {
    Optional<BigDecimal> tenure = customer.number("telecom.tenure_months");
    Optional<BigDecimal> monthly = customer.number("telecom.monthly_charges");
    Optional<BigDecimal> total = customer.number("telecom.total_charges");
    if (tenure.isPresent()
        && monthly.isPresent()
        && total.isPresent()
        && tenure.get().compareTo(BigDecimal.ONE) == 0
        && total.get().compareTo(monthly.get()) < 0) {
      refusals.add(
          Refusal.of(
              "telecom.total_charges",
              "less-than-a-month",
              "Tổng cước nhỏ hơn cước của tháng đầu tiên. Kiểm tra lại hai số này.",
              "The total is less than the first month's charge. Check the two numbers."));
    }
  }
}
