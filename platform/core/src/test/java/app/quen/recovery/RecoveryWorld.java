package app.quen.recovery;

import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.SearchTrail;
import app.quen.bulk.BulkView;
import app.quen.bulk.PreviewBulk;
import app.quen.bulk.ShowBulk;
import app.quen.bulk.StartBulk;
import app.quen.bulk.UndoBulk;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.field.AddField;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A member who edits customers, one or many, and takes back what was done. */
final class RecoveryWorld {

  static final Actor LAN = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Chị Lan");

  final World world;

  RecoveryWorld(World world) {
    this.world = world;
  }

  <T> T as(Tenant tenant, Set<String> permissions, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, permissions, work));
  }

  <T> T as(Tenant tenant, Callable<T> work) {
    return as(tenant, Set.of("*"), work);
  }

  Tenant shop(String name) {
    Tenant shop = world.another(name);
    as(
        shop,
        () ->
            world
                .bean(AddField.class)
                .add(
                    "customer",
                    Ledger.json("{\"type\":\"text\",\"key\":\"note\",\"label\":\"Ghi chú\"}")));
    return shop;
  }

  CustomerView register(Tenant tenant, String name) {
    return as(
        tenant,
        () ->
            world
                .bean(RegisterCustomer.class)
                .register(
                    CustomerDraft.read(Ledger.json("{\"name\":\"" + name + "\"}")), Source.FORM));
  }

  CustomerView show(Tenant tenant, CustomerId id) {
    return as(tenant, () -> world.bean(ShowCustomer.class).show(id));
  }

  CustomerView revise(Tenant tenant, CustomerId id, String patch) {
    int version = show(tenant, id).version();
    return as(
        tenant,
        () ->
            world.bean(ReviseCustomer.class).revise(id, Ledger.json(patch), version, Source.FORM));
  }

  Recovered recover(Tenant tenant, CustomerId id, long entry, Set<String> fields) {
    int version = show(tenant, id).version();
    return as(
        tenant,
        () ->
            world
                .bean(RecoverValues.class)
                .recover(entry, fields, version, "khách nhờ", Source.FORM));
  }

  BulkView bulk(Tenant tenant, List<UUID> ids, String change) {
    BulkView preview =
        as(
            tenant,
            () ->
                world
                    .bean(PreviewBulk.class)
                    .preview(
                        new PreviewBulk.Plan(
                            "customer", null, ids, Ledger.json(change), List.of(), List.of())));
    as(tenant, () -> world.bean(StartBulk.class).start(preview.id()));
    return ended(tenant, preview.id());
  }

  BulkView undo(Tenant tenant, BulkView run) {
    BulkView undoing = as(tenant, () -> world.bean(UndoBulk.class).undo(run.id()));
    return ended(tenant, undoing.id());
  }

  private BulkView ended(Tenant tenant, UUID id) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(30))
        .until(
            () -> as(tenant, () -> world.bean(ShowBulk.class).show(id)),
            run -> !run.state().equals("running"));
  }

  /** From the beginning on. */
  List<AuditEntry> trail(Tenant tenant) {
    return as(
            tenant,
            () -> world.bean(SearchTrail.class).search(AuditQuery.ALL, null, 10_000).items())
        .reversed();
  }
}
