package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static app.quen.customer.CustomerTestWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.consent.ConsentDraft;
import app.quen.consent.ConsentTestWorld;
import app.quen.consent.PurposeId;
import app.quen.consent.RecordConsent;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.job.JobContext;
import app.quen.link.LinkCustomers;
import app.quen.link.LinkDraft;
import app.quen.link.ListLinks;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import app.quen.trash.internal.TrashPurge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class TrashTest {

  private static final String HOA =
      "{'name': 'Trần Thị Hoa', 'externalId': 'K1', 'phones': ['0912 345 678'],"
          + " 'emails': ['hoa@mail.example'], 'tags': ['vip'], 'occupation': 'Y tá'}";

  static final World world = World.open();
  private Tenant a;
  private Tenant b;

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void twoNewWorkspaces() {
    a = world.another("trash");
    b = world.another("other");
  }

  @Test
  void inTheTrashACustomerIsFoundNowhereButThere() {
    CustomerView hoa = register(a, HOA);
    CustomerView theirs = register(b, HOA);

    CustomerView trashed = trash(a, hoa);

    assertThat(trashed.deletedAt()).isNotNull();
    assertThat(show(a, hoa).deletedAt()).isEqualTo(trashed.deletedAt());
    for (String q : List.of("hoa", "0912345678", "678", "hoa@mail.example", "k1")) {
      assertThat(find(a, CustomerQuery.read(q, List.of(), null, false))).as(q).isEmpty();
      assertThat(find(a, CustomerQuery.read(q, List.of(), null, true))).as(q).isEmpty();
      assertThat(find(b, CustomerQuery.read(q, List.of(), null, false))).as(q).hasSize(1);
    }
    for (String filter :
        List.of(
            "stage:eq:lead",
            "tags:eq:vip",
            "phones:eq:0912345678",
            "externalId:eq:K1",
            "name:contains:Hoa")) {
      assertThat(find(a, CustomerQuery.read(null, List.of(filter), null, false)))
          .as(filter)
          .isEmpty();
      assertThat(find(a, CustomerQuery.read(null, List.of(filter), "name", true)))
          .as(filter)
          .isEmpty();
    }
    assertThat(as(world, a, () -> world.bean(CountCustomers.class).count(CustomerQuery.ALL)))
        .isEqualTo(new CountCustomers.Count(0, true));
    assertThat(
            as(
                world,
                a,
                () ->
                    world
                        .bean(FindPossibleDuplicates.class)
                        .find("0912345678", "hoa@mail.example", "K1")))
        .isEmpty();
    List<CustomerView> exported = new ArrayList<>();
    as(
        world,
        a,
        () -> {
          world.bean(ExportCustomers.class).export(CustomerQuery.ALL, exported::add);
          return null;
        });
    assertThat(exported).isEmpty();
    assertThat(list(a)).extracting(CustomerView::id).containsExactly(hoa.id());
    assertThat(list(b)).isEmpty();
    assertThat(show(b, theirs).deletedAt()).isNull();
  }

  @Test
  void whatIsInTheTrashCannotBeChangedAndComesBackAsItWas() {
    CustomerView hoa = register(a, HOA);
    trash(a, hoa);

    assertThatThrownBy(
            () ->
                as(
                    world,
                    a,
                    () ->
                        world
                            .bean(ReviseCustomer.class)
                            .revise(hoa.id(), json("{'stage': 'regular'}"), 2, Source.API)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                as(world, a, () -> world.bean(ArchiveCustomer.class).archive(hoa.id(), Source.API)))
        .isInstanceOf(Invalid.class);

    CustomerView back = restore(a, hoa);

    assertThat(back.deletedAt()).isNull();
    assertThat(back.externalId()).isEqualTo("K1");
    assertThat(back.version()).isEqualTo(3);
    assertThat(find(a, CustomerQuery.read("678", List.of(), null, false))).hasSize(1);
    assertThat(find(a, CustomerQuery.read("hoa", List.of(), null, false))).hasSize(1);
    assertThat(list(a)).isEmpty();
  }

  @Test
  void anArchivedOneComesBackIntoTheArchive() {
    CustomerView hoa = register(a, HOA);
    as(world, a, () -> world.bean(ArchiveCustomer.class).archive(hoa.id(), Source.API));
    trash(a, hoa);
    assertThat(find(a, CustomerQuery.read("hoa", List.of(), null, true))).isEmpty();

    restore(a, hoa);

    assertThat(find(a, CustomerQuery.read("hoa", List.of(), null, true))).hasSize(1);
    assertThat(find(a, CustomerQuery.read("hoa", List.of(), null, false))).isEmpty();
  }

  @Test
  void itsExternalIdIsFreeForAnotherOneWhoKeepsIt() {
    CustomerView hoa = register(a, HOA);
    trash(a, hoa);
    register(a, "{'name': 'Mới', 'externalId': 'K1'}");

    assertThatThrownBy(() -> restore(a, hoa))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> assertThat(invalid.problems().getFirst().code()).isEqualTo("taken"));
  }

  @Test
  void thirtyDaysLaterNothingOfItIsLeftAndTheOthersAreUntouched() {
    CustomerView hoa = register(a, HOA);
    CustomerView fresh = register(a, "{'name': 'Mới bỏ'}");
    CustomerView kept = register(a, "{'name': 'Ở lại', 'phones': ['0987654321']}");
    CustomerView theirs = register(b, HOA);
    as(
        world,
        a,
        () ->
            world
                .bean(LinkCustomers.class)
                .link(
                    kept.id(),
                    new LinkDraft(hoa.id(), "sibling", true, null, null, null),
                    Source.FORM));
    PurposeId news = ConsentTestWorld.purpose(world, a, "news", null).id();
    as(
        world,
        a,
        () ->
            world
                .bean(RecordConsent.class)
                .record(
                    hoa.id(),
                    new ConsentDraft(news, "sms", "refused", null, null, null, null, null, null),
                    Source.FORM));
    trash(a, hoa);
    trash(a, fresh);
    trash(b, theirs);
    age(a, hoa);
    age(b, theirs);

    world.run(a, () -> world.bean(TrashPurge.class).run(job()));

    assertThatThrownBy(() -> show(a, hoa)).isInstanceOf(NoSuchCustomer.class);
    for (String table :
        List.of(
            "customer_identifier",
            "customer_tag",
            "customer_address",
            "customer_ext",
            "customer_history",
            "consent",
            "customer_search")) {
      await().untilAsserted(() -> assertThat(rows(a, table, hoa)).as(table).isZero());
    }
    assertThat(as(world, a, () -> world.bean(ListLinks.class).list(kept.id(), 9, null)).items())
        .isEmpty();
    assertThat(show(a, fresh).deletedAt()).isNotNull();
    assertThat(show(a, kept).phones()).hasSize(1);
    assertThat(list(b)).hasSize(1);
  }

  @Test
  void whoMayNotDeleteIsRefused() {
    CustomerView hoa = register(a, HOA);
    assertThatThrownBy(
            () ->
                world.in(
                    a,
                    () ->
                        world
                            .bean(Access.class)
                            .callAs(
                                Actor.SYSTEM,
                                Set.of("customer:update", "customer:archive"),
                                () -> world.bean(TrashCustomer.class).trash(hoa.id(), Source.API))))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("customer:delete"));
    assertThatThrownBy(() -> trash(b, hoa)).isInstanceOf(NoSuchCustomer.class);
  }

  private static CustomerView register(Tenant tenant, String text) {
    return as(
        world, tenant, () -> world.bean(RegisterCustomer.class).register(draft(text), Source.API));
  }

  private static CustomerView show(Tenant tenant, CustomerView customer) {
    return as(world, tenant, () -> world.bean(ShowCustomer.class).show(customer.id()));
  }

  private static CustomerView trash(Tenant tenant, CustomerView customer) {
    return as(
        world, tenant, () -> world.bean(TrashCustomer.class).trash(customer.id(), Source.API));
  }

  private static CustomerView restore(Tenant tenant, CustomerView customer) {
    return as(
        world, tenant, () -> world.bean(RestoreCustomer.class).restore(customer.id(), Source.API));
  }

  private static List<CustomerView> list(Tenant tenant) {
    return as(world, tenant, () -> world.bean(ListTrash.class).list(null, 50).items());
  }

  private static List<CustomerView> find(Tenant tenant, CustomerQuery query) {
    return as(world, tenant, () -> world.bean(FindCustomers.class).find(query, null, 50).items());
  }

  private static void age(Tenant tenant, CustomerView customer) {
    Work work = world.bean(Work.class);
    world.run(
        tenant,
        () ->
            work.transact(
                () -> {
                  work.sql()
                      .execute(
                          "UPDATE customer SET deleted_at = deleted_at - INTERVAL 31 DAY,"
                              + " updated_at = updated_at - INTERVAL 31 DAY WHERE id = ?",
                          customer.id().value());
                }));
  }

  private static long rows(Tenant tenant, String table, CustomerView customer) {
    Work work = world.bean(Work.class);
    return world.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT COUNT(*) FROM " + table + " WHERE customer_id = ?")
                        .bind(0, customer.id().value())
                        .mapTo(Long.class)
                        .one()));
  }

  private JobContext job() {
    return new JobContext() {
      @Override
      public TenantId tenant() {
        return a.id();
      }

      @Override
      public String id() {
        return "day";
      }

      @Override
      public String data() {
        return "day";
      }

      @Override
      public boolean stopping() {
        return false;
      }

      @Override
      public void again() {}

      @Override
      public void again(Instant at) {}
    };
  }
}
