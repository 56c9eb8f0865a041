package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.field.Invalid;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An export reads pages of a thousand, two ahead of the one that it gives out. */
@ExtendWith(EmbeddedDatabase.class)
class ExportAheadTest {

  private static final int MANY = 3_500;

  private static World world;

  @BeforeAll
  static void fill() {
    world = World.open();
    List<CustomerDraft> drafts =
        IntStream.range(0, MANY)
            .mapToObj(i -> draft("{'name': 'Khách %04d'}".formatted(i)))
            .toList();
    for (int from = 0; from < MANY; from += 500) {
      List<CustomerDraft> some = drafts.subList(from, from + 500);
      as(
          world,
          world.a(),
          () -> world.bean(RegisterManyCustomers.class).register(some, Source.API));
    }
    as(
        world,
        world.b(),
        () ->
            world
                .bean(RegisterManyCustomers.class)
                .register(List.of(draft("{'name': 'Khách của bên kia'}")), Source.API));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static List<String> exported(Tenant tenant, CustomerQuery query) {
    return as(
        world,
        tenant,
        () -> {
          List<String> names = new ArrayList<>();
          world.bean(ExportCustomers.class).export(query, customer -> names.add(customer.name()));
          return names;
        });
  }

  private static CustomerQuery by(String sort) {
    return CustomerQuery.read(null, List.of(), sort, false);
  }

  @Test
  void eachCustomerComesOnceAndInTheOrderOfTheList() {
    List<String> byName = exported(world.a(), by("name"));
    assertThat(byName).hasSize(MANY).isSorted().doesNotHaveDuplicates();
    assertThat(exported(world.a(), by("-name"))).isEqualTo(byName.reversed());
    assertThat(exported(world.a(), CustomerQuery.ALL)).containsExactlyInAnyOrderElementsOf(byName);
  }

  @Test
  void theOtherTenantGivesOutItsOwnAlone() {
    assertThat(exported(world.b(), CustomerQuery.ALL)).containsExactly("Khách của bên kia");
  }

  @Test
  void whoStopsTakingEndsTheReadingAndSeesWhy() {
    List<String> taken = new ArrayList<>();
    assertThatThrownBy(
            () ->
                as(
                    world,
                    world.a(),
                    () -> {
                      world
                          .bean(ExportCustomers.class)
                          .export(
                              CustomerQuery.ALL,
                              customer -> {
                                taken.add(customer.name());
                                if (taken.size() == 1_200) {
                                  throw new IllegalStateException("nobody takes any more");
                                }
                              });
                      return null;
                    }))
        .hasMessageContaining("nobody takes any more");
    assertThat(taken).hasSize(1_200);
    // a pool is done a moment before its threads are gone
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("quen-export-reader")));
  }

  @Test
  void whatCannotBeReadIsToldToWhoAskedForIt() {
    assertThatThrownBy(() -> exported(world.a(), by("no.such"))).isInstanceOf(Invalid.class);
  }
}
