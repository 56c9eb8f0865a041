package app.quen.order;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Selling as a member inside a test's tenant. */
public final class OrderTestWorld {

  static final Actor LAN =
      new Actor(
          Actor.Kind.MEMBER, UUID.fromString("0192aaaa-0000-7000-8000-000000000001"), "Chị Lan");

  private OrderTestWorld() {}

  public static <T> T as(World world, Tenant tenant, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, Set.of("*"), work));
  }

  /** With single quotes. */
  public static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  public static CustomerId customer(World world, Tenant tenant, String name) {
    return as(
        world,
        tenant,
        () ->
            world
                .bean(RegisterCustomer.class)
                .register(CustomerDraft.read(json("{'name': '" + name + "'}")), Source.FORM)
                .id());
  }

  public static CustomerView show(World world, Tenant tenant, CustomerId customer) {
    return as(world, tenant, () -> world.bean(ShowCustomer.class).show(customer));
  }

  public static OrderView place(World world, Tenant tenant, String order) {
    return as(
        world,
        tenant,
        () -> world.bean(PlaceOrder.class).place(OrderDraft.read(json(order)), Source.FORM));
  }

  public static OrderView revise(World world, Tenant tenant, OrderView order, String patch) {
    return as(
        world,
        tenant,
        () ->
            world
                .bean(ReviseOrder.class)
                .revise(order.id(), json(patch), order.version(), Source.FORM));
  }

  public static OrderView pay(World world, Tenant tenant, OrderView order, String payment) {
    return as(
        world,
        tenant,
        () ->
            world
                .bean(PayOrder.class)
                .pay(order.id(), OrderDraft.Payment.read(json(payment)), Source.FORM));
  }

  public static OrderView takeBack(World world, Tenant tenant, OrderView order, String goods) {
    return as(
        world,
        tenant,
        () ->
            world
                .bean(TakeBackGoods.class)
                .takeBack(order.id(), OrderDraft.Return.read(json(goods)), Source.FORM));
  }

  public static OrderView trash(World world, Tenant tenant, OrderView order) {
    return as(world, tenant, () -> world.bean(TrashOrder.class).trash(order.id(), Source.FORM));
  }

  public static OrderView restore(World world, Tenant tenant, OrderView order) {
    return as(world, tenant, () -> world.bean(RestoreOrder.class).restore(order.id(), Source.FORM));
  }
}
