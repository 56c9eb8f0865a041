package app.quen.record;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.Source;
import app.quen.feedback.ReceiveFeedback;
import app.quen.feedback.ReviseFeedback;
import app.quen.interaction.RecordInteraction;
import app.quen.task.PlanTask;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A member at work with records inside a test's tenants. */
public final class RecordWorld implements AutoCloseable {

  public final World world = World.open();
  public final Actor lan = member(world.a(), "lan");

  private Actor member(Tenant tenant, String name) {
    var email = name + UUID.randomUUID() + "@records.example";
    var member = world.member(tenant.id(), email, "Chị " + name, "sales");
    return new Actor(Actor.Kind.MEMBER, member.id(), member.name());
  }

  public <T> T as(Tenant tenant, Callable<T> work) {
    return as(tenant, Set.of("*"), work);
  }

  public <T> T as(Tenant tenant, Set<String> permissions, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(lan, permissions, work));
  }

  public <T> T here(Callable<T> work) {
    return as(world.a(), work);
  }

  public <T> T bean(Class<T> type) {
    return world.bean(type);
  }

  public static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  public CustomerId customer(String name) {
    var draft = CustomerDraft.read(Json.createObjectBuilder().add("name", name).build());
    return here(() -> bean(RegisterCustomer.class).register(draft, Source.FORM)).id();
  }

  private static JsonObject of(CustomerId customer, String record) {
    return Json.createObjectBuilder(json(record)).add("customerId", customer.toString()).build();
  }

  public RecordView interaction(CustomerId customer, String record) {
    return here(() -> bean(RecordInteraction.class).record(of(customer, record), Source.FORM));
  }

  public RecordView feedback(CustomerId customer, String record) {
    return here(() -> bean(ReceiveFeedback.class).receive(of(customer, record), Source.FORM));
  }

  public RecordView task(CustomerId customer, String record) {
    return here(() -> bean(PlanTask.class).plan(of(customer, record), Source.FORM));
  }

  public RecordView revise(RecordView feedback, String patch) {
    return here(
        () ->
            bean(ReviseFeedback.class)
                .revise(feedback.id(), json(patch), feedback.version(), Source.FORM));
  }

  public static List<String> ids(RecordPage page) {
    return page.items().stream().map(RecordView::id).map(UUID::toString).toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
