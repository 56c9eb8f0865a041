package app.quen.field;

import static app.quen.field.FieldWorld.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerView;
import app.quen.field.Layout.Section;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.text.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class LayoutTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  static FieldWorld shop;
  Tenant a;
  Tenant b;

  @BeforeAll
  static void open() {
    shop = new FieldWorld(World.open());
  }

  @AfterAll
  static void close() {
    shop.world.close();
  }

  @BeforeEach
  void makeTenants() {
    a = shop.world.another("a");
    b = shop.world.another("b");
  }

  @Test
  void aStageHasItsOwnLayoutElseThatOfAllStagesElseTheCatalogues() {
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank'}");
    assertThat(layout(a, null).own()).isFalse();
    assertThat(layout(a, null).sections())
        .extracting(Section::key)
        .containsExactly("identity", "contact", "demographics", "rollup", "workspace");

    save(a, null, List.of("name", "workspace.rank"), List.of("birthPlace"));
    save(a, "lead", List.of("phones"), List.of());

    assertThat(layout(a, "lead").sections().getFirst().fields()).containsExactly("phones");
    Layout ofAll = layout(a, "customer");
    assertThat(ofAll.own()).isFalse();
    assertThat(ofAll.hidden()).containsExactly("birthPlace");
    assertThat(ofAll.sections().getFirst().fields()).containsExactly("name", "workspace.rank");
    assertThat(layout(b, "lead").own()).isFalse();

    // one that comes later is not lost
    shop.add(a, "{'type': 'text', 'label': 'Mới', 'key': 'fresh'}");
    assertThat(layout(a, null).sections())
        .anySatisfy(
            section -> {
              assertThat(section.key()).isEqualTo("workspace");
              assertThat(section.fields()).containsExactly("workspace.fresh");
            });
    shop.retire(a, "workspace.rank");
    assertThat(layout(a, null).sections().getFirst().fields()).containsExactly("name");

    shop.in(
        a,
        () -> {
          shop.world.bean(ResetLayout.class).reset("customer", "lead");
          return null;
        });
    assertThat(layout(a, "lead").own()).isFalse();
  }

  @Test
  void aLayoutThatCannotBeIsRefused() {
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank', 'required': true}");

    assertThat(refused(() -> save(a, null, List.of("name", "name", "nope"), List.of())))
        .containsExactly("sections[0].fields[1] taken", "sections[0].fields[2] unknown");
    assertThat(refused(() -> save(a, null, List.of("name"), List.of("workspace.rank"))))
        .containsExactly("hidden[0] required");
    assertThat(refused(() -> save(a, "nowhere", List.of("name"), List.of())))
        .containsExactly("stage not-a-choice");
  }

  @Test
  void theReportSaysWhichFieldsNobodyUses() {
    shop.add(a, "{'type': 'text', 'label': 'Hạng', 'key': 'rank', 'searchable': true}");
    shop.add(a, "{'type': 'text', 'label': 'Cũ', 'key': 'old'}");
    shop.add(b, "{'type': 'text', 'label': 'Hạng', 'key': 'rank'}");
    CustomerView an = shop.register(a, "{'name': 'An', 'fields': {'workspace.rank': 'vip'}}");
    shop.register(a, "{'name': 'Bình'}");
    shop.show(a, an);
    shop.found(a, "workspace.rank:eq:vip");
    shop.in(
        a,
        () -> {
          shop.world.bean(CountFieldUse.class).count("customer");
          return null;
        });

    await()
        .atMost(60, SECONDS)
        .until(
            () ->
                item(a, "workspace.rank", TODAY).filteredOn() != null
                    && item(a, "workspace.rank", TODAY).filled() != null);
    FieldReport.Item rank = item(a, "workspace.rank", TODAY);
    assertThat(rank.filled()).isEqualTo(1);
    assertThat(rank.writtenOn()).isEqualTo(TODAY);
    assertThat(rank.readOn()).isEqualTo(TODAY);
    assertThat(rank.sortedOn()).isNull();
    assertThat(rank.unused()).isFalse();
    assertThat(item(a, "workspace.old", TODAY).filled()).isZero();
    // a new field is not unused yet
    assertThat(item(a, "workspace.old", TODAY).unused()).isFalse();
    assertThat(item(a, "workspace.old", TODAY.plusDays(1)).unused()).isTrue();
    assertThat(report(a, TODAY).records()).isEqualTo(2);
    assertThat(report(a, TODAY).counting()).isFalse();
    assertThat(item(b, "workspace.rank", TODAY).filled()).isNull();
  }

  private static FieldReport report(Tenant tenant, LocalDate since) {
    return shop.in(tenant, () -> shop.world.bean(ShowFieldUse.class).show("customer", since));
  }

  private static FieldReport.Item item(Tenant tenant, String key, LocalDate since) {
    return report(tenant, since).items().stream()
        .filter(item -> item.field().field().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Layout layout(Tenant tenant, @Nullable String stage) {
    return shop.in(tenant, () -> shop.world.bean(ShowLayout.class).show("customer", stage));
  }

  private static Layout save(
      Tenant tenant, @Nullable String stage, List<String> keys, List<String> hidden) {
    return shop.in(
        tenant,
        () ->
            shop.world
                .bean(SaveLayout.class)
                .save(
                    "customer",
                    stage,
                    List.of(new Section("main", new Text("Chính", "Main"), keys)),
                    hidden));
  }
}
