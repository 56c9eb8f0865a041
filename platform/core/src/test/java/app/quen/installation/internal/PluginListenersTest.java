package app.quen.installation.internal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.fact.FactListener;
import app.quen.fact.FactListeners;
import app.quen.installation.SwitchPlugin;
import app.quen.plugin.KeyValueStore;
import app.quen.pluginhost.ZipBuilder;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class PluginListenersTest {

  @TempDir static Path plugins;
  static World world;

  @BeforeAll
  static void open() throws Exception {
    listener(
        "later",
        """
        String attempts = context.store().get("attempts/" + fact.recordId()).orElse("");
        context.store().put("attempts/" + fact.recordId(), attempts + "x");
        if (attempts.isEmpty()) {
          throw new RetryLater(java.time.Duration.ofSeconds(1), "not yet");
        }
        StringBuilder told = new StringBuilder(fact.type() + " from " + fact.source() + " by "
            + fact.actor().kind() + " in " + context.tenant().slug());
        fact.changes().stream().sorted(Comparator.comparing(FieldChange::field))
            .forEach(c -> told.append(" ").append(c.field()).append("=").append(c.after()));
        context.store().put("told/" + fact.recordId(), told.toString());
        """);
    listener("broken", "throw new IllegalStateException(\"never\");");
    listener(
        "count",
        "context.store().put(\"told/\" + fact.recordId(), context.settings().get(\"greeting\"));");
    System.setProperty("quen.plugins.dir", plugins.toString());
    System.setProperty("quen.plugin.count.greeting", "Chào");
    world = World.open();
  }

  @AfterAll
  static void close() {
    System.clearProperty("quen.plugins.dir");
    System.clearProperty("quen.plugin.count.greeting");
    world.close();
  }

  @Test
  void aListenerThatAsksForLaterIsToldAgainAndSeesOnlyItsFields() {
    Tenant a = world.another("a");
    Tenant b = world.another("b");
    on(a, "later");
    on(b, "broken", "count");
    CustomerView made = register(a, "Nguyễn Thị Sen", "later.size", "42");
    CustomerView other = register(b, "Trần Văn Ba", "count.size", "43");

    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () ->
                assertThat(store(a, "later").get("told/" + made.id()))
                    .contains(
                        "CustomerRegistered from form by member in "
                            + a.slug()
                            + " later.size=42 name=Nguyễn Thị Sen"));
    assertThat(store(a, "later").get("attempts/" + made.id())).contains("xx");
    assertThat(store(b, "later").keys("", 10)).isEmpty();
    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () ->
                assertThat(store(b, "count").get("told/" + other.id()))
                    .as("its neighbour always fails; the setting is the installation's")
                    .contains("Chào"));
  }

  @Test
  void theRelayKnowsEachListenerByItsPluginAndClassWhateverTheRelease() {
    Tenant a = world.another("a");
    on(a, "count", "broken");

    List<String> names =
        in(
            a,
            () ->
                ((FactListeners) world.bean(PluginListeners.class))
                    .listeners().stream().map(FactListener::name).toList());
    assertThat(names).containsExactlyInAnyOrder("plugin:count:Listener", "plugin:broken:Listener");
  }

  private static void listener(String id, String body) throws Exception {
    ZipBuilder.plugin(id, "1.0.0")
        .declaring(
            """
            reads: [name]
            settings: [{key: greeting, label: {vi: Chào, en: Greeting}, default: Hi}]
            fields: [{key: size, type: text, label: {vi: Cỡ, en: Size}}]
            """)
        .code(
            "Listener",
            """
            @Extension public class Listener implements FactListener {
              public Set<String> types() { return Set.of(Fact.CUSTOMER_REGISTERED); }
              public void on(Fact fact, ListenerContext context) throws RetryLater {
                %s
              }
            }
            """
                .formatted(body))
        .into(plugins, id + ".zip");
  }

  private static void on(Tenant tenant, String... ids) {
    for (String id : ids) {
      in(tenant, () -> world.bean(SwitchPlugin.class).switchPlugin(id, true, null));
    }
  }

  private static CustomerView register(Tenant tenant, String name, String key, String value) {
    CustomerDraft draft =
        CustomerDraft.read(
            Json.createObjectBuilder()
                .add("kind", "person")
                .add("name", name)
                .add("phones", Json.createArrayBuilder().add("0912345678"))
                .add("fields", Json.createObjectBuilder().add(key, value))
                .build());
    return in(tenant, () -> world.bean(RegisterCustomer.class).register(draft, Source.FORM));
  }

  private static StoredValues store(Tenant tenant, String plugin) {
    return new StoredValues(
        world.bean(app.quen.tenant.Tenants.class),
        world.bean(app.quen.database.Work.class),
        new Quota(KeyValueStore.MAX_ENTRIES),
        tenant.id(),
        plugin);
  }

  private static <T> T in(Tenant tenant, Callable<T> work) {
    return world.in(
        tenant,
        () ->
            world
                .bean(Access.class)
                .callAs(new Actor(Actor.Kind.MEMBER, null, "Lan"), Set.of("*"), work));
  }
}
