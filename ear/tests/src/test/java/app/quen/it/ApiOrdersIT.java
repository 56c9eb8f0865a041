package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiOrdersIT {

  private static final String ORDER =
      """
      {"customerId": "%s", "lines": [{"name": "Áo thun", "quantity": 2, "unitPrice": 150000}]}\
      """;

  private static Business sen;

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
  }

  @Test
  void anOrderIsPlacedOncePaidPartlyReturnedAndSeenInItsWorkspaceOnly() {
    var hoa = sen.register("Trần Thị Hoa");
    var once = sen.program().with("Idempotency-Key", "order-1");
    var placed = once.post("/api/v1/orders", ORDER.formatted(hoa));
    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
    assertThat(placed.header("ETag")).isEqualTo("\"v1\"");
    assertThat(once.post("/api/v1/orders", ORDER.formatted(hoa)).header("Location"))
        .isEqualTo(placed.header("Location"));
    var path = "/api/v1/orders/" + placed.json().getString("id");

    var paid = sen.owner().post(path + "/payments", "{\"method\": \"cash\", \"amount\": 300000}");
    assertThat(paid.json().getString("state")).isEqualTo("paid");
    var back =
        sen.owner().post(path + "/returns", "{\"lines\": [{\"position\": 1, \"quantity\": 1}]}");
    assertThat(back.json().getInt("returned")).isEqualTo(150_000);

    assertThat(patch(sen.owner(), path, "{\"note\": \"x\"}").problem())
        .isEqualTo("precondition-required");
    var late = patch(sen.owner().with("If-Match", "\"v1\""), path, "{\"note\": \"x\"}");
    assertThat(late.problem()).isEqualTo("conflict");
    assertThat(late.json().getJsonArray("changedFields").toString()).contains("returned");

    var customer = sen.owner().get("/api/v1/customers/" + hoa).json().getJsonObject("rollups");
    assertThat(customer.getInt("orders")).isEqualTo(1);
    assertThat(customer.getInt("spend")).isEqualTo(150_000);
    var list = sen.owner().get("/api/v1/orders?filter=customerId:eq:" + hoa);
    assertThat(list.json().getJsonArray("items")).hasSize(1);
    assertThat(sen.owner().get(path + "/history").json().getJsonArray("items")).hasSize(3);

    var other = Business.signUp();
    assertThat(other.owner().get(path).problem()).isEqualTo("not-found");
    assertThat(other.owner().get("/api/v1/orders").json().getJsonArray("items")).isEmpty();

    assertThat(sen.owner().send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(
            sen.owner()
                .get("/api/v1/customers/" + hoa)
                .json()
                .getJsonObject("rollups")
                .getInt("orders"))
        .isZero();
    assertThat(sen.owner().post(path + "/restore", "").status()).isEqualTo(200);
  }

  @Test
  void aFileOfOrdersComesInAndGoesOut() {
    var csv = "Mã đơn,Ngày bán,Mã KH,Tên hàng,SL,Đơn giá\nHD-1,05/03/2026,K1,Áo,2,1000\n";
    var uploaded =
        sen.owner()
            .with("Content-Type", "text/csv")
            .post("/api/v1/imports?record=order&fileName=don.csv", csv);
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(201);
    assertThat(uploaded.json().getString("record")).isEqualTo("order");
    var path = "/api/v1/imports/" + uploaded.json().getString("id");
    assertThat(sen.owner().post(path + "/start", "").status()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> sen.owner().get(path).json().getString("state").equals("completed"));
    assertThat(sen.owner().get("/api/v1/orders?number=hd-1").json().getJsonArray("items"))
        .hasSize(1);
    assertThat(sen.owner().get("/api/v1/orders/export?number=hd-1").body()).contains("HD-1,");
  }

  @Test
  void whatAWorkspaceCountsInIsSaid() {
    assertThat(sen.owner().get("/api/v1/settings").body()).contains("\"VND\"");
    var fields = sen.owner().get("/api/v1/fields?record=order").body();
    assertThat(fields).contains("line.unitPrice");
  }

  private static Http.Answer patch(Http client, String path, String body) {
    return client.with("Content-Type", "application/merge-patch+json").send("PATCH", path, body);
  }
}
