package app.quen.customer.internal;

import app.quen.customer.Conflict;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import app.quen.customer.internal.Rules.Checked;
import app.quen.customer.internal.Rules.Frame;
import app.quen.customer.model.Customer;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what people write about one customer to a changed store. */
@ApplicationScoped
public class Registration {

  private static final Set<String> PARTS_OF_NAME = Set.of("familyName", "middleName", "givenName");

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Customers customers;
  @Inject Fields fields;
  @Inject Owners owners;
  @Inject Origins origins;
  @Inject SeenCustomers seen;

  public CustomerView register(CustomerDraft written, Source from) {
    Customers.refuse(seen.against(SeenCustomers.keys(written)));
    CustomerDraft draft = seen.owned(written);
    Catalogue catalogue = fields.forWriting("customer");
    Source source = origins.of(from);
    Frame frame =
        Frame.ofNew(Customers.newId(), origins.id(source), customers.actor(), Customers.now());
    Checked checked = Rules.check(draft, frame, catalogue, null);
    Customers.refuse(withOwner(checked, draft, null));
    return seen.seen(customers.add(checked.customer(), catalogue, source));
  }

  /**
   * @throws Conflict if it is not at the expected version
   */
  public CustomerView revise(CustomerId id, JsonObject patch, int expectedVersion, Source from) {
    Catalogue catalogue = fields.forWriting("customer");
    Customer entity = customers.lock(id);
    CustomerView before = customers.showInUse(id);
    if (before.version() != expectedVersion) {
      throw seen.seen(customers.conflict(before, expectedVersion));
    }
    // by what is asked for, not by what would change: that would tell what is there
    Customers.refuse(seen.against(SeenCustomers.keys(patch)));
    CustomerDraft draft = CustomerShape.read(patched(CustomerShape.content(before), patch));
    Checked checked = Rules.check(draft, next(before), catalogue, before);
    Customers.refuse(withOwner(checked, draft, before.ownerId()));
    return seen.seen(
        customers.change(entity, before, checked.customer(), catalogue, origins.of(from)));
  }

  private List<Problem> withOwner(
      Checked checked, CustomerDraft draft, @Nullable UUID ownerBefore) {
    UUID owner = checked.customer().ownerId();
    // who looks after the customer already needs no look-up
    if (Objects.equals(owner, ownerBefore)
        || Owners.fits(owners.strangers(List.of(draft)), owner, ownerBefore)) {
      return checked.problems();
    }
    List<Problem> problems = new ArrayList<>(checked.problems());
    problems.add(Owners.unknown());
    return problems;
  }

  /** The same customer, changed now by who is acting. */
  Frame next(CustomerView before) {
    return new Frame(
        before.id(),
        before.version() + 1,
        before.sourceId(),
        before.createdAt(),
        before.createdBy(),
        Customers.now(),
        customers.actor(),
        before.archivedAt());
  }

  /** A new name is split anew, new parts make a new name, unless the patch says both. */
  static JsonObject patched(JsonObject content, JsonObject patch) {
    JsonObjectBuilder target = JSON.createObjectBuilder(content);
    boolean parts = patch.keySet().stream().anyMatch(PARTS_OF_NAME::contains);
    boolean newName = patch.containsKey("name") && !patch.get("name").equals(content.get("name"));
    if (newName && !parts) {
      PARTS_OF_NAME.forEach(target::remove);
    } else if (parts && !newName) {
      target.remove("name");
    }
    JsonObject base = target.build();
    JsonObject change = parts && !newName && patch.containsKey("name") ? without(patch) : patch;
    JsonValue result = JSON.createMergePatch(change).apply(base);
    return result.asJsonObject();
  }

  /** Without a name that is the old one: the new parts say more. */
  private static JsonObject without(JsonObject patch) {
    return JSON.createObjectBuilder(patch).remove("name").build();
  }
}
