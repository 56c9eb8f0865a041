package app.quen.audit.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.audit.SearchTrail;
import app.quen.audit.TrailReport;
import app.quen.audit.VerifyTrail;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A member who works in a test's workspace, and somebody who has got hold of its database. */
final class TrailWorld {

  static final Actor LAN =
      new Actor(
          Actor.Kind.MEMBER, UUID.fromString("0192aaaa-0000-7000-8000-000000000001"), "Chị Lan");

  private final World world;

  TrailWorld(World world) {
    this.world = world;
  }

  <T> T as(Tenant tenant, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, Set.of("*"), work));
  }

  CustomerView register(Tenant tenant, String name) {
    JsonObject json = Json.createObjectBuilder().add("name", name).build();
    return as(
        tenant,
        () -> world.bean(RegisterCustomer.class).register(CustomerDraft.read(json), Source.FORM));
  }

  CustomerView rename(Tenant tenant, CustomerView customer, String name) {
    JsonObject patch = Json.createObjectBuilder().add("name", name).build();
    return as(
        tenant,
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(customer.id(), patch, customer.version(), Source.FORM));
  }

  /** The whole trail, from the beginning on. */
  List<AuditEntry> entries(Tenant tenant) {
    world.bean(SeenQueue.class).flush();
    return search(tenant, AuditQuery.ALL).reversed();
  }

  List<AuditEntry> search(Tenant tenant, AuditQuery query) {
    return as(tenant, () -> world.bean(SearchTrail.class).search(query, null, 10_000).items());
  }

  TrailReport verify(Tenant tenant) {
    return as(tenant, () -> world.bean(VerifyTrail.class).verify());
  }

  /** Without waiting for the thread that does it. */
  void seal(Tenant tenant) {
    world.bean(SeenQueue.class).flush();
    world.in(tenant, () -> world.bean(Sealing.class).sealNow(tenant.id()));
  }

  /** Past Quen, with all rights; {@code $} stands for the trail's schema. */
  static void tamper(Tenant tenant, String... statements) throws SQLException {
    try (var root = EmbeddedDatabase.database().root();
        var statement = root.createStatement()) {
      statement.execute("USE " + tenant.id().schema());
      for (String each : statements) {
        statement.execute(each.replace("$", tenant.id().auditSchema()));
      }
    }
  }
}
