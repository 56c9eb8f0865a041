package app.quen.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.audit.AuditEntry;
import app.quen.customer.CustomerDraft;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.field.AddField;
import app.quen.field.Fields;
import app.quen.field.SensitiveReads;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SensitiveListTest {

  @Test
  void aListAndAFileThatShowSensitiveValuesAreOneEntryEach() {
    try (World world = World.open()) {
      var trails = new TrailWorld(world);
      var shop = world.another("lists");
      var other = world.another("other");
      for (Tenant each : List.of(shop, other)) {
        field(world, trails, each, "secret", "sensitive");
        field(world, trails, each, "plain", "personal");
      }
      UUID hoa = customer(world, trails, shop, "Hoa", "secret");
      UUID nam = customer(world, trails, shop, "Nam", "plain");
      var secret = Json.createObjectBuilder().add("workspace.secret", "079").build();
      var plain = Json.createObjectBuilder().add("workspace.plain", "trà").build();

      trails.as(
          shop,
          () -> {
            var reads = world.bean(SensitiveReads.class);
            reads.noteList("customer", Map.of(hoa, secret, nam, plain));
            reads.noteList("customer", Map.of(nam, plain));
            reads.noteExport("customer", world.bean(Fields.class).of("customer"));
            return true;
          });

      assertThat(read(trails, shop))
          .containsExactly(
              "{\"fields\":[\"workspace.secret\"],\"count\":1,\"records\":[\"" + hoa + "\"]}",
              "{\"fields\":[\"workspace.secret\"],\"file\":true}");
      assertThat(read(trails, other)).isEmpty();
    }
  }

  private static List<String> read(TrailWorld trails, Tenant tenant) {
    return trails.entries(tenant).stream()
        .filter(entry -> entry.act().equals("SensitiveRead"))
        .map(AuditEntry::changes)
        .toList();
  }

  private static void field(
      World world, TrailWorld trails, Tenant tenant, String key, String sensitivity) {
    trails.as(
        tenant,
        () ->
            world
                .bean(AddField.class)
                .add(
                    "customer",
                    Json.createObjectBuilder()
                        .add("type", "text")
                        .add("key", key)
                        .add("label", key)
                        .add("sensitivity", sensitivity)
                        .build()));
  }

  private static UUID customer(
      World world, TrailWorld trails, Tenant tenant, String name, String field) {
    var json =
        Json.createObjectBuilder()
            .add("name", name)
            .add("fields", Json.createObjectBuilder().add("workspace." + field, "079"))
            .build();
    return trails
        .as(
            tenant,
            () ->
                world.bean(RegisterCustomer.class).register(CustomerDraft.read(json), Source.FORM))
        .id()
        .value();
  }
}
