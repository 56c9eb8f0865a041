package app.quen.link;

import static app.quen.consent.ConsentTestWorld.as;
import static app.quen.consent.ConsentTestWorld.customer;
import static app.quen.consent.ConsentTestWorld.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.customer.ArchiveCustomer;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.Source;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class LinkTest {

  static final World world = World.open();

  @AfterAll
  static void close() {
    world.close();
  }

  private static LinkView link(CustomerId from, CustomerId to, String type, boolean outwards) {
    return link(world.a(), from, new LinkDraft(to, type, outwards, null, null, null));
  }

  private static LinkView link(Tenant tenant, CustomerId from, LinkDraft draft) {
    return as(world, tenant, () -> world.bean(LinkCustomers.class).link(from, draft, Source.FORM));
  }

  private static List<LinkView> links(CustomerId customer) {
    return as(world, world.a(), () -> world.bean(ListLinks.class).list(customer, 50, null)).items();
  }

  private static List<String> problems(CustomerId from, LinkDraft draft) {
    var invalid = catchThrowableOfType(Invalid.class, () -> link(world.a(), from, draft));
    return invalid.problems().stream().map(p -> p.field() + " " + p.code()).toList();
  }

  private static CustomerId company(String name) {
    return register(
            world, world.a(), "{'kind': 'organisation', 'name': '" + name + "'}", Source.FORM)
        .id();
  }

  @Test
  void bothEndsSeeTheLinkEachInItsOwnWords() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    CustomerId sen = company("Công ty Sen");

    LinkView made =
        link(
            world.a(),
            hoa,
            new LinkDraft(sen, "works-at", true, LocalDate.of(2024, 5, 1), null, "Phòng kế toán"));

    assertThat(made.label().vi()).isEqualTo("Làm việc tại");
    assertThat(links(hoa)).containsExactly(made);
    LinkView seen = links(sen).getFirst();
    assertThat(seen.id()).isEqualTo(made.id());
    assertThat(seen.label().vi()).isEqualTo("Nhân viên");
    assertThat(seen.label().en()).isEqualTo("Employs");
    assertThat(seen.other().name()).isEqualTo("Trần Thị Hoa");
    assertThat(seen.since()).isEqualTo(LocalDate.of(2024, 5, 1));
    assertThat(seen.note()).isEqualTo("Phòng kế toán");
  }

  @Test
  void aLinkCanBeSaidFromEitherEndButOnlyOnce() {
    CustomerId mother = customer(world, world.a(), "Lê Thị Mẹ");
    CustomerId child = customer(world, world.a(), "Lê Văn Con");
    LinkView made = link(child, mother, "parent-of", false);

    assertThat(made.label().en()).isEqualTo("Child of");
    assertThat(links(mother).getFirst().label().en()).isEqualTo("Parent of");
    assertThat(problems(mother, new LinkDraft(child, "parent-of", true, null, null, null)))
        .containsExactly("type taken");
    assertThat(problems(child, new LinkDraft(mother, "parent-of", true, null, null, null)))
        .containsExactly("type contradiction");

    CustomerId aunt = customer(world, world.a(), "Lê Thị Dì");
    link(mother, aunt, "sibling", true);
    assertThat(problems(aunt, new LinkDraft(mother, "sibling", true, null, null, null)))
        .containsExactly("type taken");
    assertThat(links(aunt)).extracting(LinkView::outwards).containsExactly(true);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    CustomerId bao = customer(world, world.a(), "Trần Văn Bảo");
    CustomerId sen = company("Công ty Sen");
    CustomerId elsewhere = customer(world, world.b(), "Ở nơi khác");

    assertThat(problems(hoa, new LinkDraft(hoa, "other", true, null, null, null)))
        .containsExactly("otherId itself");
    assertThat(problems(hoa, new LinkDraft(elsewhere, "other", true, null, null, null)))
        .containsExactly("otherId unknown");
    assertThat(problems(hoa, new LinkDraft(bao, "works-at", true, null, null, null)))
        .containsExactly("type wrong-kind");
    assertThat(problems(hoa, new LinkDraft(sen, "spouse", true, null, null, null)))
        .containsExactly("type wrong-kind");
    assertThat(problems(hoa, new LinkDraft(bao, "enemy", true, null, null, null)))
        .containsExactly("type not-a-choice");
    assertThat(
            problems(
                hoa,
                new LinkDraft(
                    bao, "spouse", true, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1), null)))
        .containsExactly("until before-since");
    assertThatThrownBy(
            () -> link(world.b(), hoa, new LinkDraft(elsewhere, "other", true, null, null, null)))
        .isInstanceOf(NoSuchCustomer.class);
  }

  @Test
  void anArchivedCustomerKeepsItsLinks() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    CustomerId bao = customer(world, world.a(), "Trần Văn Bảo");
    link(hoa, bao, "household", true);
    as(world, world.a(), () -> world.bean(ArchiveCustomer.class).archive(bao, Source.FORM));

    assertThat(links(hoa).getFirst().other().archived()).isTrue();
    assertThat(links(bao)).hasSize(1);
  }

  @Test
  void aLinkEndsOrIsTakenBack() {
    CustomerId hoa = customer(world, world.a(), "Trần Thị Hoa");
    CustomerId bao = customer(world, world.a(), "Trần Văn Bảo");
    LinkView made = link(hoa, bao, "spouse", true);
    LocalDate end = LocalDate.of(2026, 6, 30);

    LinkView ended =
        as(
            world,
            world.a(),
            () ->
                world
                    .bean(ReviseLink.class)
                    .revise(made.id(), new ReviseLink.Change(null, end, null), 1, Source.FORM));

    assertThat(ended.version()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                as(
                    world,
                    world.a(),
                    () ->
                        world
                            .bean(ReviseLink.class)
                            .revise(
                                made.id(), new ReviseLink.Change(null, null, "x"), 1, Source.FORM)))
        .isInstanceOf(Outdated.class);
    assertThat(ended.until()).isEqualTo(end);
    assertThat(links(bao).getFirst().until()).isEqualTo(end);
    assertThatThrownBy(() -> unlink(world.b(), made)).isInstanceOf(NoSuchLink.class);
    unlink(world.a(), made);
    assertThat(links(hoa)).isEmpty();
    assertThatThrownBy(() -> unlink(world.a(), made)).isInstanceOf(NoSuchLink.class);
  }

  private static void unlink(Tenant tenant, LinkView link) {
    as(
        world,
        tenant,
        () -> {
          world.bean(UnlinkCustomers.class).unlink(link.id(), Source.FORM);
          return link;
        });
  }

  @Test
  void manyLinksComeInPages() {
    CustomerId sen = company("Công ty Sen");
    for (int i = 0; i < 5; i++) {
      link(sen, customer(world, world.a(), "Nhân viên " + i), "works-at", false);
    }
    var seen = new ArrayList<LinkView>();
    String cursor = null;
    do {
      String at = cursor;
      LinkPage page = as(world, world.a(), () -> world.bean(ListLinks.class).list(sen, 2, at));
      seen.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(seen).isEqualTo(links(sen)).hasSize(5);
  }
}
