package app.quen.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.AccessWorld;
import app.quen.account.Member;
import app.quen.account.Rejected;
import app.quen.audit.Act;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.ExportTrail;
import app.quen.audit.SearchTrail;
import app.quen.audit.Trail;
import app.quen.customer.CustomerId;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.team.AddRole;
import app.quen.team.RoleDraft;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The trail holds every value that ever was: nobody reads there what the record keeps from them.
 */
class SeenTrailTest {

  private static final AccessWorld WORLD = new AccessWorld();

  private final Member auditor = auditor();
  private final CustomerId theirs =
      WORLD.customer(
          "{'name': 'Của tôi', 'taxCode': 'zqthuea', 'ownerId': '" + auditor.id() + "'}");
  private final CustomerId other =
      WORLD.customer("{'name': 'Của người khác', 'occupation': 'zqnghea'}");

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static Member auditor() {
    String key = "auditor" + System.nanoTime();
    List<String> permissions = new ArrayList<>(AccessWorld.ALL_OF_RECORDS);
    permissions.add("audit:read");
    WORLD.owned(
        () ->
            WORLD
                .bean(AddRole.class)
                .add(
                    new RoleDraft(
                        key,
                        new Text(key, key),
                        permissions,
                        AccessWorld.reach("own"),
                        Map.of("customer", Map.of("taxCode", "hidden")))));
    return WORLD.member(WORLD.a(), key);
  }

  private List<AuditEntry> read(Member member) {
    WORLD.bean(Trail.class).flush();
    return WORLD.as(
        member, () -> WORLD.bean(SearchTrail.class).search(AuditQuery.ALL, null, 1_000).items());
  }

  private void revise(CustomerId customer, String patch) {
    WORLD.owned(
        () ->
            WORLD
                .bean(ReviseCustomer.class)
                .revise(customer, AccessWorld.json(patch), 1, Source.FORM));
  }

  @Test
  void whoSeesPartOfTheRecordsReadsThatMuchOfTheirChanges() {
    revise(theirs, "{'taxCode': 'zqthueb', 'occupation': 'zqngheb'}");
    revise(other, "{'occupation': 'zqnghec'}");
    WORLD.owned(
        () -> {
          WORLD.bean(Trail.class).seen(Act.of("CustomersSearched").with("{\"q\": \"zqtim\"}"));
          return null;
        });

    String shown = read(auditor).toString();
    assertThat(shown).contains("CustomerRevised", "CustomersSearched", other.value().toString());
    assertThat(shown).contains("zqngheb").doesNotContain("zqthue", "zqnghec", "zqnghea", "zqtim");
    Member owner = WORLD.member(WORLD.a(), "owner");
    assertThat(read(owner).toString()).contains("zqthueb", "zqnghec", "zqtim");
  }

  @Test
  void theWholeTrailIsForWhoSeesAllThatItHolds() {
    assertThatThrownBy(() -> WORLD.as(auditor, () -> WORLD.bean(ExportTrail.class).export()))
        .isInstanceOf(Rejected.class);
    Member officer = WORLD.member(WORLD.a(), "data-officer");
    assertThat(WORLD.as(officer, () -> WORLD.bean(ExportTrail.class).export())).isNotNull();
  }

  @Test
  void anotherWorkspacesTrailHoldsNothingOfIt() {
    Member foreign = WORLD.member(WORLD.world.b(), "owner");
    String shown =
        WORLD.as(
            WORLD.world.b(),
            foreign,
            () -> WORLD.bean(SearchTrail.class).search(AuditQuery.ALL, null, 1_000).toString());
    assertThat(shown).doesNotContain(other.value().toString(), "zqnghe");
  }
}
