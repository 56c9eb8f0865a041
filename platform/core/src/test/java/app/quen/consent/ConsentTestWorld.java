package app.quen.consent;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import app.quen.text.Text;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Acting inside a test's tenant, with customers and purposes. */
public final class ConsentTestWorld {

  public static final Actor LAN =
      new Actor(
          Actor.Kind.MEMBER, UUID.fromString("0192aaaa-0000-7000-8000-000000000001"), "Chị Lan");

  private ConsentTestWorld() {}

  public static <T> T as(World world, Tenant tenant, Callable<T> work) {
    return as(world, tenant, LAN, "*", work);
  }

  public static <T> T as(
      World world, Tenant tenant, Actor actor, String permission, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(actor, Set.of(permission), work));
  }

  public static CustomerView register(World world, Tenant tenant, String json, Source source) {
    return as(
        world,
        tenant,
        () -> world.bean(RegisterCustomer.class).register(CustomerDraft.read(json(json)), source));
  }

  public static CustomerId customer(World world, Tenant tenant, String name) {
    return register(world, tenant, "{'name': '" + name + "'}", Source.FORM).id();
  }

  public static Purpose purpose(World world, Tenant tenant, String key, List<String> channels) {
    return as(
        world,
        tenant,
        () ->
            world
                .bean(DeclarePurpose.class)
                .declare(
                    new PurposeDraft(
                        key,
                        new Text("Mục đích " + key, "Purpose " + key),
                        channels,
                        null,
                        text(1))));
  }

  static Text text(int version) {
    return new Text("Tôi đồng ý, bản " + version + ".", "I agree, version " + version + ".");
  }

  public static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }
}
