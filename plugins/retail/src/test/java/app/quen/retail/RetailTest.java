package app.quen.retail;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetailTest implements PluginContract, CustomerCheckContract, FactListenerContract {

  private static final UUID SEN = UUID.fromString("019a0000-0000-7000-8000-00000000000a");

  @Override
  public CustomerCheck check() {
    return new LoyaltyCheck();
  }

  @Override
  public FactListener listener() {
    return new TierListener();
  }

  @Override
  public CustomerRecord good() {
    return member().build();
  }

  @Override
  public List<Fact> facts() {
    return List.of(
        tier(Fact.CUSTOMER_REGISTERED, "2026-01-05T08:00:00Z", null, "member"),
        tier(Fact.CUSTOMER_REVISED, "2026-03-01T08:00:00Z", "member", "gold"),
        tier(Fact.CUSTOMER_REVISED, "2026-04-01T08:00:00Z", "gold", null),
        tier(Fact.CUSTOMER_REVISED, "2026-05-01T08:00:00Z", null, "silver"));
  }

  @Test
  void aMistypedCardNumberIsRefused() {
    assertThat(codes(member().with("retail.card_number", "8938505974193").build()))
        .containsExactly("retail.card_number bad-check-digit");
  }

  @Test
  void everySingleWrongDigitIsNoticed() {
    String right = "8938505974194";
    assertThat(CardNumber.isRight(right)).isTrue();
    for (int i = 0; i < right.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String changed = right.substring(0, i) + digit + right.substring(i + 1);
        assertThat(CardNumber.isRight(changed)).isEqualTo(changed.equals(right));
      }
    }
  }

  @Test
  void aHighTierNeedsACard() {
    assertThat(codes(member().without("retail.card_number").build()))
        .containsExactly("retail.card_number tier-needs-card");
    assertThat(
            codes(
                member()
                    .without("retail.card_number")
                    .with("retail.loyalty_tier", "member")
                    .build()))
        .isEmpty();
  }

  @Test
  void aPurchaseTomorrowIsRefused() {
    CustomerRecord customer =
        member().with("retail.last_purchase_date", LocalDate.of(2026, 6, 2)).build();

    assertThat(codes(customer)).containsExactly("retail.last_purchase_date in-the-future");
    assertThat(check().check(customer, FakeContext.of(manifest()).on(LocalDate.of(2026, 6, 2))))
        .isEmpty();
  }

  @Test
  void theStoreSaysSinceWhenATierIsHeld() throws Exception {
    FakeContext context = FakeContext.of(manifest());
    for (Fact fact : facts()) {
      listener().on(fact, context);
    }

    assertThat(context.store().get("tier/" + SEN)).contains("silver 2026-05-01T08:00:00Z");
  }

  private CustomerBuilder member() {
    return new CustomerBuilder(manifest())
        .with("retail.loyalty_tier", "gold")
        .with("retail.card_number", "8938505974194")
        .with("retail.points", 1_250)
        .with("retail.preferred_categories", List.of("fashion", "baby"))
        .with("retail.last_purchase_date", LocalDate.of(2026, 5, 30));
  }

  private List<String> codes(CustomerRecord customer) {
    return check().check(customer, FakeContext.of(manifest())).stream()
        .map((Refusal refusal) -> refusal.field() + " " + refusal.code())
        .toList();
  }

  private static Fact tier(
      String type, String at, @Nullable String before, @Nullable String after) {
    return new Fact(
        UUID.nameUUIDFromBytes(at.getBytes()),
        type,
        "customer",
        SEN,
        Instant.parse(at),
        new Actor("member", null),
        "web",
        List.of(new FieldChange("retail.loyalty_tier", before, after)));
  }
}
