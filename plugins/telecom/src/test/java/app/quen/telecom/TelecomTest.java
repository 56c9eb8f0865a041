package app.quen.telecom;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Refusal;
import app.quen.testkit.CustomerBuilder;
import app.quen.testkit.CustomerCheckContract;
import app.quen.testkit.FakeContext;
import app.quen.testkit.PluginContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelecomTest implements PluginContract, CustomerCheckContract {

  @Override
  public CustomerCheck check() {
    return new ContradictionCheck();
  }

  @Override
  public CustomerRecord good() {
    return subscriber().build();
  }

  @Test
  void streamingWithoutInternetIsRefused() {
    CustomerRecord customer =
        subscriber()
            .with("telecom.internet_service", "no")
            .with("telecom.online_security", "no-internet-service")
            .with("telecom.tech_support", "no")
            .build();

    assertThat(codes(customer)).containsExactly("telecom.streaming_tv needs-internet");
  }

  @Test
  void noInternetServiceOnACableIsRefused() {
    assertThat(codes(subscriber().with("telecom.online_backup", "no-internet-service").build()))
        .containsExactly("telecom.online_backup has-internet");
  }

  @Test
  void severalLinesWithoutAPhoneAreRefused() {
    assertThat(codes(subscriber().with("telecom.phone_service", false).build()))
        .containsExactly("telecom.multiple_lines needs-phone");
    assertThat(codes(subscriber().with("telecom.multiple_lines", "no-phone-service").build()))
        .containsExactly("telecom.multiple_lines has-phone");
  }

  @Test
  void afterOneMonthTheTotalIsAtLeastThatMonth() {
    assertThat(
            codes(
                subscriber()
                    .with("telecom.tenure_months", 1)
                    .with("telecom.total_charges", 20)
                    .build()))
        .containsExactly("telecom.total_charges less-than-a-month");
  }

  @Test
  void whatIsUnknownContradictsNothing() {
    assertThat(
            codes(
                new CustomerBuilder(manifest())
                    .with("telecom.streaming_tv", "yes")
                    .with("telecom.multiple_lines", "yes")
                    .build()))
        .isEmpty();
  }

  private CustomerBuilder subscriber() {
    return new CustomerBuilder(manifest())
        .with("telecom.tenure_months", 34)
        .with("telecom.phone_service", true)
        .with("telecom.multiple_lines", "yes")
        .with("telecom.internet_service", "fiber-optic")
        .with("telecom.online_security", "yes")
        .with("telecom.streaming_tv", "yes")
        .with("telecom.monthly_charges", "99.65".transform(java.math.BigDecimal::new))
        .with("telecom.total_charges", "3320.75".transform(java.math.BigDecimal::new));
  }

  private List<String> codes(CustomerRecord customer) {
    return check().check(customer, FakeContext.of(manifest())).stream()
        .map((Refusal refusal) -> refusal.field() + " " + refusal.code())
        .toList();
  }
}
