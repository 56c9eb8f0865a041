package app.quen.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.importing.ImportWorld;
import app.quen.interaction.RecordInteraction;
import app.quen.interaction.TrashInteraction;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.timeline.SearchTimeline;
import app.quen.timeline.ShowTimeline;
import app.quen.timeline.TimelineFiles.Attached;
import app.quen.timeline.TimelinePage;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class FilesOnTheTimelineTest {

  @TempDir static Path files;
  private ImportWorld imports;

  @BeforeEach
  void open() {
    imports = ImportWorld.open(files);
  }

  @AfterEach
  void close() {
    imports.close();
  }

  @Test
  void anEntryNamesTheFilesAtItsRecordAndNoOthers() {
    for (Tenant tenant : List.of(imports.world.a(), imports.world.b())) {
      String own = tenant == imports.world.a() ? "của-a" : "của-b";
      CustomerId hoa = customer(tenant);
      UUID call = call(tenant, hoa, "Gọi " + own);
      UUID plain = call(tenant, hoa, "Không kèm gì");
      add(tenant, "customer", hoa.value(), "hồ sơ.txt");
      UUID first = add(tenant, "interaction", call, own + ".txt");
      UUID second = add(tenant, "interaction", call, "a.txt");

      var all = page(tenant, hoa);
      assertThat(all.items()).extracting("id").contains(call, plain);
      assertThat(all.files())
          .containsOnlyKeys(call)
          .containsEntry(
              call, List.of(new Attached(first, own + ".txt"), new Attached(second, "a.txt")));
      var found =
          imports.as(
              tenant,
              () ->
                  imports
                      .world
                      .bean(SearchTimeline.class)
                      .search(hoa, Set.of(), null, null, own, null, 10));
      assertThat(found.files()).containsOnlyKeys(call);

      imports.as(tenant, () -> imports.world.bean(TrashInteraction.class).trash(call, Source.FORM));
      assertThat(page(tenant, hoa).files()).isEmpty();
    }
  }

  private TimelinePage page(Tenant tenant, CustomerId customer) {
    return imports.as(
        tenant,
        () ->
            imports
                .world
                .bean(ShowTimeline.class)
                .show(customer, Set.of("interaction"), null, null, null, 10));
  }

  private CustomerId customer(Tenant tenant) {
    var json = Json.createObjectBuilder().add("name", "Hoa").build();
    return imports.as(
        tenant,
        () ->
            imports
                .world
                .bean(RegisterCustomer.class)
                .register(CustomerDraft.read(json), Source.API)
                .id());
  }

  private UUID call(Tenant tenant, CustomerId customer, String subject) {
    var json =
        Json.createObjectBuilder()
            .add("customerId", customer.value().toString())
            .add("channel", "call")
            .add("subject", subject)
            .build();
    return imports.as(
        tenant, () -> imports.world.bean(RecordInteraction.class).record(json, Source.FORM).id());
  }

  private UUID add(Tenant tenant, String record, UUID id, String name) {
    var content = new ByteArrayInputStream("Bảo hành".getBytes(StandardCharsets.UTF_8));
    return imports.as(
        tenant,
        () ->
            imports
                .world
                .bean(AddAttachment.class)
                .add(record, id, name, content, (sha256, add) -> add.get())
                .id());
  }
}
