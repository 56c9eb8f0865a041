package app.quen.installation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.AccessWorld;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.feedback.ReceiveFeedback;
import app.quen.field.Problem;
import app.quen.installation.Checks;
import app.quen.installation.SwitchPlugin;
import app.quen.interaction.RecordInteraction;
import app.quen.link.LinkCustomers;
import app.quen.link.LinkDraft;
import app.quen.order.OrderDraft;
import app.quen.order.PlaceOrder;
import app.quen.plugin.KeyValueStore;
import app.quen.pluginhost.ZipBuilder;
import app.quen.task.PlanTask;
import app.quen.tenant.Tenant;
import app.quen.tenant.Tenants;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MailServer;
import app.quen.testing.World;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What leaves by other ways than the API: every field of every record has a value of its own, and
 * neither a plugin's check, nor any fact that a plugin is told, nor a letter holds one that it is
 * not for. Which ways there are, ArchitectureTest holds. Prints what it found to {@code
 * target/access-matrix-ways-out.csv}.
 */
@ExtendWith(EmbeddedDatabase.class)
class WaysOutTest {

  /** What is planted begins like this. */
  private static final Pattern PLANTED = Pattern.compile("zq[a-z]+", Pattern.CASE_INSENSITIVE);

  /** What the manifest of the plugin reads, and its own. */
  private static final Set<String> OF_THE_PLUGIN = Set.of("zqname", "zqnewname", "zqsize");

  private static final String CUSTOMER =
      """
      {"name": "Zqname", "birthPlace": "zqbirth", "occupation": "zqoccupation",
       "taxCode": "zqtax", "interests": ["zqinterest"], "phones": ["0912345678"],
       "emails": ["zqmail@planted.vn"], "addresses": [{"line": "zqline", "country": "VN"}],
       "externalId": "zqext", "tags": ["zqtag"], "fields": {"probe.size": "zqsize"}}\
      """;

  @TempDir static Path plugins;

