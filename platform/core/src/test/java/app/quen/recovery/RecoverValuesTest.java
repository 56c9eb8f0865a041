package app.quen.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.audit.AuditEntry;
import app.quen.audit.NoSuchEntry;
import app.quen.customer.Conflict;
import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import app.quen.field.Invalid;
import app.quen.task.PlanTask;
import app.quen.task.ReviseTask;
import app.quen.task.ShowTask;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class RecoverValuesTest {

  static World world;
  static RecoveryWorld shops;

  @BeforeAll
  static void open() {
    world = World.open();
    shops = new RecoveryWorld(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void anOldValueIsWrittenBackAsAChangeOfWhoDoesItAndTheTrailSaysWhy() {
    Tenant shop = shops.shop("recover");
    CustomerView hoa = shops.register(shop, "Trần Thị Hoa");
    shops.revise(
        shop,
        hoa.id(),
        "{\"name\":\"Sai\",\"occupation\":\"Thợ\",\"fields\":{\"workspace.note\":\"x\"}}");
    long entry = shops.trail(shop).getLast().sequence();
    shops.revise(shop, hoa.id(), "{\"occupation\":\"Y tá\"}");

    Recovered done = shops.recover(shop, hoa.id(), entry, Set.of("name", "workspace.note"));

    CustomerView now = shops.show(shop, hoa.id());
    assertThat(now.name()).isEqualTo("Trần Thị Hoa");
    assertThat(now.occupation()).isEqualTo("Y tá");
    assertThat(now.fields()).doesNotContainKey("workspace.note");
    assertThat(done.version()).isEqualTo(now.version());
    var told = shops.trail(shop).reversed();
    assertThat(told).extracting(AuditEntry::act).startsWith("ValuesRecovered", "CustomerRevised");
    assertThat(told.getFirst().why()).isEqualTo("khách nhờ");
    assertThat(told.getFirst().actor()).isEqualTo(RecoveryWorld.LAN);
  }

  @Test
  void whoMayReadTheTrailButNotChangeTheRecordIsRefused() {
    Tenant shop = shops.shop("refused");
    CustomerView hoa = shops.register(shop, "Trần Thị Hoa");
    CustomerView revised = shops.revise(shop, hoa.id(), "{\"name\":\"Sai\"}");
    long entry = shops.trail(shop).getLast().sequence();
    for (Set<String> rights : Set.of(Set.of("audit:read", "customer:read"), Set.of("customer:*"))) {
      assertThatThrownBy(
              () ->
                  shops.as(
                      shop,
                      rights,
                      () ->
                          world
                              .bean(RecoverValues.class)
                              .recover(entry, Set.of(), revised.version(), null, Source.FORM)))
          .isInstanceOfAny(Refused.class, Invalid.class);
    }
    assertThat(shops.show(shop, hoa.id()).name()).isEqualTo("Sai");
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotWrittenOver() {
    Tenant shop = shops.shop("meanwhile");
    CustomerView hoa = shops.register(shop, "Trần Thị Hoa");
    shops.revise(shop, hoa.id(), "{\"name\":\"Sai\"}");
    long entry = shops.trail(shop).getLast().sequence();

    assertThatThrownBy(
            () ->
                shops.as(
                    shop,
                    () ->
                        world
                            .bean(RecoverValues.class)
                            .recover(entry, Set.of(), hoa.version(), null, Source.FORM)))
        .isInstanceOf(Conflict.class);
    assertThat(shops.show(shop, hoa.id()).name()).isEqualTo("Sai");
  }

  @Test
  void onlyWhatTheEntryChangedIsWrittenAndNothingOfAnotherWorkspace() {
    Tenant shop = shops.shop("only");
    Tenant other = shops.shop("another");
    CustomerView hoa = shops.register(shop, "Trần Thị Hoa");
    shops.revise(shop, hoa.id(), "{\"name\":\"Sai\"}");
    long entry = shops.trail(shop).getLast().sequence();

    assertThatThrownBy(() -> shops.recover(shop, hoa.id(), entry, Set.of("stage")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                shops.as(
                    other,
                    () ->
                        world
                            .bean(RecoverValues.class)
                            .recover(entry + 100, Set.of(), 1, null, Source.FORM)))
        .isInstanceOf(NoSuchEntry.class);
    assertThat(shops.show(shop, hoa.id()).name()).isEqualTo("Sai");
  }

  @Test
  void oldValuesOfOtherRecordsComeBackTheSameWay() {
    Tenant shop = shops.shop("tasks");
    // of nobody's: in this world nobody is a member
    var task =
        world.in(
            shop,
            () ->
                world
                    .bean(Access.class)
                    .callAs(
                        Actor.SYSTEM,
                        Set.of("*"),
                        () ->
                            world
                                .bean(PlanTask.class)
                                .plan(Ledger.json("{\"title\":\"Gọi chị Hoa\"}"), Source.FORM)));
    var revised =
        shops.as(
            shop,
            () ->
                world
                    .bean(ReviseTask.class)
                    .revise(
                        task.id(),
                        Ledger.json("{\"title\":\"Sai\"}"),
                        task.version(),
                        Source.FORM));
    long entry = shops.trail(shop).getLast().sequence();

    shops.as(
        shop,
        () ->
            world
                .bean(RecoverValues.class)
                .recover(entry, Set.of(), revised.version(), null, Source.FORM));

    assertThat(
            shops
                .as(shop, () -> world.bean(ShowTask.class).show(task.id()))
                .json()
                .getString("title"))
        .isEqualTo("Gọi chị Hoa");
  }
}
