package app.quen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the host relies on in every {@link CustomerCheck}. */
public interface CustomerCheckContract extends PluginProject {

  /** For 5,000 checks. */
  Duration ENOUGH = Duration.ofMillis(500);

  CustomerCheck check();

  /** A customer that the check agrees to, with a value in every field that it looks at. */
  CustomerRecord good();

  @Test
  default void theCheckAgreesToAGoodCustomer() {
    assertThat(ask(good())).isEmpty();
  }

  @Test
  default void theCheckToleratesACustomerOfWhomNothingIsKnown() {
    ask(new CustomerBuilder(manifest()).build());
  }

  @Test
  default void theCheckToleratesEachFieldMissing() {
    CustomerRecord good = good();
    for (String field : good.values().keySet()) {
      ask(changed(good, field, null));
    }
  }

  @Test
  default void theCheckToleratesStrangeTexts() {
    List<String> strange = NaughtyStrings.all();
    FakeContext context = FakeContext.of(manifest());
    CustomerRecord good = good();
    good.values()
        .forEach(
            (field, value) -> {
              if (value instanceof String) {
                strange.forEach(text -> ask(changed(good, field, text), context));
              } else if (value instanceof List) {
                ask(changed(good, field, strange));
              }
            });
  }

  @Test
  default void theCheckToleratesExtremeNumbersAndDates() {
    CustomerRecord good = good();
    good.values()
        .forEach(
            (field, value) -> {
              if (value instanceof BigDecimal) {
                for (String extreme :
                    List.of("0", "-1", "0.000000001", "1E+30", "-1E+30", "999999999999999.99")) {
                  ask(changed(good, field, new BigDecimal(extreme)));
                }
              } else if (value instanceof LocalDate) {
                for (LocalDate extreme :
                    List.of(
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(9999, 12, 31))) {
                  ask(changed(good, field, extreme));
                }
              }
            });
  }

  @Test
  default void theCheckGivesTheSameAnswerToTheSameCustomer() {
    for (CustomerRecord customer : List.of(good(), new CustomerBuilder(manifest()).build())) {
      List<Refusal> first = ask(customer);
      CustomerCheck another = check();
      FakeContext context = FakeContext.of(manifest());
      assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> another.check(customer, context)))
          .as("answers of 200 calls on several threads")
          .allMatch(first::equals);
    }
  }

  @Test
  default void theCheckLeavesNothingBehind() {
    FakeContext context = FakeContext.of(manifest());
    check().check(good(), context);
    assertThat(context.store().all()).isEmpty();
  }

  @Test
  default void theCheckIsQuickEnoughForImports() {
    CustomerCheck check = check();
    CustomerRecord good = good();
    FakeContext context = FakeContext.of(manifest());
    // the best of several rounds: the machine may be busy with something else
    Duration best = Duration.ofDays(1);
    for (int round = 0; round < 20 && best.compareTo(ENOUGH) > 0; round++) {
      long start = System.nanoTime();
      IntStream.range(0, 5_000).forEach(i -> check.check(good, context));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      best = took.compareTo(best) < 0 ? took : best;
    }
    assertThat(best)
        .as("5,000 checks; an import brings tens of thousands of rows in a second")
        .isLessThanOrEqualTo(ENOUGH);
  }

  private List<Refusal> ask(CustomerRecord customer) {
    return ask(customer, FakeContext.of(manifest()));
  }

  private List<Refusal> ask(CustomerRecord customer, FakeContext context) {
    List<Refusal> refusals = check().check(customer, context);
    assertThat(refusals).as("a check answers with a list, never with null").isNotNull();
    assertThat(refusals)
        .as("a refusal names a field that the plugin can see, or none")
        .allMatch(
            refusal -> refusal.field() == null || customer.fields().contains(refusal.field()));
    return refusals;
  }

  private static CustomerRecord changed(CustomerRecord good, String field, @Nullable Object value) {
    Map<String, Object> values = new HashMap<>(good.values());
    if (value == null) {
      values.remove(field);
    } else {
      values.put(field, value instanceof List<?> list ? new ArrayList<>(list) : value);
    }
    return new CustomerRecord(good.id(), good.fields(), values);
  }
}
