package app.quen.hello;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.plugin.Actor;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Fact;
import app.quen.plugin.FactListener;
import app.quen.plugin.FieldChange;
import app.quen.plugin.Refusal;
import app.quen.testkit.CustomerBuilder;
import app.quen.testkit.CustomerCheckContract;
import app.quen.testkit.FactListenerContract;
import app.quen.testkit.FakeContext;
import app.quen.testkit.PluginContract;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HelloTest implements PluginContract, CustomerCheckContract, FactListenerContract {

  private static final UUID FIRST = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
  private static final UUID SECOND = UUID.fromString("019a0000-0000-7000-8000-00000000000b");

  @Override
  public CustomerCheck check() {
    return new NicknameCheck();
  }

  @Override
  public CustomerRecord good() {
    return new CustomerBuilder(manifest())
        .with("name", "Nguyễn Thị Sen")
        .with("hello.nickname", "Cô Sen")
        .build();
  }

  @Override
  public FactListener listener() {
    return new FirstCustomerListener();
  }

  @Override
  public List<Fact> facts() {
    return List.of(registered(FIRST, "Cô Sen"), registered(SECOND, "Chú Ba"));
  }

  @Test
  void aNicknameThatIsTheNameIsRefused() {
    CustomerRecord customer =
        new CustomerBuilder(manifest())
            .with("name", "Nguyễn Thị Sen")
            .with("hello.nickname", "Nguyễn Thị Sen")
            .build();

    assertThat(check().check(customer, FakeContext.of(manifest())))
        .extracting(Refusal::field, Refusal::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("hello.nickname", "same-as-name"));
  }

  @Test
  void onlyTheFirstCustomerIsGreeted() throws Exception {
    FakeContext context = FakeContext.of(manifest());
    for (Fact fact : facts()) {
      listener().on(fact, context);
    }

    assertThat(context.store().get("first-customer")).contains(FIRST.toString());
    assertThat(context.logger().lines()).containsExactly("INFO Hello, first customer of thu");
  }

  private static Fact registered(UUID customer, String nickname) {
    return new Fact(
        UUID.randomUUID(),
        Fact.CUSTOMER_REGISTERED,
        "customer",
        customer,
        Instant.parse("2026-06-01T08:00:00Z"),
        new Actor("member", null),
        "web",
        List.of(new FieldChange("hello.nickname", null, nickname)));
  }
}
