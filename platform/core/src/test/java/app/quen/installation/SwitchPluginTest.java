package app.quen.installation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.customer.internal.CustomerShape;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.pluginhost.ZipBuilder;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class SwitchPluginTest {

  @TempDir static Path plugins;
  static World world;
  Tenant a;
  Tenant b;

  @BeforeAll
  static void open() throws Exception {
    for (String name : List.of("hello", "telecom", "retail")) {
      ZipBuilder.project(name).into(plugins, name + ".zip");
    }
    for (String version : List.of("1.0.0", "2.0.0")) {
      ZipBuilder.plugin("acme", version)
          .declaring(
              "fields: [{key: size, type: number, label: {vi: Cỡ %s, en: Size %s}}]\n"
                  .formatted(version, version))
          .code(
              "Check",
              """
              @Extension public class Check implements CustomerCheck {
                public List<Refusal> check(CustomerRecord customer, CheckContext context) {
                  return customer.number("acme.size").isEmpty() ? List.of()
                      : List.of(Refusal.of("acme.size", "v", "%s", "%s"));
                }
              }
              """
                  .formatted(version, version))
          .into(plugins, "acme-" + version + ".zip");
    }
    ZipBuilder.plugin("empty", "1.0.0").into(plugins, "empty.zip");
    Files.writeString(plugins.resolve("zzz.zip"), "no zip");
    System.setProperty("quen.plugins.dir", plugins.toString());
    world = World.open();
  }

  @AfterAll
  static void close() {
    System.clearProperty("quen.plugins.dir");
    world.close();
  }

  @BeforeEach
  void makeTenants() {
    a = world.another("a");
    b = world.another("b");
  }

  @Test
  void aPluginsFieldsAppearOnlyWhereItIsSwitchedOn() {
    PluginView view = turn(a, "telecom", true);

    assertThat(view.enabled()).isTrue();
    assertThat(view.hooks()).containsExactly("CustomerCheck");
    assertThat(view.fields()).hasSize(19);
    assertThat(keys(a)).contains("telecom.contract", "telecom.monthly_charges");
    assertThat(keys(b)).isNotEmpty().noneMatch(key -> key.startsWith("telecom."));
    assertThat(field(a, "telecom.contract"))
        .satisfies(
            field -> {
              assertThat(field.type()).isEqualTo(FieldType.CHOICE);
              assertThat(field.owner()).isEqualTo("telecom");
              assertThat(field.label().vi()).isEqualTo("Loại hợp đồng");
              assertThat(field.section()).isEqualTo("telecom.subscription");
              assertThat(field.sectionLabel().en()).isEqualTo("Subscription");
              assertThat(field.choices())
                  .extracting(Field.Choice::value)
                  .containsExactly("month-to-month", "one-year", "two-year");
            });
    assertThat(shown(b, "telecom").enabled()).isFalse();
  }

  @Test
  void offHidesTheValuesAndKeepsThemAndOnBringsThemBack() {
    turn(a, "hello", true);
    CustomerView made = register(a, "Nguyễn Thị Sen", "hello.nickname", "Cô Sen");
    assertThat(made.fields().getString("hello.nickname")).isEqualTo("Cô Sen");

    assertThat(turn(a, "hello", false).enabled()).isFalse();
    assertThat(keys(a)).noneMatch(key -> key.startsWith("hello."));
    assertThat(show(a, made).fields()).isEmpty();
    CustomerView renamed =
        in(
            a,
            () ->
                world
                    .bean(ReviseCustomer.class)
                    .revise(
                        made.id(),
                        Json.createObjectBuilder().add("name", "Nguyễn Thị Sen Hồng").build(),
                        made.version(),
                        Source.FORM));
    assertThat(renamed.fields()).isEmpty();

    turn(a, "hello", true);
    assertThat(show(a, made).fields().getString("hello.nickname")).isEqualTo("Cô Sen");
  }

  @Test
  void itsCheckHoldsWhereItIsOnAndNowhereElse() {
    turn(a, "hello", true);

    assertThatThrownBy(() -> register(a, "Sen", "hello.nickname", "Sen"))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::field, Problem::code)
                    .containsExactly(tuple("hello.nickname", "hello.same-as-name")));
    assertThatThrownBy(() -> register(b, "Sen", "hello.nickname", "Cô Sen"))
        .isInstanceOf(Invalid.class);
    turn(a, "hello", false);
    turn(b, "hello", true);
    assertThat(register(b, "Sen", "hello.nickname", "Cô Sen").fields()).hasSize(1);
  }

  @Test
  void workspacesUseDifferentReleasesSideBySide() {
    turn(a, "acme", true, "1.0.0");
    turn(b, "acme", true);

    assertThat(shown(a, "acme").version()).isEqualTo("1.0.0");
    assertThat(shown(b, "acme").version()).isEqualTo("2.0.0");
    assertThat(field(a, "acme.size").label().en()).isEqualTo("Size 1.0.0");
    assertThat(field(b, "acme.size").label().en()).isEqualTo("Size 2.0.0");
    assertThat(check(a)).isEqualTo("1.0.0");
    assertThat(check(b)).isEqualTo("2.0.0");

    turn(a, "acme", true);
    assertThat(shown(a, "acme").version()).isEqualTo("2.0.0");
    assertThat(check(a)).isEqualTo("2.0.0");
  }

  @Test
  void brokenPluginsAreListedWithTheReasonAndCannotBeSwitchedOn() {
    assertThat(in(a, () -> world.bean(ListPlugins.class).list()))
        .extracting(PluginView::id)
        .containsExactly("acme", "empty", "hello", "retail", "telecom", "zzz.zip");
    assertThat(shown(a, "empty").failure().en()).startsWith("It contributes nothing");
    assertThat(shown(a, "empty").failure().vi()).startsWith("Tiện ích không đóng góp gì");
    assertThat(shown(a, "zzz.zip").failure().en()).startsWith("The file is no zip");
    assertThat(shown(a, "hello").failure()).isNull();

    assertThatThrownBy(() -> turn(a, "empty", true))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::code)
                    .containsExactly("plugin-broken"));
    assertThatThrownBy(() -> turn(a, "nothing", true)).isInstanceOf(NoSuchPlugin.class);
    assertThatThrownBy(() -> turn(a, "nothing", false)).isInstanceOf(NoSuchPlugin.class);
    assertThatThrownBy(() -> turn(a, "hello", true, "9.9.9")).isInstanceOf(Invalid.class);
  }

  @Test
  void switchingIsForThoseWhoMayAndReadingForThoseWhoMayRead() {
    assertThatThrownBy(
            () ->
                in(
                    a,
                    Set.of("plugin:read"),
                    () -> world.bean(SwitchPlugin.class).switchPlugin("hello", true, null)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> in(a, Set.of(), () -> world.bean(ListPlugins.class).list()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aSwitchIsAFactOnceAndSwitchingTwiceChangesNothing() {
    turn(a, "retail", true);
    turn(a, "retail", true);
    turn(a, "retail", false);
    turn(a, "retail", false);

    assertThat(register(a, "Bình", null, null).name()).isEqualTo("Bình");
    assertThat(
            in(
                a,
                () ->
                    world
                        .bean(Work.class)
                        .transact(
                            () ->
                                world
                                    .bean(Work.class)
                                    .sql()
                                    .createQuery(
                                        "SELECT COUNT(*) FROM installation WHERE enabled = FALSE"
                                            + " AND changed_by_name = 'Lan'")
                                    .mapTo(Integer.class)
                                    .one())))
        .isEqualTo(1);
  }

  @Test
  void itsListenerHearsOfCustomersWhereItIsOn() {
    turn(a, "hello", true);
    CustomerView made = register(a, "Nguyễn Thị Sen", null, null);
    register(b, "Trần Văn Ba", null, null);

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> assertThat(stored(a)).containsExactly("hello first-customer " + made.id()));
    assertThat(stored(b)).isEmpty();
  }

  private PluginView turn(Tenant tenant, String id, boolean on) {
    return turn(tenant, id, on, null);
  }

  private PluginView turn(Tenant tenant, String id, boolean on, @Nullable String version) {
    return in(tenant, () -> world.bean(SwitchPlugin.class).switchPlugin(id, on, version));
  }

  private PluginView shown(Tenant tenant, String id) {
    return in(tenant, () -> world.bean(ListPlugins.class).list()).stream()
        .filter(view -> view.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> keys(Tenant tenant) {
    return in(tenant, () -> world.bean(Fields.class).of("customer")).stream()
        .map(Field::key)
        .toList();
  }

  private Field field(Tenant tenant, String key) {
    return in(tenant, () -> world.bean(Fields.class).find("customer", key)).orElseThrow();
  }

  private String check(Tenant tenant) {
    JsonObject customer =
        Json.createObjectBuilder()
            .add("fields", Json.createObjectBuilder().add("acme.size", 1))
            .build();
    return in(tenant, () -> world.bean(Checks.class).checkCustomer(customer))
        .getFirst()
        .message()
        .en();
  }

  private List<String> stored(Tenant tenant) {
    return in(
        tenant,
        () ->
            world
                .bean(Work.class)
                .transact(
                    () ->
                        world
                            .bean(Work.class)
                            .sql()
                            .createQuery(
                                "SELECT CONCAT_WS(' ', plugin_id, value_key, value) FROM"
                                    + " plugin_value")
                            .mapTo(String.class)
                            .list()));
  }

  private CustomerView register(
      Tenant tenant, String name, @Nullable String key, @Nullable String value) {
    var fields = Json.createObjectBuilder();
    if (key != null) {
      fields.add(key, value);
    }
    CustomerDraft draft =
        CustomerShape.read(
            Json.createObjectBuilder()
                .add("kind", "person")
                .add("name", name)
                .add("fields", fields)
                .build());
    return in(tenant, () -> world.bean(RegisterCustomer.class).register(draft, Source.FORM));
  }

  private CustomerView show(Tenant tenant, CustomerView customer) {
    return in(tenant, () -> world.bean(ShowCustomer.class).show(customer.id()));
  }

  private static <T> T in(Tenant tenant, Callable<T> work) {
    return in(tenant, Set.of("*"), work);
  }

  private static <T> T in(Tenant tenant, Set<String> permissions, Callable<T> work) {
    return world.in(
        tenant,
        () ->
            world
                .bean(Access.class)
                .callAs(new Actor(Actor.Kind.MEMBER, null, "Lan"), permissions, work));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
