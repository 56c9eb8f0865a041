package app.quen.field;

import static app.quen.field.FieldWorld.codes;
import static app.quen.field.FieldWorld.refused;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactRuleTest {

  private static final String ALL = "{'name': 'Lan', 'fields': {'workspace.total': 0.3}}";
  private static final String MORE = "{'name': 'Hoa', 'fields': {'workspace.total': 0.300001}}";

  @Test
  void moneyInARuleIsWhatIsWritten() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      String total = "{'type': 'money', 'currency': 'USD', 'label': 'Tổng', 'key': 'total'%s}";
      shop.add(world.a(), total.formatted(", 'validWhen': 'record.workspace.total == 0.1 + 0.2'"));
      shop.add(world.b(), total.formatted(""));

      shop.register(world.a(), ALL);
      assertThat(codes(shop.registerMany(world.a(), ALL).get(0).problems())).isEmpty();
      assertThat(drafted(shop, ALL)).isEmpty();
      assertThat(refused(() -> shop.register(world.a(), MORE)))
          .containsExactly("workspace.total rule");
      assertThat(codes(shop.registerMany(world.a(), MORE).get(0).problems()))
          .containsExactly("workspace.total rule");
      assertThat(drafted(shop, MORE)).containsExactly("workspace.total rule");
      shop.register(world.b(), MORE);
    }
  }

  @Test
  void theLastDongOfALargeAmountCounts() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      String debt = "{'type': 'money', 'label': 'Nợ', 'key': 'debt'%s}";
      shop.add(
          world.a(),
          debt.formatted(", 'validWhen': 'record.workspace.debt < 900719925474099299.0'"));
      shop.add(world.b(), debt.formatted(""));
      String customer = "{'name': 'Lan', 'fields': {'workspace.debt': %s}}";

      shop.register(world.a(), customer.formatted("900719925474099298"));
      assertThat(refused(() -> shop.register(world.a(), customer.formatted("900719925474099299"))))
          .containsExactly("workspace.debt rule");
      shop.register(world.b(), customer.formatted("900719925474099299"));
    }
  }

  @Test
  void aDefaultThatItsOwnRuleRefusesIsNotSaved() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      String points =
          "{'type': 'integer', 'label': 'Điểm', 'key': '%s', 'default': %d, 'validWhen': '%s'}";

      assertThat(
              refused(
                  () ->
                      shop.add(world.a(), points.formatted("few", 3, "record.workspace.few > 5"))))
          .containsExactly("default rule");
      shop.add(world.a(), points.formatted("many", 6, "record.workspace.many > 5"));
      shop.add(
          world.b(),
          points.formatted("few", 3, "has(record.birthDate) || record.workspace.few > 5"));
      assertThat(refused(() -> shop.revise(world.a(), "workspace.many", "{'default': 4}")))
          .containsExactly("default rule");
      shop.register(world.a(), "{'name': 'Lan'}");
    }
  }

  private static List<String> drafted(FieldWorld shop, String draft) {
    return codes(
        shop.in(
                shop.world.a(),
                () ->
                    shop.world
                        .bean(EvaluateDraft.class)
                        .evaluate("customer", FieldWorld.json(draft), null))
            .problems());
  }
}
