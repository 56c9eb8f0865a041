package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.control.ControlSchema;
import app.quen.limit.TooManyAttempts;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MariaDb;
import app.quen.testing.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SignUpTest {

  static final String PASSWORD = "mây trắng bay qua núi";
  static final AtomicInteger NUMBER = new AtomicInteger();
  static World world;
  static SignUp signUp;

  @BeforeAll
  static void open() {
    world = World.open();
    signUp = world.bean(SignUp.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  /** Another address each time, so that no limit is reached by chance. */
  static Client client() {
    return new Client("10.1.0." + NUMBER.incrementAndGet(), "JUnit");
  }

  static SignUp.Request request(String slug, String email) {
    return new SignUp.Request("Tiệm hoa", slug, "retail", "Trần Lan", email, PASSWORD, "vi");
  }

  static List<String> codes(SignUp.Request request) {
    return catchThrowableOfType(Rejected.class, () -> signUp.signUp(request, client()))
        .problems()
        .stream()
        .map(p -> p.field() + " " + p.code())
        .toList();
  }

  static int count(String sql) {
    return world.bean(ControlSchema.class).call(h -> h.createQuery(sql).mapTo(Integer.class).one());
  }

  @Test
  void aBusinessSignsUpAndItsOwnerIsSignedIn() {
    var in = signUp.signUp(request("tiem-hoa", "Lan@Example.vn "), client());

    var session = world.bean(FindSession.class).find(in.token()).orElseThrow();
    assertThat(session.account().email()).isEqualTo("lan@example.vn");
    assertThat(session.csrfToken()).isEqualTo(in.session().csrfToken());
    assertThat(session.workspace().slug()).isEqualTo("tiem-hoa");
    assertThat(session.workspace().role()).isEqualTo("owner");
    assertThat(session.workspace().state()).isEqualTo(TenantState.ACTIVE);
    var tenant = world.bean(Tenants.class).findBySlug("tiem-hoa").orElseThrow();
    assertThat(world.in(tenant, () -> world.bean(Tenants.class).current().name()))
        .isEqualTo("Tiệm hoa");
  }

  @Test
  void everyFieldThatDoesNotFitIsNamedAtOnce() {
    assertThat(codes(new SignUp.Request(" ", "Hoa Sen!", "farming", "", "lan@", "12345", "fr")))
        .containsExactlyInAnyOrder(
            "workspaceName required",
            "slug malformed",
            "industry unknown",
            "name required",
            "email malformed",
            "language unknown",
            "password too-short");
  }

  @Test
  void reservedAddressesAreRefused() {
    assertThat(codes(request("admin", "a1@example.vn"))).containsExactly("slug reserved");
    assertThat(codes(request("-hoa", "a1@example.vn"))).containsExactly("slug malformed");
    assertThat(codes(request("ho", "a1@example.vn"))).containsExactly("slug malformed");
  }

  @Test
  void aTakenSlugOrEmailIsAFieldErrorAndLeavesNothingBehind() throws SQLException {
    signUp.signUp(request("hoa-mai", "mai@example.vn"), client());
    var schemas = schemas();
    var tenants = count("SELECT COUNT(*) FROM tenant");

    assertThat(codes(request("hoa-mai", "MAI@example.vn")))
        .containsExactlyInAnyOrder("slug taken", "email taken");
    assertThat(schemas()).isEqualTo(schemas);
    assertThat(count("SELECT COUNT(*) FROM tenant")).isEqualTo(tenants);
  }

  @Test
  void twoThatWantTheSameEmailAtTheSameTimeDoNotBothGetIt() throws Exception {
    var before = schemas();
    List<Callable<String>> tries = new ArrayList<>();
    for (var i = 0; i < 4; i++) {
      var slug = "race-" + i;
      tries.add(
          () -> {
            try {
              return signUp.signUp(request(slug, "race@example.vn"), client()).token();
            } catch (Rejected e) {
              return e.problems().getFirst().code();
            }
          });
    }
    List<String> outcomes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(tries)) {
        outcomes.add(done.get());
      }
    }
    assertThat(outcomes).filteredOn(o -> o.equals("taken")).hasSize(3);
    assertThat(count("SELECT COUNT(*) FROM tenant WHERE slug LIKE 'race-%'")).isOne();
    assertThat(schemas()).isEqualTo(before + 1);
    assertThat(count("SELECT COUNT(*) FROM tenant WHERE state = 'PROVISIONING'")).isZero();
  }

  static int schemas() throws SQLException {
    MariaDb database = EmbeddedDatabase.database();
    try (var root = database.root();
        var rows =
            root.createStatement()
                .executeQuery(
                    "SELECT (SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name"
                        + " LIKE 't\\_%'), (SELECT COUNT(*) FROM mysql.user WHERE is_role = 'Y'"
                        + " AND user LIKE 'r\\_%')")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(rows.getInt(2));
      return rows.getInt(1);
    }
  }

  @Test
  void tooManySignUpsFromOneAddressAreRefusedForAWhile() {
    var client = client();
    signUp.signUp(request("limited", "limited@example.vn"), client);
    var sent = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              while (sent.incrementAndGet() < 100) {
                try {
                  signUp.signUp(request("limited", "limited@example.vn"), client);
                } catch (Rejected taken) {
                  continue;
                }
              }
            })
        .isInstanceOfSatisfying(
            TooManyAttempts.class, e -> assertThat(e.retryAfter().toSeconds()).isPositive());
    assertThat(sent.get()).isEqualTo(20);
  }
}
