package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorsIT {

  /** The ways out of a suspended workspace. */
  private static final Set<String> WAYS_OUT =
      Set.of("signOut", "switchWorkspace", "foundWorkspace", "acceptInvitation");

  private final Http operator =
      Http.nobody().with("Authorization", "Bearer " + Served.operatorToken());

  @Test
  void aSuspendedBusinessIsRefusedOnEverySurfaceAndAnotherIsNot() {
    var suspended = Business.signUp();
    var other = Business.signUp();
    var answer =
        operator.post(
            "/ops/v1/tenants/" + suspended.slug() + "/suspend", "{\"reason\": \"unpaid\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("state")).isEqualTo("suspended");

    for (Served.Operation operation : Served.operations()) {
      if (operation.isOpen() || WAYS_OUT.contains(operation.id())) {
        continue;
      }
      for (Http client : List.of(suspended.owner(), suspended.program())) {
        var refusal = ApiIsolationIT.call(client, operation, UUID.randomUUID().toString());
        assertThat(refusal.problem()).as(refusal.toString()).isEqualTo("workspace-suspended");
      }
    }
    assertThat(other.owner().get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(suspended.owner().send("DELETE", "/api/v1/session", null).status()).isEqualTo(204);

    operator.post("/ops/v1/tenants/" + suspended.slug() + "/resume", "{}");
    assertThat(suspended.program().get("/api/v1/customers").status()).isEqualTo(200);
  }

  @Test
  void aTenantIsShownWithoutItsContent() {
    var business = Business.signUp();
    business.register("Không ai được thấy");

    var shown = operator.get("/ops/v1/tenants/" + business.slug());

    assertThat(shown.json().getString("state")).isEqualTo("active");
    assertThat(shown.json().getInt("members")).isEqualTo(1);
    assertThat(shown.json().getString("schema")).startsWith("t_");
    assertThat(shown.body()).doesNotContain("Không ai được thấy").doesNotContain(business.email());
    assertThat(operator.get("/ops/v1/tenants/nobody-has-this").problem()).isEqualTo("not-found");
    assertThat(operator.get("/ops/v1/tenants?limit=1").json().getJsonArray("items")).hasSize(1);
  }

  @Test
  void noCredentialOfABusinessOpensIt() {
    var business = Business.signUp();

    for (Http client : List.of(Http.nobody(), business.owner(), business.program())) {
      assertThat(client.get("/ops/v1/tenants").problem()).isEqualTo("unauthenticated");
      assertThat(
              client
                  .post("/ops/v1/tenants/" + business.slug() + "/suspend", "{\"reason\": \"mine\"}")
                  .problem())
          .isEqualTo("unauthenticated");
    }
    assertThat(operator.get("/api/v1/customers").problem()).isEqualTo("unauthenticated");
  }

  @Test
  void aReasonIsNeeded() {
    var business = Business.signUp();

    var answer = operator.post("/ops/v1/tenants/" + business.slug() + "/suspend", "{}");

    assertThat(answer.problem()).isEqualTo("validation");
    assertThat(business.owner().get("/api/v1/session").status()).isEqualTo(200);
  }
}
