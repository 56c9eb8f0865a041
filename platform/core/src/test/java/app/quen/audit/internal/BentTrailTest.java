package app.quen.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.audit.AuditEntry;
import app.quen.audit.TrailReport;
import app.quen.audit.TrailReport.Kind;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody does to a trail past Quen is found: by Quen, and by a stranger's program. */
@ExtendWith(EmbeddedDatabase.class)
class BentTrailTest {

  private static final int ENTRIES = 12;

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
    for (int i = 1; i <= ENTRIES; i++) {
      trails.register(shop, "Khách số " + i + " \"quen\" 🌸");
      trails.register(other, "Khách số " + i);
    }
    trails.seal(shop);
    trails.seal(other);
  }

  @Test
  void aTrailThatNobodyTouchedIsWhole() throws Exception {
    var report = trails.verify(shop);

    assertThat(report.breaks()).isEmpty();
    assertThat(report.entries()).isEqualTo(ENTRIES);
    assertThat(report.sealed()).isEqualTo(ENTRIES);
    assertThat(check(download("shop"), null))
        .matches("0 whole: \\d+ entries of workspace " + shop.id());
  }

  @Test
  void aBentRowIsFound() throws Exception {
    for (String bent :
        List.of(
            "changes = REPLACE(changes, 'quen', 'lạ')",
            "actor_name = 'Somebody else'",
            "actor_kind = 'API_KEY'",
            "at = at - INTERVAL 1 SECOND",
            "record_id = NULL",
            "address = '203.0.113.9'")) {
      work();
      TrailWorld.tamper(shop, "UPDATE $.audit_entry SET " + bent + " WHERE seq = 5");

      found(bent, 5, Kind.CHANGED);
      assertThat(check(download("bent"), null))
          .as(bent)
          .startsWith("1 ")
          .contains("entry 5 does not say");
    }
  }

  @Test
  void aRowWhoseHashWasBentWithItIsFoundByTheNext() throws Exception {
    var entry = trails.entries(shop).get(4);
    var lie =
        new AuditEntry(
            5,
            entry.at(),
            entry.actor(),
            null,
            "CustomerArchived",
            entry.recordType(),
            entry.recordId(),
            entry.customerId(),
            entry.changes(),
            null,
            null,
            null,
            entry.previousHash(),
            new byte[0]);
    String hash = HexFormat.of().formatHex(Canonical.hash(lie));
    TrailWorld.tamper(
        shop,
        "UPDATE $.audit_entry SET act = 'CustomerArchived', hash = X'" + hash + "' WHERE seq = 5");

    found("bent with its hash", 6, Kind.UNLINKED);
    assertThat(check(download("bent"), null)).startsWith("1 ").contains("entry 6 does not follow");
  }

  @Test
  void aDroppedRowIsFound() throws Exception {
    TrailWorld.tamper(shop, "DELETE FROM $.audit_entry WHERE seq = 7");

    found("dropped", 7, Kind.MISSING);
    assertThat(check(download("dropped"), null)).startsWith("1 ").contains("entry 7 is missing");
  }

  @Test
  void aDroppedRowWhoseFollowersWereNumberedAnewIsFound() throws Exception {
    TrailWorld.tamper(
        shop,
        "DELETE FROM $.audit_entry WHERE seq = 7",
        "UPDATE $.audit_entry SET seq = seq - 1 WHERE seq > 7 ORDER BY seq");

    found("dropped", 7, Kind.UNLINKED);
    found("dropped", ENTRIES, Kind.CUT);
    assertThat(check(download("dropped"), null)).startsWith("1 ").contains("entry 7 does not");
  }

  @Test
  void twoRowsThatChangedPlacesAreFound() throws Exception {
    TrailWorld.tamper(
        shop,
        "UPDATE $.audit_entry SET seq = 0 WHERE seq = 3",
        "UPDATE $.audit_entry SET seq = 3 WHERE seq = 4",
        "UPDATE $.audit_entry SET seq = 4 WHERE seq = 0");

    found("swapped", 3, Kind.UNLINKED);
    found("swapped", 3, Kind.CHANGED);
    assertThat(check(download("swapped"), null)).startsWith("1 ").contains("entry 3", "entry 4");
  }

  @Test
  void aTailThatWasCutIsFoundAlsoWhereTheNotedEndWasCutWithIt() throws Exception {
    TrailWorld.tamper(
        shop,
        "DELETE FROM $.audit_entry WHERE seq > 9",
        "UPDATE audit_head SET seq = 9, hash = (SELECT hash FROM $.audit_entry WHERE seq = 9)",
        "DELETE FROM $.audit_checkpoint WHERE seq > 9");

    found("cut", ENTRIES, Kind.CUT);
    assertThat(check(download("cut"), null)).startsWith("1 ").contains("came to entry 12 once");
    // also after it has grown beyond where it was cut, since it is sealed no more
    for (int i = 0; i < 5; i++) {
      trails.register(shop, "Khách mới " + i);
    }
    trails.seal(shop);
    found("grown again", ENTRIES, Kind.SEAL);
    assertThat(check(download("grown"), null)).startsWith("1 ").contains("vouches for another");
  }

  @Test
  void aTailThatWasCutEverywhereIsFoundByWhoHasAnOlderDownload() throws Exception {
    Path before = download("before");
    TrailWorld.tamper(
        shop,
        "DELETE FROM $.audit_entry WHERE seq > 9",
        "UPDATE audit_head SET seq = 9, hash = (SELECT hash FROM $.audit_entry WHERE seq = 9)",
        "DELETE FROM $.audit_checkpoint WHERE seq > 9",
        "DELETE FROM quen_control.seal WHERE tenant_id = '" + shop.id() + "' AND seq > 9");
    Path after = download("after");

    assertThat(check(after, null)).startsWith("0 ");
    assertThat(check(after, before)).startsWith("1 ").contains("came to entry 12 once");
  }

  @Test
  void theEndThatIsNotedIsHeldAgainstTheRealOne() throws Exception {
    TrailWorld.tamper(shop, "UPDATE audit_head SET seq = 10");
    found("head", 10, Kind.HEAD);
  }

  @Test
  void aSealOfAnotherKeyIsFound() throws Exception {
    TrailWorld.tamper(
        shop,
        "UPDATE quen_control.seal_key SET public_key = (SELECT public_key FROM"
            + " (SELECT * FROM quen_control.seal_key) k WHERE tenant_id = '"
            + other.id()
            + "') WHERE tenant_id = '"
            + shop.id()
            + "'");

    found("another key", ENTRIES, Kind.FORGED);
    assertThat(check(download("forged"), null)).startsWith("1 ").contains("is not signed");
  }

  @Test
  void theTrailOfAnotherWorkspaceDoesNotPassForThisOne() throws Exception {
    TrailWorld.tamper(
        shop,
        "DELETE FROM $.audit_entry",
        "INSERT INTO $.audit_entry SELECT * FROM " + other.id().auditSchema() + ".audit_entry");

    found("of another", 1, Kind.UNLINKED);
    assertThat(check(download("other"), null)).startsWith("1 ").contains("entry 1 does not follow");
  }

  private void found(String how, long sequence, Kind kind) {
    TrailReport report = trails.verify(shop);
    assertThat(report.breaks())
        .as(how)
        .anyMatch(each -> each.sequence() == sequence && each.kind() == kind);
    assertThat(trails.verify(other).breaks()).isEmpty();
  }

  private Path download(String name) throws IOException {
    return Stranger.download(world, trails, shop, folder.resolve(name + ".ndjson"));
  }

  private static String check(Path download, @Nullable Path older) throws Exception {
    return Stranger.check(download, older);
  }
}
