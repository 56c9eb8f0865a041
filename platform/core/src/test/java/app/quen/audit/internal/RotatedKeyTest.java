package app.quen.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Refused;
import app.quen.audit.RotateSealKey;
import app.quen.audit.TrailBroken;
import app.quen.audit.TrailReport.Key;
import app.quen.audit.TrailReport.Kind;
import app.quen.seal.SealKey;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A key to seal with is changed for another, and everything that was sealed stays so. */
@ExtendWith(EmbeddedDatabase.class)
class RotatedKeyTest {

  static World world;
  static TrailWorld trails;

  @TempDir Path folder;
  Tenant shop;
  Tenant other;

  @BeforeAll
  static void open() {
    world = World.open();
    trails = new TrailWorld(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void work() {
    shop = world.another("shop");
    other = world.another("other");
    for (Tenant each : new Tenant[] {shop, other}) {
      trails.register(each, "Hoa");
      trails.register(each, "Nam");
      trails.seal(each);
    }
  }

  private SealKey rotate() {
    return trails.as(shop, () -> world.bean(RotateSealKey.class).rotate());
  }

  @Test
  void oldSealsStayVerifiableAndNewOnesBearTheNewKey() throws Exception {
    Path before = Stranger.download(world, trails, shop, folder.resolve("before"));
    rotate();
    trails.register(shop, "Mai");
    trails.seal(shop);
    rotate();
    trails.register(shop, "Lan");
    trails.seal(shop);

    var report = trails.verify(shop);

    assertThat(report.breaks()).isEmpty();
    assertThat(report.keys()).extracting(Key::number).containsExactly(1, 2, 3);
    assertThat(report.keys()).extracting(Key::after).startsWith(0L, 2L).isSorted();
    assertThat(trails.entries(shop))
        .filteredOn(entry -> entry.act().equals("SealKeyRotated"))
        .hasSize(2);
    Path after = Stranger.download(world, trails, shop, folder.resolve("after"));
    assertThat(Stranger.check(after, before)).startsWith("0 whole");
    assertThat(trails.verify(other).keys()).hasSize(1);
    assertThat(trails.verify(other).breaks()).isEmpty();
  }

  @Test
  void aKeyThatNobodyVouchedForIsFound() throws Exception {
    rotate();
    trails.register(shop, "Mai");
    trails.seal(shop);
    TrailWorld.tamper(
        shop,
        "UPDATE quen_control.seal_key SET vouched = REPEAT(X'01', 64) WHERE number = 2 AND"
            + " tenant_id = '"
            + shop.id()
            + "'");

    assertThat(trails.verify(shop).breaks()).extracting(b -> b.kind()).contains(Kind.KEYS);
    Path bent = Stranger.download(world, trails, shop, folder.resolve("bent"));
    assertThat(Stranger.check(bent, null)).startsWith("1 ").contains("key number 2");
  }

  @Test
  void anOldKeyCannotVouchForWhatCameAfterIt() throws Exception {
    trails.register(shop, "Mai");
    trails.seal(shop);
    rotate();
    trails.register(shop, "Lan");
    trails.seal(shop);
    // as if the first key had sealed all of it
    TrailWorld.tamper(
        shop,
        "UPDATE quen_control.seal_key SET after_seq = 1 WHERE number = 2 AND tenant_id = '"
            + shop.id()
            + "'");

    assertThat(trails.verify(shop).breaks())
        .extracting(b -> b.kind())
        .contains(Kind.KEYS, Kind.FORGED);
    Path bent = Stranger.download(world, trails, shop, folder.resolve("bent"));
    assertThat(Stranger.check(bent, null)).startsWith("1 ").contains("is not signed");
  }

  @Test
  void aBrokenTrailIsNotVouchedForAnew() throws Exception {
    TrailWorld.tamper(
        shop,
        "DELETE FROM $.audit_entry WHERE seq = 2",
        "UPDATE audit_head SET seq = 1, hash = (SELECT hash FROM $.audit_entry WHERE seq = 1)");

    assertThatThrownBy(this::rotate).isInstanceOf(TrailBroken.class);
    assertThat(trails.verify(shop).keys()).hasSize(1);
  }

  @Test
  void whoMayOnlyReadTheTrailCannotChangeItsKey() {
    assertThatThrownBy(
            () ->
                world.in(
                    shop,
                    () ->
                        world
                            .bean(Access.class)
                            .callAs(
                                TrailWorld.LAN,
                                Set.of("audit:read"),
                                () -> world.bean(RotateSealKey.class).rotate())))
        .isInstanceOf(Refused.class);
    assertThat(trails.verify(shop).keys()).hasSize(1);
  }
}
