package app.quen.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Refused;
import app.quen.account.KeyMismatch;
import app.quen.account.NotFound;
import app.quen.account.NotSignedIn;
import app.quen.account.Rejected;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.field.Invalid;
import app.quen.limit.TooManyAttempts;
import app.quen.tenant.TenantUnavailable;
import app.quen.text.Text;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void invalidFieldsAreNamedInTheCallersLanguage() {
    var invalid =
        new Invalid(
            List.of(
                new app.quen.field.Problem(
                    "birthDate",
                    "in-future",
                    new Text("Ngày sinh ở tương lai.", "It lies in the future."))));

    var vi = Diagnosis.of(invalid).json("vi", "abc");
    var en = Diagnosis.of(invalid).json("en", "abc");

    assertThat(en.getInt("status")).isEqualTo(422);
    assertThat(en.getString("type")).isEqualTo("urn:quen:problem:validation");
    assertThat(en.getString("requestId")).isEqualTo("abc");
    assertThat(en.getJsonArray("errors").getJsonObject(0).getString("message"))
        .isEqualTo("It lies in the future.");
    assertThat(vi.getJsonArray("errors").getJsonObject(0).getString("message"))
        .isEqualTo("Ngày sinh ở tương lai.");
    assertThat(vi.getString("title")).isNotEqualTo(en.getString("title"));
  }

  @Test
  void aTakenSlugIsAConflictOfStateAndAWeakPasswordIsNot() {
    var taken = new app.quen.account.Problem("slug", "taken", "Đã có.", "Taken.");
    var weak = new app.quen.account.Problem("password", "too-short", "Ngắn.", "Short.");

    assertThat(status(new Rejected(List.of(taken)))).isEqualTo(409);
    assertThat(status(new Rejected(List.of(taken, weak)))).isEqualTo(422);
  }

  @Test
  void whatDoesNotExistHereIsNotFound() {
    assertThat(status(new NoSuchCustomer(new CustomerId(UUID.randomUUID())))).isEqualTo(404);
    assertThat(status(new NotFound("session", "x"))).isEqualTo(404);
  }

  @Test
  void aMissingPermissionIsNamed() {
    var json = Diagnosis.of(new Refused("customer:export")).json("en", "r");

    assertThat(json.getInt("status")).isEqualTo(403);
    assertThat(json.getString("permission")).isEqualTo("customer:export");
  }

  @Test
  void aLimitSaysWhenToComeAgain() {
    var problem = Diagnosis.of(new TooManyAttempts("sign-in", Duration.ofSeconds(90)));

    assertThat(problem.type().status()).isEqualTo(429);
    assertThat(problem.headers()).containsEntry("Retry-After", "90");
  }

  @Test
  void aSuspendedWorkspaceHasAProblemOfItsOwn() {
    var suspended = new TenantUnavailable(TenantUnavailable.Reason.SUSPENDED, "x");

    assertThat(Diagnosis.of(suspended).type()).isEqualTo(ProblemType.WORKSPACE_SUSPENDED);
  }

  @Test
  void whatTheServerRefusesItselfIsAProblemToo() {
    assertThat(Diagnosis.of(new NotAllowedException("GET", new String[] {"POST"})).headers())
        .containsKey("Allow");
    assertThat(status(new NotSupportedException())).isEqualTo(415);
    assertThat(status(new KeyMismatch("k"))).isEqualTo(422);
    assertThat(status(new NotSignedIn("no"))).isEqualTo(401);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidToBeSo() {
    var away = new IllegalStateException(new SQLTransientConnectionException("pool"));

    assertThat(status(away)).isEqualTo(503);
    assertThat(Diagnosis.of(away).headers()).containsKey("Retry-After");
  }

  @Test
  void anErrorOfOursShowsNothingOfOurInside() {
    var json =
        Diagnosis.of(new CompletionException(new IllegalStateException("SELECT * FROM t_123")))
            .json("en", "7f9c");

    assertThat(json.getInt("status")).isEqualTo(500);
    assertThat(json.toString()).doesNotContain("SELECT").contains("7f9c");
  }

  @Test
  void everyProblemSpeaksBothLanguages() {
    for (var type : ProblemType.values()) {
      var vi = Problem.of(type).json("vi", "r");
      var en = Problem.of(type).json("en", "r");
      assertThat(vi.getString("title")).isNotEqualTo(en.getString("title"));
      assertThat(vi.getString("detail")).isNotEqualTo(en.getString("detail"));
    }
  }

  private static int status(Throwable thrown) {
    return Diagnosis.of(thrown).type().status();
  }
}
