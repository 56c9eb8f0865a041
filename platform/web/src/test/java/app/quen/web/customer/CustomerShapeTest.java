package app.quen.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.rollup.Rollup;
import app.quen.setting.WorkspaceSettings;
import app.quen.source.SourceKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The customer is described here and written in the core: both must mean the same. */
class CustomerShapeTest {

  private static final CustomerView BARE =
      new CustomerView(
          new CustomerId(UUID.randomUUID()),
          1,
          "person",
          "Trần Thị Hoa",
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          List.of(new CustomerView.Contact("0912 345 678", "+84912345678", "mobile", true)),
          List.of(),
          List.of(new CustomerView.Address(null, null, null, null, "VN", null, "home", true, null)),
          null,
          null,
          List.of(),
          null,
          "lead",
          JsonValue.EMPTY_JSON_OBJECT,
          SourceKind.MANUAL.standard(),
          Instant.EPOCH,
          Actor.SYSTEM,
          Instant.EPOCH,
          Actor.SYSTEM,
          null,
          null,
          Rollup.NONE.json(WorkspaceSettings.USUAL));

  @Test
  void aCustomerHasAllThePropertiesThatAreDescribedAndNoOther() {
    var json = CustomerJson.of(BARE);

    assertThat(names(CustomerJson.class)).containsAll(BARE.json().keySet());

    assertThat(json.keySet()).containsExactlyInAnyOrderElementsOf(names(CustomerJson.class));
    assertThat(json.getJsonArray("phones").getJsonObject(0).keySet())
        .containsExactlyInAnyOrderElementsOf(names(PhoneJson.class));
    assertThat(json.getJsonArray("addresses").getJsonObject(0).keySet())
        .containsExactlyInAnyOrderElementsOf(names(AddressJson.class));
    JsonObject actor = json.getJsonObject("createdBy");
    assertThat(actor.keySet()).containsExactlyInAnyOrder("kind", "id", "name");
  }

  @Test
  void whatIsDescribedForANewCustomerIsWhatIsRead() {
    assertThat(names(NewCustomerJson.PatchJson.class))
        .containsExactlyInAnyOrderElementsOf(names(CustomerDraft.class));
    // whoever registers may say where the customer comes from; that does not change later
    assertThat(names(NewCustomerJson.class))
        .startsWith(names(NewCustomerJson.PatchJson.class).toArray(String[]::new))
        .hasSize(names(CustomerDraft.class).size() + 1)
        .endsWith("sourceId");
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