  private static MailServer mail;
  private static World world;
  private static final List<String> MATRIX = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    ZipBuilder.plugin("probe", "1.0.0")
        .declaring(
            """
            reads: [name]
            fields: [{key: size, type: text, label: {vi: Cỡ, en: Size}}]
            """)
        .code(
            "Told",
            """
            @Extension public class Told implements FactListener {
              public Set<String> types() { return new Every(); }
              public void on(Fact fact, ListenerContext context) {
                context.store().put("told/" + fact.id(), fact + " " + fact.changes());
              }
            }
            """)
        .code(
            "Every",
            """
            /** Also of what does not exist yet. */
            public class Every extends AbstractSet<String> {
              public boolean contains(Object type) { return true; }
              public int size() { return 1; }
              public Iterator<String> iterator() {
                return List.of(Fact.CUSTOMER_REGISTERED).iterator();
              }
            }
            """)
        .code(
            "Asked",
            """
            @Extension public class Asked implements CustomerCheck {
              public List<Refusal> check(CustomerRecord customer, CheckContext context) {
                String seen = customer + " " + customer.values() + " " + context.actor();
                return customer.text("name").filter("Zqname!"::equals).isPresent()
                    ? List.of(Refusal.ofRecord("saw", seen, seen)) : List.of();
              }
            }
            """)
        .into(plugins, "probe.zip");
    System.setProperty("quen.plugins.dir", plugins.toString());
    mail = new MailServer();
    System.setProperty("quen.mail.url", mail.url(""));
    System.setProperty("quen.mail.from", "quen@quen.example");
    world = World.open();
    for (Tenant tenant : List.of(world.a(), world.b())) {
      in(tenant, () -> world.bean(SwitchPlugin.class).switchPlugin("probe", true, null));
    }
  }

  @AfterAll
  static void close() throws Exception {
    world.close();
    for (String key : List.of("quen.plugins.dir", "quen.mail.url", "quen.mail.from")) {
      System.clearProperty(key);
    }
    mail.close();
    Path file = Path.of("target", "access-matrix-ways-out.csv");
    Files.createDirectories(file.getParent());
    MATRIX.sort(null);
    MATRIX.addFirst("way,shown");
    Files.write(file, MATRIX);
  }

  private static <T> T in(Tenant tenant, Callable<T> work) {
    return world.in(
        tenant,
        () ->
            world
                .bean(Access.class)
                .callAs(new Actor(Actor.Kind.MEMBER, null, "Lan"), Set.of("*"), work));
  }

  /** The planted values in a text. */
  private static Set<String> shown(String way, String text) {
    Set<String> shown = new TreeSet<>();
    PLANTED
        .matcher(text)
        .results()
        .forEach(found -> shown.add(found.group().toLowerCase(java.util.Locale.ROOT)));
    MATRIX.add(way + "," + String.join(" ", shown));
    return shown;
  }

  @Test
  void aPluginIsToldOfEveryFactNoMoreThanItsFields() {
    everythingHappens(world.a());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(told(world.a()).toString())
                    .contains(
                        "CustomerRegistered",
                        "CustomerRevised",
                        "OrderPlaced",
                        "InteractionRecorded",
                        "FeedbackReceived",
                        "TaskPlanned",
                        "CustomersLinked"));

    Set<String> all = new TreeSet<>();
    for (String told : told(world.a())) {
      Set<String> shown = shown("fact " + told.replaceAll("(?s).*?type=(\\w+).*", "$1"), told);
      assertThat(OF_THE_PLUGIN).as(told).containsAll(shown);
      all.addAll(shown);
    }
    assertThat(all).as("what it may see it really sees").isEqualTo(new TreeSet<>(OF_THE_PLUGIN));
    assertThat(told(world.b()).toString())
        .as("of the other workspace, no more than that it was switched on there")
        .doesNotContain("CustomerRegistered", "OrderPlaced");
  }

  private static List<String> told(Tenant tenant) {
    StoredValues store = store(tenant);
    return store.keys("told/", 1_000).stream().map(key -> store.get(key).orElseThrow()).toList();
  }

  private static void everythingHappens(Tenant tenant) {
    CustomerId customer =
        in(
            tenant,
            () ->
                world
                    .bean(RegisterCustomer.class)
                    .register(CustomerDraft.read(AccessWorld.json(CUSTOMER)), Source.FORM)
                    .id());
    CustomerId other =
        in(
            tenant,
            () ->
                world
                    .bean(RegisterCustomer.class)
                    .register(
                        CustomerDraft.read(AccessWorld.json("{'name': 'Ai đó'}")), Source.FORM)
                    .id());
    String of = "{'customerId': '" + customer.value() + "', ";
    in(
        tenant,
        () -> {
          world
              .bean(ReviseCustomer.class)
              .revise(
                  customer,
                  AccessWorld.json("{'name': 'Zqnewname', 'occupation': 'zqnewoccupation'}"),
                  1,
                  Source.FORM);
          world
              .bean(PlaceOrder.class)
              .place(
                  OrderDraft.read(
                      AccessWorld.json(
                          of
                              + "'number': 'ZQNUMBER', 'note': 'zqnote', 'store': 'zqstore',"
                              + " 'lines': [{'name': 'zqordered', 'quantity': 1, 'unitPrice':"
                              + " 70000}]}")),
                  Source.FORM);
          world
              .bean(RecordInteraction.class)
              .record(
                  AccessWorld.json(
                      of + "'channel': 'call', 'subject': 'zqcall', 'body': 'zqsaid'}"),
                  Source.FORM);
          world
              .bean(ReceiveFeedback.class)
              .receive(
                  AccessWorld.json(
                      of + "'kind': 'complaint', 'subject': 'zqcomplaint', 'body': 'zqcomplains'}"),
                  Source.FORM);
          world
              .bean(PlanTask.class)
              .plan(AccessWorld.json(of + "'title': 'zqtask', 'body': 'zqtodo'}"), Source.FORM);
          return world
              .bean(LinkCustomers.class)
              .link(
                  customer, new LinkDraft(other, "other", true, null, null, "zqlink"), Source.FORM);
        });
  }

  private static StoredValues store(Tenant tenant) {
    return new StoredValues(
        world.bean(Tenants.class),
        world.bean(Work.class),
        new Quota(KeyValueStore.MAX_ENTRIES),
        tenant.id(),
        "probe");
  }

  @Test
  void aPluginIsAskedOfNoMoreThanItsFields() {
    JsonObject customer = AccessWorld.json(CUSTOMER.replace("Zqname", "Zqname!"));
    List<Problem> problems = in(world.a(), () -> world.bean(Checks.class).checkCustomer(customer));
    assertThat(shown("check of a customer", problems.toString()))
        .isEqualTo(Set.of("zqname", "zqsize"));
  }

  @Test
  void aLetterToTheOwnersSaysWhoAndWhenAndNothingOfRecords() {
    String ours = "owner" + UUID.randomUUID() + "@ways.example";
    String theirs = "owner" + UUID.randomUUID() + "@ways.example";
    world.member(world.a().id(), ours, "Chi Chu", "owner");
    world.member(world.b().id(), theirs, "Chi Khac", "owner");
    in(
        world.a(),
        () ->
            world
                .bean(Work.class)
                .transact(
                    () -> {
                      world
                          .bean(Outbox.class)
                          .record(
                              "SecurityEventRaised",
                              "security-event",
                              UUID.randomUUID(),
                              AccessWorld.json(
                                  "{'rule': 'mass-reads', 'subjectKind': 'MEMBER', 'subjectId':"
                                      + " null, 'subjectName': 'Anh Minh', 'at':"
                                      + " '2026-03-01T02:00:00Z', 'amount': 7, 'detail': {'of':"
                                      + " 'zqdetail'}, 'endsSessions': false, 'more': 'zqmore'}"));
                      return null;
                    }));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(mail.lettersTo(ours)).hasSize(1));
    assertThat(mail.lettersTo(theirs)).isEmpty();
    String letter = mail.lettersTo(ours).getFirst();
    assertThat(letter).contains("Anh Minh", "Chi Chu");
    assertThat(shown("letter of a security event", letter)).isEmpty();
  }
}
