package app.quen.source;

import static app.quen.consent.ConsentTestWorld.LAN;
import static app.quen.consent.ConsentTestWorld.as;
import static app.quen.consent.ConsentTestWorld.json;
import static app.quen.consent.ConsentTestWorld.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.access.Actor;
import app.quen.account.ApiKey;
import app.quen.account.CreateApiKey;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.FindCustomers;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.text.Text;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SourceTest {

  static final World world = World.open();
  private static final Text PURPOSE = new Text("Tư vấn sản phẩm", "Advising on products");

  @AfterAll
  static void close() {
    world.close();
  }

  private static SourceView declare(String name, String kind) {
    return as(
        world,
        world.a(),
        () ->
            world
                .bean(DeclareSource.class)
                .declare(new SourceDraft(name, kind, PURPOSE, null, null, null)));
  }

  private static SourceView revise(SourceView source, SourceDraft change) {
    return as(
        world,
        world.a(),
        () -> world.bean(ReviseSource.class).revise(source.id(), change, false, source.version()));
  }

  private static List<String> problems(Runnable work) {
    var invalid = catchThrowableOfType(Invalid.class, work::run);
    return invalid.problems().stream().map(p -> p.field() + " " + p.code()).toList();
  }

  @Test
  void aWorkspaceHasASourceOfEachKindFromTheStart() {
    for (Tenant tenant : List.of(world.a(), world.b())) {
      List<SourceView> standard =
          as(world, tenant, () -> world.bean(ListSources.class).list()).stream()
              .filter(SourceView::standard)
              .toList();
      assertThat(standard)
          .extracting(SourceView::kind)
          .containsExactlyInAnyOrder(SourceKind.values());
      assertThat(standard)
          .allSatisfy(
              source -> {
                assertThat(source.active()).isTrue();
                assertThat(source.purpose().vi()).isNotBlank();
                assertThat(source.purpose().en()).isNotBlank();
              });
    }
  }

  @Test
  void aCustomerComesFromTheSourceThatIsNamedElseFromThatOfItsWay() {
    SourceView fair = declare("Hội chợ xuân", "form");

    assertThat(register(world, world.a(), "{'name': 'A'}", Source.FORM).sourceId())
        .isEqualTo(SourceKind.MANUAL.standard());
    assertThat(register(world, world.a(), "{'name': 'B'}", Source.API).sourceId())
        .isEqualTo(SourceKind.API.standard());
    CustomerView named = register(world, world.a(), "{'name': 'C'}", Source.API.of(fair.id()));
    assertThat(named.sourceId()).isEqualTo(fair.id());
    assertThat(
            as(world, world.a(), () -> world.bean(ShowCustomer.class).show(named.id())).sourceId())
        .isEqualTo(fair.id());
    var many =
        as(
            world,
            world.a(),
            () ->
                world
                    .bean(RegisterManyCustomers.class)
                    .register(
                        List.of(CustomerDraft.read(json("{'name': 'D'}"))),
                        Source.imported(UUID.randomUUID().toString(), "khach.csv")));
    assertThat(
            as(world, world.a(), () -> world.bean(ShowCustomer.class).show(many.getFirst().id()))
                .sourceId())
        .isEqualTo(SourceKind.IMPORT.standard());
  }

  @Test
  void customersAreFoundByTheirSource() {
    SourceView stall = declare("Gian hàng", "manual");
    CustomerView first = register(world, world.a(), "{'name': 'Một'}", Source.FORM.of(stall.id()));
    CustomerView second = register(world, world.a(), "{'name': 'Hai'}", Source.FORM.of(stall.id()));
    CustomerView other = register(world, world.a(), "{'name': 'Ba'}", Source.FORM);

    assertThat(found("sourceId:eq:" + stall.id()))
        .containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(found("sourceId:in:" + stall.id() + "," + SourceKind.MANUAL.standard()))
        .contains(first.id(), second.id(), other.id());
    assertThat(found("sourceId:ne:" + stall.id()))
        .contains(other.id())
        .doesNotContain(first.id(), second.id());
    assertThat(problems(() -> found("sourceId:eq:stall"))).hasSize(1);
    assertThat(problems(() -> found("sourceId:contains:" + stall.id()))).hasSize(1);
  }

  private static List<CustomerId> found(String filter) {
    return as(
        world,
        world.a(),
        () ->
            world
                .bean(FindCustomers.class)
                .find(CustomerQuery.read(null, List.of(filter), null, false), null, 200)
                .items()
                .stream()
                .map(CustomerView::id)
                .toList());
  }

  @Test
  void aChangeLeavesWhereTheCustomerFirstCameFrom() {
    CustomerView made = register(world, world.a(), "{'name': 'A'}", Source.API);
    CustomerView changed =
        as(
            world,
            world.a(),
            () ->
                world
                    .bean(ReviseCustomer.class)
                    .revise(
                        made.id(),
                        json("{'name': 'B', 'sourceId': '" + UUID.randomUUID() + "'}"),
                        1,
                        Source.FORM));
    assertThat(changed.sourceId()).isEqualTo(SourceKind.API.standard());
  }

  @Test
  void theDatabaseTakesNoCustomerWithoutASource() {
    CustomerView made = register(world, world.a(), "{'name': 'A'}", Source.FORM);
    for (String source : List.of("NULL", "'0192aaaa-0000-7000-8000-00000000ffff'")) {
      assertThatThrownBy(
              () ->
                  as(
                      world,
                      world.a(),
                      () ->
                          world
                              .bean(Work.class)
                              .transact(
                                  () ->
                                      world
                                          .bean(Work.class)
                                          .sql()
                                          .execute(
                                              "UPDATE customer SET source_id = "
                                                  + source
                                                  + " WHERE id = ?",
                                              made.id().value()))))
          .hasRootCauseInstanceOf(java.sql.SQLException.class);
    }
  }

  @Test
  void anotherWorkspacesSourceIsNone() {
    SourceView fair = declare("Hội chợ thu", "form");
    assertThat(
            problems(() -> register(world, world.b(), "{'name': 'A'}", Source.API.of(fair.id()))))
        .containsExactly("sourceId unknown");
    assertThatThrownBy(
            () -> as(world, world.b(), () -> world.bean(ShowSource.class).show(fair.id())))
        .isInstanceOf(NoSuchSource.class);
    assertThat(as(world, world.b(), () -> world.bean(ListSources.class).list()))
        .extracting(SourceView::name)
        .doesNotContain("Hội chợ thu");
  }

  @Test
  void aRetiredSourceTakesNothingNewAndAStandardOneStays() {
    SourceView booth = declare("Quầy số 1", "manual");
    revise(booth, new SourceDraft(null, null, null, null, false, null));
    assertThatThrownBy(() -> revise(booth, new SourceDraft("Khác", null, null, null, null, null)))
        .as("of what has been changed since")
        .isInstanceOf(Outdated.class);
    assertThat(
            problems(() -> register(world, world.a(), "{'name': 'A'}", Source.FORM.of(booth.id()))))
        .containsExactly("sourceId retired");
    SourceView standard =
        as(world, world.a(), () -> world.bean(ShowSource.class).show(SourceKind.FORM.standard()));
    assertThat(
            problems(() -> revise(standard, new SourceDraft(null, null, null, null, false, null))))
        .containsExactly("active needed");
  }

  @Test
  void aSourceSaysItsNameAndItsPurpose() {
    declare("Trang web", "form");
    assertThat(problems(() -> declare(" trang  WEB ", "post")))
        .containsExactly("kind not-a-choice", "name taken");
    assertThat(
            problems(
                () ->
                    as(
                        world,
                        world.a(),
                        () ->
                            world
                                .bean(DeclareSource.class)
                                .declare(new SourceDraft("", "api", null, "total", null, null)))))
        .containsExactly("name required", "purpose required", "confidence not-a-choice");
  }

  @Test
  void whatAnApiKeyWritesComesFromTheSourceOfTheKey() {
    ApiKey key = key(world.a(), "a");
    ApiKey foreign = key(world.b(), "b");
    SourceView shop = declare("Cửa hàng trực tuyến", "api");
    assertThat(
            problems(
                () -> revise(shop, new SourceDraft(null, null, null, null, null, foreign.id()))))
        .containsExactly("apiKeyId unknown");
    revise(shop, new SourceDraft(null, null, null, "high", null, key.id()));
    Actor program = new Actor(Actor.Kind.API_KEY, key.id(), "Shop");

    CustomerView made =
        as(
            world,
            world.a(),
            program,
            "customer:create",
            () ->
                world
                    .bean(RegisterCustomer.class)
                    .register(CustomerDraft.read(json("{'name': 'A'}")), Source.API));

    assertThat(made.sourceId()).isEqualTo(shop.id());
    assertThat(made.createdBy()).isEqualTo(program);
    SourceView other = declare("Sàn thương mại", "api");
    assertThat(
            problems(() -> revise(other, new SourceDraft(null, null, null, null, null, key.id()))))
        .containsExactly("apiKeyId taken");
  }

  private static ApiKey key(Tenant tenant, String name) {
    UUID member = world.member(tenant.id(), name + "@sources.example", "Lê " + name, "owner").id();
    return world
        .bean(CreateApiKey.class)
        .create(tenant.id(), member, LAN.name(), Set.of("customer:create"), null)
        .apiKey();
  }
}
