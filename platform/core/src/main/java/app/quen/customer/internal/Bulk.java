package app.quen.customer.internal;

import app.quen.customer.ChangeManyCustomers.Wish;
import app.quen.customer.CheckManyChanges.Checked;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.CustomerView;
import app.quen.customer.MadeRecords.Taken;
import app.quen.customer.Source;
import app.quen.customer.UndoChanges.Kept;
import app.quen.customer.UndoChanges.Undone;
import app.quen.customer.internal.Batch.Tried;
import app.quen.customer.internal.Batch.Wanted;
import app.quen.customer.internal.Changes.Values;
import app.quen.customer.internal.RunChanges.Done;
import app.quen.customer.model.Keys;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One change for many customers, and the way back from what a run did. */
@ApplicationScoped
public class Bulk {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** These make up one name: it goes back as a whole or not at all. */
  private static final Set<String> OF_NAME =
      Set.of("kind", "name", "familyName", "middleName", "givenName");

  @Inject Batch batch;
  @Inject Rows rows;
  @Inject Trash trash;
  @Inject RunChanges runChanges;
  @Inject RunRecords records;
  @Inject SeenCustomers seen;

  public List<CustomerOutcome> change(List<Wish> wishes, Source source) {
    return batch.become(wishes.stream().map(Bulk::wanted).toList(), owners(wishes), source);
  }

  public List<Checked> check(List<Wish> wishes) {
    List<Tried> tried = batch.tried(wishes.stream().map(Bulk::wanted).toList(), owners(wishes));
    List<Checked> checked = new ArrayList<>(tried.size());
    for (int i = 0; i < tried.size(); i++) {
      CustomerView before = tried.get(i).before();
      CustomerView after = tried.get(i).after();
      checked.add(
          new Checked(
              wishes.get(i).id(),
              before == null ? null : before.name(),
              before == null || after == null
                  ? JsonValue.EMPTY_JSON_ARRAY
                  : seen.sight().changes(Changes.between(before, after)),
              tried.get(i).outcome().problems()));
    }
    return checked;
  }

  private static Set<UUID> owners(Collection<Wish> wishes) {
    Set<UUID> owners = new HashSet<>();
    for (Wish wish : wishes) {
      if (wish.patch().get("ownerId") instanceof JsonString owner) {
        try {
          owners.add(UUID.fromString(owner.getString()));
        } catch (IllegalArgumentException e) {
          // said when the customer is read
        }
      }
    }
    return owners;
  }

  private static Wanted wanted(Wish wish) {
    Set<String> keys = SeenCustomers.keys(wish.patch());
    if (!wish.addTags().isEmpty() || !wish.removeTags().isEmpty()) {
      keys.add("tags");
    }
    return new Wanted(
        wish.id(),
        keys,
        known -> {
          JsonObject content = Registration.patched(CustomerShape.content(known), wish.patch());
          return CustomerShape.read(
              wish.addTags().isEmpty() && wish.removeTags().isEmpty()
                  ? content
                  : JSON.createObjectBuilder(content).add("tags", tags(content, wish)).build());
        });
  }

  private static JsonArrayBuilder tags(JsonObject content, Wish wish) {
    Set<String> gone = wish.removeTags().stream().map(Keys::ofTag).collect(Collectors.toSet());
    JsonArrayBuilder tags = JSON.createArrayBuilder();
    if (content.get("tags") instanceof JsonArray known) {
      for (JsonValue tag : known) {
        if (!(tag instanceof JsonString text) || !gone.contains(Keys.ofTag(text.getString()))) {
          tags.add(tag);
        }
      }
    }
    wish.addTags().forEach(tags::add);
    return tags;
  }

  public Undone undo(UUID run, @Nullable UUID after, int limit, Source source) {
    List<Done> part = runChanges.next(run, after, limit);
    if (part.isEmpty()) {
      return new Undone(0, 0, 0, List.of(), null);
    }
    Map<Boolean, List<Done>> parts =
        part.stream().collect(Collectors.partitioningBy(RunRecords.Mark::is));
    Taken taken = records.takeBack(parts.get(true), source);
    // locked first: what is compared must be what is changed
    Map<UUID, CustomerView> now = locked(parts.get(false));
    List<Kept> kept = new ArrayList<>(taken.kept());
    Set<UUID> undone = new LinkedHashSet<>(taken.away());
    Set<UUID> toTrash = new LinkedHashSet<>();
    Map<UUID, Map<String, Values>> back = new LinkedHashMap<>();
    for (Done done : parts.get(false)) {
      CustomerView customer = now.get(done.customer());
      if (customer == null || customer.deletedAt() != null) {
        if (done.made() == null && customer != null) {
          kept.add(new Kept(new CustomerId(done.customer()), customer.name(), "*", inTrash()));
        } else {
          undone.add(done.customer());
        }
      } else if (done.made() == null) {
        Map<String, Values> changes = unchangedSince(customer, done, kept);
        if (!changes.isEmpty()) {
          back.put(done.customer(), changes);
        }
      } else if (runChanges.isAsMade(done.made(), customer)) {
        toTrash.add(done.customer());
      } else {
        kept.add(new Kept(customer.id(), customer.name(), "*", changedSince()));
      }
    }
    int trashed = taken.trashed() + trash.put(toTrash, source);
    undone.addAll(toTrash);
    int restored = goBack(back, now, kept, undone, source);
    runChanges.undone(run, undone);
    return new Undone(part.size(), restored, trashed, List.copyOf(kept), part.getLast().customer());
  }

