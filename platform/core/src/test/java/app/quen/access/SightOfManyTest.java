package app.quen.access;

import static app.quen.access.AccessWorld.json;
import static app.quen.access.AccessWorld.reach;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.account.Member;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.FindCustomers;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.customer.TrashCustomer;
import app.quen.testing.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More customers than are read and sorted at once: lists go window by window along an index. */
@ExtendWith(EmbeddedDatabase.class)
class SightOfManyTest {

  private static final int MANY = 14_000;
  private static final String[] NAMES = {
    "Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu", "Phạm Đức Dũng"
  };

  static final AccessWorld world = new AccessWorld();
  static final Member lan = world.with("own", reach("own"), Map.of());
  static final Member mai = world.with("own-too", reach("own"), Map.of());
  static final List<CustomerView> all = new ArrayList<>();

  @BeforeAll
  static void fill() {
    for (int from = 0; from < MANY; from += 1_000) {
      List<CustomerDraft> drafts = new ArrayList<>();
      for (int i = from; i < from + 1_000; i++) {
        String owner =
            switch (i % 3) {
              case 0 -> ", 'ownerId': '" + lan.id() + "'";
              case 1 -> ", 'ownerId': '" + mai.id() + "'";
              default -> "";
            };
        drafts.add(
            CustomerDraft.read(
                json(
                    "{'name': '%s', 'phones': ['0912%06d'], 'stage': '%s'%s}"
                        .formatted(NAMES[i % 4], i, i % 5 == 0 ? "lead" : "regular", owner))));
      }
      world.owned(() -> world.bean(RegisterManyCustomers.class).register(drafts, Source.API));
    }
    all.addAll(world.owned(() -> read(CustomerQuery.ALL)));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static CustomerQuery query(String q, String filter, String sort) {
    return CustomerQuery.read(
        q.isEmpty() ? null : q,
        filter.isEmpty() ? List.of() : List.of(filter),
        sort.isEmpty() ? null : sort,
        false);
  }

  private static List<CustomerView> read(CustomerQuery query) {
    List<CustomerView> read = new ArrayList<>();
    String cursor = null;
    do {
      CustomerPage page = world.bean(FindCustomers.class).find(query, cursor, 200);
      read.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return read;
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'', '', ''",
        "'', '', name",
        "'', '', -updatedAt",
        "'', stage:eq:lead, ''",
        "'', stage:eq:lead, name",
        "an, '', ''",
        "van ng, '', ''",
        "dung, stage:eq:lead, ''",
        "0912, '', ''",
        "binh, '', -name"
      })
  void eachPageHasWhatIsSeenAndNothingElse(String q, String filter, String sort) {
    CustomerQuery query = query(q, filter, sort);
    List<CustomerView> whole = world.owned(() -> read(query));
    List<CustomerView> seen = world.as(lan, () -> read(query));

    assertThat(whole).isNotEmpty();
    assertThat(ids(seen)).doesNotHaveDuplicates();
    assertThat(Set.copyOf(ids(seen)))
        .isEqualTo(
            Set.copyOf(ids(whole.stream().filter(one -> lan.id().equals(one.ownerId())).toList())));
  }

  private static List<UUID> ids(List<CustomerView> customers) {
    return customers.stream().map(one -> one.id().value()).toList();
  }

  @Test
  void aSearchFollowsACustomerToItsNewOwnerIntoTheTrashAndNowhereElse() {
    CustomerQuery query = query("le", "", "");
    CustomerView given =
        all.stream()
            .filter(one -> lan.id().equals(one.ownerId()) && one.name().startsWith("Lê"))
            .findFirst()
            .orElseThrow();
    give(given.id(), given.version(), mai.id());

    assertThat(world.as(lan, () -> ids(read(query)))).doesNotContain(given.id().value());
    assertThat(world.as(mai, () -> ids(read(query)))).contains(given.id().value());

    world.owned(() -> world.bean(TrashCustomer.class).trash(given.id(), Source.FORM));
    assertThat(world.as(mai, () -> ids(read(query)))).doesNotContain(given.id().value());
  }

  private static void give(CustomerId customer, int version, UUID owner) {
    world.owned(
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(customer, json("{'ownerId': '" + owner + "'}"), version, Source.FORM));
  }

  @Test
  void theOtherWorkspaceFindsNoneOfThem() {
    Member other = world.member(world.world.b(), "owner");

    assertThat(world.as(world.world.b(), other, () -> read(query("an", "", "")))).isEmpty();
  }
}
