package app.quen.customer;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Acting as a member inside a test's tenant. */
final class CustomerTestWorld {

  static final Actor LAN =
      new Actor(
          Actor.Kind.MEMBER, UUID.fromString("0192aaaa-0000-7000-8000-000000000001"), "Chị Lan");

  private CustomerTestWorld() {}

  static <T> T as(World world, Tenant tenant, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, Set.of("*"), work));
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  static CustomerDraft draft(String text) {
    return CustomerDraft.read(json(text));
  }
}