  private Map<UUID, CustomerView> locked(List<Done> part) {
    Map<UUID, CustomerView> found = new HashMap<>();
    if (part.isEmpty()) {
      return found;
    }
    List<UUID> ids = part.stream().map(Done::customer).toList();
    rows.lock(ids);
    rows.read(ids).forEach(customer -> found.put(customer.id().value(), customer));
    return seen.changeable(found);
  }

  /** The changes to take back; the others are kept, because they are not as the run left them. */
  private static Map<String, Values> unchangedSince(
      CustomerView customer, Done done, List<Kept> kept) {
    Map<String, JsonValue> flat = Changes.flat(customer);
    boolean nameStays = false;
    Map<String, Values> back = new LinkedHashMap<>();
    for (var change : done.changes().entrySet()) {
      if (RunChanges.value(flat, change.getKey()).equals(change.getValue().after())) {
        back.put(change.getKey(), change.getValue());
      } else if (OF_NAME.contains(change.getKey())) {
        nameStays = true;
      } else {
        kept.add(new Kept(customer.id(), customer.name(), change.getKey(), changedSince()));
      }
    }
    if (nameStays) {
      back.keySet().removeAll(OF_NAME);
      kept.add(new Kept(customer.id(), customer.name(), "name", changedSince()));
    }
    return back;
  }

  private int goBack(
      Map<UUID, Map<String, Values>> back,
      Map<UUID, CustomerView> now,
      List<Kept> kept,
      Set<UUID> undone,
      Source source) {
    int restored = 0;
    Map<UUID, Map<String, Values>> left = new LinkedHashMap<>(back);
    // what does not fit stays; the other values of the same customer go back in a second turn
    while (!left.isEmpty()) {
      List<UUID> ids = List.copyOf(left.keySet());
      Set<UUID> owners = new HashSet<>();
      List<Wanted> wanted = new ArrayList<>();
      for (UUID id : ids) {
        Map<String, Values> changes = left.get(id);
        Values owner = changes.get("ownerId");
        if (owner != null && owner.before() instanceof JsonString text) {
          owners.add(UUID.fromString(text.getString()));
        }
        wanted.add(
            new Wanted(
                new CustomerId(id),
                changes.keySet(),
                known -> CustomerShape.read(former(CustomerShape.content(known), changes))));
      }
      List<CustomerOutcome> outcomes = batch.become(wanted, owners, source);
      Map<UUID, Map<String, Values>> again = new LinkedHashMap<>();
      for (int i = 0; i < ids.size(); i++) {
        UUID id = ids.get(i);
        if (!outcomes.get(i).refused()) {
          restored++;
          undone.add(id);
          continue;
        }
        CustomerView customer = now.get(id);
        Map<String, Values> rest = new LinkedHashMap<>(left.get(id));
        boolean fewer = false;
        for (Problem problem : outcomes.get(i).problems()) {
          String field = problem.field().replaceFirst("\\[.*", "");
          boolean known =
              OF_NAME.contains(field)
                  ? rest.keySet().removeAll(OF_NAME)
                  : rest.remove(field) != null;
          if (known) {
            fewer = true;
            kept.add(new Kept(customer.id(), customer.name(), field, problem));
          }
        }
        if (fewer && !rest.isEmpty()) {
          again.put(id, rest);
        } else if (!fewer) {
          kept.add(
              new Kept(customer.id(), customer.name(), "*", outcomes.get(i).problems().getFirst()));
        }
      }
      left = again;
    }
    return restored;
  }

  private static JsonObject former(JsonObject content, Map<String, Values> changes) {
    JsonObjectBuilder json = JSON.createObjectBuilder(content);
    JsonObjectBuilder fields = JSON.createObjectBuilder(content.getJsonObject("fields"));
    changes.forEach(
        (field, values) -> {
          boolean own = CustomerShape.isOwn(field);
          JsonObjectBuilder target = own ? json : fields;
          if (values.before() == JsonValue.NULL) {
            target.remove(field);
          } else {
            target.add(field, values.before());
          }
        });
    return json.add("fields", fields).build();
  }

  static Problem changedSince() {
    return new Problem(
        "*",
        "changed-since",
        new Text("Đã được sửa sau đó, nên giữ nguyên.", "Changed since, so it stays as it is."));
  }

  private static Problem inTrash() {
    return new Problem("*", "in-trash", new Text("Đang ở trong thùng rác.", "It is in the trash."));
  }
}
