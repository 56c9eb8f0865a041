package app.quen.installation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.database.Work;
import app.quen.field.Problem;
import app.quen.installation.Checks;
import app.quen.pluginhost.ZipBuilder;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class PluginChecksTest {

  @TempDir static Path plugins;
  static World world;

  @BeforeAll
  static void open() throws Exception {
    ZipBuilder.project("telecom").into(plugins, "telecom.zip");
    check("trivial", "return List.of();");
    check(
        "choosy",
        """
        if (customer.text("choosy.colour").filter("red"::equals).isPresent()) {
          return List.of(Refusal.of("choosy.colour", "not-red", "Không đỏ", "Not red"),
              Refusal.ofRecord("whole", "Cả hồ sơ", "The whole"));
        }
        return List.of();
        """);
    check("throwing", "throw new IllegalStateException(\"oops\");");
    check("deep", "return check(customer, context);");
    check("answerless", "return null;");
    check(
        "nosy",
        """
        if (!customer.fields().equals(Set.of("nosy.colour", "name"))) {
          return List.of(Refusal.ofRecord("sees-more", "x", "sees " + customer.fields()));
        }
        String seen = customer.values() + " " + context.tenant().slug();
        return List.of(Refusal.ofRecord("saw", seen, seen));
        """);
    check(
        "sleepy",
        """
        if (customer.text("sleepy.colour").isPresent()) {
          try { Thread.sleep(20_000); } catch (InterruptedException e) { }
        }
        return List.of();
        """);
    check("forgetful", "customer.text(\"forgetful.size\"); return List.of();");
    System.setProperty("quen.plugins.dir", plugins.toString());
    world = World.open();
  }

  @AfterAll
  static void close() {
    System.clearProperty("quen.plugins.dir");
    world.close();
  }

  @AfterEach
  void switchAllOff() {
    for (Tenant tenant : List.of(world.a(), world.b())) {
      in(
          tenant,
          () ->
              world
                  .bean(Work.class)
                  .transact(
                      () -> world.bean(Work.class).sql().execute("DELETE FROM installation")));
    }
  }

  @Test
  void onlyTheTenantThatSwitchedItOnIsChecked() {
    on(world.a(), "choosy");

    assertThat(ask(world.a(), customer("choosy", "red")))
        .extracting(Problem::field, Problem::code, problem -> problem.message().vi())
        .containsExactly(
            tuple("choosy.colour", "choosy.not-red", "Không đỏ"),
            tuple("choosy", "choosy.whole", "Cả hồ sơ"));
    assertThat(ask(world.a(), customer("choosy", "blue"))).isEmpty();
    assertThat(ask(world.b(), customer("choosy", "red"))).isEmpty();
  }

  @Test
  void itSeesItsOwnFieldsAndWhatItsManifestReads() {
    on(world.a(), "nosy");
    JsonObject customer =
        Json.createObjectBuilder(customer("nosy", "red"))
            .add("externalId", "secret")
            .add(
                "fields",
                Json.createObjectBuilder().add("nosy.colour", "red").add("choosy.colour", "blue"))
            .build();

    assertThat(ask(world.a(), customer))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message().en())
                    .contains("nosy.colour=red", "name=Nguyễn Văn A", world.a().slug())
                    .doesNotContain("secret", "blue"));
  }

  @Test
  void oneThatThrowsRefusesWithItsNameAndTheOthersGoOn() {
    on(world.a(), "throwing", "choosy", "deep", "answerless", "forgetful");

    assertThat(ask(world.a(), customer("choosy", "red")))
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "answerless check-failed",
            "choosy.colour choosy.not-red",
            "choosy choosy.whole",
            "deep check-failed",
            "forgetful check-failed",
            "throwing check-failed");
    assertThat(ask(world.a(), customer("choosy", "red")))
        .filteredOn(problem -> problem.code().equals("check-failed"))
        .allMatch(problem -> problem.message().en().startsWith("The plugin “Test "))
        .allMatch(problem -> problem.message().vi().startsWith("Tiện ích “Thử "));
  }

  @Test
  void oneThatHangsIsLateAndThenRestsAndItsNeighbourDoesNotNotice() {
    on(world.a(), "sleepy", "trivial");
    for (int i = 0; i < 3; i++) {
      assertThat(ask(world.a(), customer("sleepy", "red")))
          .extracting(Problem::code)
          .containsExactly("check-too-slow");
    }
    assertThat(ask(world.a(), customer("sleepy", "red")))
        .extracting(Problem::code)
        .containsExactly("check-paused");

    on(world.b(), "trivial");
    assertThat(ask(world.b(), customer("trivial", "red"))).isEmpty();
    assertThat(running("sleepy").late.sum()).isEqualTo(3);
  }

  @Test
  void aBatchKeepsTheAnswersThatCameInTime() {
    on(world.b(), "throwing", "choosy");
    List<JsonObject> customers =
        IntStream.range(0, 100)
            .mapToObj(i -> customer("choosy", i % 2 == 0 ? "red" : "blue"))
            .toList();

    List<List<Problem>> answers =
        in(world.b(), () -> world.bean(Checks.class).checkCustomers(customers));

    assertThat(answers).hasSize(100);
    assertThat(answers.get(0)).hasSize(3);
    assertThat(answers.get(1)).extracting(Problem::code).containsExactly("check-failed");
  }

  @Test
  void everyCustomerOfALargeBatchIsAnswered() {
    on(world.a(), "choosy");
    List<JsonObject> batch =
        IntStream.range(0, 50_000)
            .mapToObj(i -> customer("choosy", i % 1_000 == 0 ? "red" : "blue"))
            .toList();

    List<List<Problem>> answers =
        in(world.a(), () -> world.bean(Checks.class).checkCustomers(batch));

    assertThat(answers).hasSize(50_000);
    assertThat(answers.stream().filter(problems -> !problems.isEmpty())).hasSize(50);
  }

  @Test
  void telecomRefusesWhatContradictsItself() {
    on(world.a(), "telecom");
    JsonObject customer =
        Json.createObjectBuilder()
            .add("name", "A")
            .add(
                "fields",
                Json.createObjectBuilder()
                    .add("telecom.internet_service", "no")
                    .add("telecom.streaming_tv", "yes"))
            .build();

    assertThat(ask(world.a(), customer))
        .extracting(Problem::field, Problem::code)
        .containsExactly(tuple("telecom.streaming_tv", "telecom.needs-internet"));
  }

  private static void check(String id, String body) throws Exception {
    ZipBuilder.plugin(id, "1.0.0")
        .declaring(
            """
            reads: [name]
            fields: [{key: colour, type: text, label: {vi: Màu, en: Colour}}]
            """)
        .code(
            "Check",
            """
            @Extension public class Check implements CustomerCheck {
              public List<Refusal> check(CustomerRecord customer, CheckContext context) {
                %s
              }
            }
            """
                .formatted(body))
        .into(plugins, id + ".zip");
  }

  private static JsonObject customer(String plugin, String colour) {
    return Json.createObjectBuilder()
        .add("name", "Nguyễn Văn A")
        .add("fields", Json.createObjectBuilder().add(plugin + ".colour", colour))
        .build();
  }

  private static void on(Tenant tenant, String... ids) {
    in(
        tenant,
        () -> {
          world
              .bean(Work.class)
              .transact(
                  () -> {
                    for (String id : ids) {
                      String version = id.equals("telecom") ? "0.1.0" : "1.0.0";
                      world.bean(Installations.class).save(new Installation(id, version, true));
                    }
                  });
          return null;
        });
  }

  private static List<Problem> ask(Tenant tenant, JsonObject customer) {
    return in(tenant, () -> world.bean(Checks.class).checkCustomer(customer));
  }

  private static RunningRelease running(String id) {
    var host = world.bean(app.quen.pluginhost.PluginHost.class);
    return world.bean(RunningReleases.class).of(host.newest(id).orElseThrow());
  }

  private static <T> T in(Tenant tenant, Supplier<T> work) {
    return world.in(
        tenant,
        () ->
            world
                .bean(Access.class)
                .callAs(new Actor(Actor.Kind.MEMBER, null, "Lan"), Set.of("*"), work::get));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }
}
