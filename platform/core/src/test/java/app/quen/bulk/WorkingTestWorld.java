package app.quen.bulk;

import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.importing.ImportView;
import app.quen.importing.ImportWorld;
import app.quen.tenant.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk edits and undoings as a member of a workspace does them. */
final class WorkingTestWorld implements AutoCloseable {

  final ImportWorld imports;
  final Tenant a;
  final Tenant b;

  WorkingTestWorld(Path files) {
    imports = ImportWorld.open(files);
    a = imports.world.a();
    b = imports.world.b();
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  CustomerView register(Tenant tenant, String text) {
    return imports.as(
        tenant,
        () ->
            imports
                .world
                .bean(RegisterCustomer.class)
                .register(CustomerDraft.read(json(text)), Source.API));
  }

  CustomerView show(Tenant tenant, CustomerId id) {
    return imports.as(tenant, () -> imports.world.bean(ShowCustomer.class).show(id));
  }

  CustomerView revise(Tenant tenant, CustomerId id, String patch) {
    int version = show(tenant, id).version();
    return imports.as(
        tenant,
        () ->
            imports.world.bean(ReviseCustomer.class).revise(id, json(patch), version, Source.FORM));
  }

  BulkView preview(Tenant tenant, @Nullable String query, List<UUID> ids, String change) {
    return preview(
        tenant,
        new PreviewBulk.Plan(
            "customer",
            query == null ? null : json(query),
            ids,
            json(change),
            List.of(),
            List.of()));
  }

  BulkView preview(Tenant tenant, PreviewBulk.Plan plan) {
    return imports.as(tenant, () -> imports.world.bean(PreviewBulk.class).preview(plan));
  }

  BulkView start(Tenant tenant, BulkView run) {
    imports.as(tenant, () -> imports.world.bean(StartBulk.class).start(run.id()));
    return ended(tenant, run.id());
  }

  BulkView undo(Tenant tenant, BulkView run) {
    BulkView undoing = imports.as(tenant, () -> imports.world.bean(UndoBulk.class).undo(run.id()));
    return ended(tenant, undoing.id());
  }

  BulkView undoImport(Tenant tenant, UUID id) {
    BulkView undoing = imports.as(tenant, () -> imports.world.bean(UndoImport.class).undo(id));
    return ended(tenant, undoing.id());
  }

  BulkView shown(Tenant tenant, UUID id) {
    return imports.as(tenant, () -> imports.world.bean(ShowBulk.class).show(id));
  }

  BulkView ended(Tenant tenant, UUID id) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(30))
        .until(() -> shown(tenant, id), run -> !run.state().equals("running"));
  }

  List<BulkView.Note> notes(Tenant tenant, UUID id) {
    return imports.as(
        tenant, () -> imports.world.bean(ListNotes.class).list(id, null, 200).items());
  }

  ImportView imported(Tenant tenant, String csv) {
    ImportView uploaded = imports.upload(tenant, csv);
    return imports.finish(tenant, uploaded.id());
  }

  @Override
  public void close() {
    imports.close();
  }
}
