package app.quen.field;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerView;
import app.quen.customer.FindCustomers;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/** A shop that makes fields and has customers. JSON is written with ' for ". */
final class FieldWorld {

  private static final Actor LAN =
      new Actor(
          Actor.Kind.MEMBER, UUID.fromString("0192aaaa-0000-7000-8000-000000000001"), "Chị Lan");

  final World world;

  FieldWorld(World world) {
    this.world = world;
  }

  <T> T in(Tenant tenant, Callable<T> work) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, Set.of("*"), work));
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  FieldState add(Tenant tenant, String form) {
    return in(tenant, () -> world.bean(AddField.class).add("customer", json(form)));
  }

  FieldState field(Tenant tenant, String key) {
    return in(tenant, () -> world.bean(ShowField.class).show("customer", key));
  }

  FieldState revise(Tenant tenant, String key, String patch) {
    int version = field(tenant, key).version();
    return in(
        tenant, () -> world.bean(ReviseField.class).revise("customer", key, json(patch), version));
  }

  FieldState retire(Tenant tenant, String key) {
    return in(tenant, () -> world.bean(RetireField.class).retire("customer", key));
  }

  FieldState restore(Tenant tenant, String key) {
    return in(tenant, () -> world.bean(RestoreField.class).restore("customer", key));
  }

  FieldState convert(Tenant tenant, String key, String form, boolean preview) {
    return in(
        tenant, () -> world.bean(ConvertField.class).convert("customer", key, json(form), preview));
  }

  List<String> keys(Tenant tenant, boolean retired) {
    return in(
        tenant,
        () ->
            world.bean(ListFields.class).list("customer", retired).stream()
                .filter(state -> !state.field().isCore())
                .map(state -> state.field().key())
                .toList());
  }

  CustomerView register(Tenant tenant, String customer) {
    return in(
        tenant,
        () ->
            world
                .bean(RegisterCustomer.class)
                .register(CustomerDraft.read(json(customer)), Source.FORM));
  }

  List<CustomerOutcome> registerMany(Tenant tenant, String... customers) {
    return in(
        tenant,
        () ->
            world
                .bean(RegisterManyCustomers.class)
                .register(
                    Arrays.stream(customers).map(c -> CustomerDraft.read(json(c))).toList(),
                    Source.API));
  }

  /**
   * The field {@code workspace.card}, and so many customers who each have a value in it.
   *
   * @param more of the field, beginning with a comma; empty for a searchable text and no more
   */
  List<CustomerOutcome> cards(Tenant tenant, int customers, String more) {
    add(
        tenant,
        "{'type': 'text', 'label': 'Thẻ', 'key': 'card', 'searchable': true%s}".formatted(more));
    List<CustomerOutcome> made =
        registerMany(
            tenant,
            IntStream.range(0, customers)
                .mapToObj(
                    i -> "{'name': 'K%d', 'fields': {'workspace.card': 'C-%d'}}".formatted(i, i))
                .toArray(String[]::new));
    assertThat(made).noneMatch(CustomerOutcome::refused);
    return made;
  }

  CustomerView revise(Tenant tenant, CustomerView customer, String patch) {
    return in(
        tenant,
        () ->
            world
                .bean(ReviseCustomer.class)
                .revise(customer.id(), json(patch), customer.version(), Source.FORM));
  }

  CustomerView show(Tenant tenant, CustomerView customer) {
    return in(tenant, () -> world.bean(ShowCustomer.class).show(customer.id()));
  }

  List<String> found(Tenant tenant, String... filters) {
    return in(
        tenant,
        () ->
            world
                .bean(FindCustomers.class)
                .find(CustomerQuery.read(null, List.of(filters), null, false), null, 200)
                .items()
                .stream()
                .map(CustomerView::name)
                .toList());
  }

  /** The codes of what is refused, each after its field. */
  static List<String> refused(Callable<?> work) {
    try {
      work.call();
    } catch (Invalid e) {
      return codes(e.problems());
    } catch (Exception e) {
      throw new AssertionError("not refused for what does not fit", e);
    }
    return Assertions.fail("nothing was refused");
  }

  static List<String> codes(List<Problem> problems) {
    return problems.stream().map(problem -> problem.field() + " " + problem.code()).toList();
  }
}
