package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.cell.Conflicts;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Address;
import app.quen.customer.CustomerView.Contact;
import app.quen.customer.model.Keys;
import app.quen.database.Overtaken;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.StoredValues;
import app.quen.place.AddressUnits;
import app.quen.secret.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of many customers at once. One customer takes the same way, but for its own row,
 * which is an entity; so both ways give the same rows.
 */
@WithoutSight(because = "it only writes")
@ApplicationScoped
public class Writer {

  private static final String[] OWN_ROW = {
    "id",
    "version",
    "kind",
    "name",
    "family_name",
    "middle_name",
    "given_name",
    "name_key",
    "gender",
    "birth_date",
    "birth_place",
    "interests",
    "education",
    "occupation",
    "income_band",
    "tax_code",
    "external_id",
    "external_key",
    "preferred_channel",
    "owner_id",
    "stage",
    "source_id",
    "created_at",
    "created_by_kind",
    "created_by_id",
    "created_by_name",
    "updated_at",
    "updated_by_kind",
    "updated_by_id",
    "updated_by_name",
    "archived",
    "archived_at"
  };

  @Inject Work work;
  @Inject StoredValues values;
  @Inject TermRows terms;

  /** A customer before and after a change; both have the same state of archiving. */
  record Change(CustomerView before, CustomerView after) {}

  void insertOwnRows(Collection<CustomerView> customers) {
    Insert insert = new Insert("customer", OWN_ROW);
    customers.forEach(customer -> insert.add(ownRow(customer)));
    unlessOvertaken(() -> insert.run(work.sql()));
  }

  /**
   * Overwrites own rows; the caller holds their locks. Not by INSERT … ON DUPLICATE KEY UPDATE,
   * which would overwrite another customer with the same external id.
   */
  void updateOwnRows(Collection<CustomerView> customers) {
    if (customers.isEmpty()) {
      return;
    }
    try (var batch =
        work.sql()
            .prepareBatch(
                "UPDATE customer SET " + String.join(" = ?, ", OWN_ROW) + " = ? WHERE id = ?")) {
      for (CustomerView customer : customers) {
        Object[] values = ownRow(customer);
        for (int i = 0; i < values.length; i++) {
          batch.bind(i, new Insert.Value(values[i]));
        }
        batch.bind(values.length, new Insert.Value(values[0])).add();
      }
      unlessOvertaken(batch::execute);
    }
  }

  /**
   * An external id that was free when the batch looked may have gone to another batch since. Run
   * again, this one sees it, and it concerns one row.
   */
  private static void unlessOvertaken(Runnable write) {
    try {
      write.run();
    } catch (RuntimeException e) {
      throw Conflicts.duplicate(e, "customer_external") ? new Overtaken(e) : e;
    }
  }

  private static @Nullable Object[] ownRow(CustomerView customer) {
    Actor creator = customer.createdBy();
    Actor updater = customer.updatedBy();
    return new Object[] {
      customer.id().value(),
      customer.version(),
      customer.kind(),
      customer.name(),
      customer.familyName(),
      customer.middleName(),
      customer.givenName(),
      Keys.ofName(customer),
      customer.gender(),
      customer.birthDate(),
      customer.birthPlace(),
      Keys.jsonArray(customer.interests()),
      customer.education(),
      customer.occupation(),
      customer.incomeBand(),
      customer.taxCode(),
      customer.externalId(),
      Keys.ofExternalId(customer.externalId()),
      customer.preferredChannel(),
      customer.ownerId(),
      customer.stage(),
      customer.sourceId(),
      Utc.of(customer.createdAt()),
      creator.kind().name(),
      creator.id(),
      creator.name(),
      Utc.of(customer.updatedAt()),
      updater.kind().name(),
      updater.id(),
      updater.name(),
      customer.archivedAt() != null,
      customer.archivedAt() == null ? null : Utc.of(customer.archivedAt())
    };
  }

  /** Contacts, addresses, tags, plugins' values and search terms of new customers. */
  void insertParts(Collection<CustomerView> customers, Catalogue catalogue) {
    Handle sql = work.sql();
    insertContacts(sql, customers);
    insertAddresses(sql, customers);
    insertTags(sql, customers);
    Insert ext = new Insert("customer_ext", "customer_id", "field_values");
    List<CustomerView> valued = customers.stream().filter(c -> !c.fields().isEmpty()).toList();
    List<JsonObject> kept =
        values.kept("customer", catalogue, valued.stream().map(c -> sealing(c, null)).toList());
    for (int i = 0; i < valued.size(); i++) {
      ext.add(valued.get(i).id().value(), kept.get(i).toString());
    }
    ext.run(sql);
    terms.insert(customers);
  }

  /**
   * Brings the parts of changed customers to their new content.
   *
   * @param stored all values of fields, as stored; those that nobody sees stay
   */
  void updateParts(Collection<Change> changes, Map<UUID, JsonObject> stored, Catalogue catalogue) {
    Handle sql = work.sql();
    insertContacts(
        sql,
        cleared(
            sql,
            changes,
            c ->
                !c.before.phones().equals(c.after.phones())
                    || !c.before.emails().equals(c.after.emails()),
            "customer_identifier"));
    insertAddresses(
        sql,
        cleared(
            sql,
            changes,
            c -> !c.before.addresses().equals(c.after.addresses()),
            "customer_address"));
    insertTags(
        sql, cleared(sql, changes, c -> !c.before.tags().equals(c.after.tags()), "customer_tag"));
    Insert ext =
        Insert.orUpdate(
            "field_values = VALUES(field_values)", "customer_ext", "customer_id", "field_values");
    List<CustomerView> valued =
        changes.stream()
            .filter(change -> !change.before.fields().equals(change.after.fields()))
            .map(Change::after)
            .toList();
    List<JsonObject> kept =
        values.kept(
            "customer",
            catalogue,
            valued.stream().map(c -> sealing(c, stored.get(c.id().value()))).toList());
    for (int i = 0; i < valued.size(); i++) {
      ext.add(valued.get(i).id().value(), kept.get(i).toString());
    }
    ext.run(sql);
    terms.update(changes);
  }

  private static Sealing sealing(CustomerView customer, @Nullable JsonObject stored) {
    UUID id = customer.id().value();
    return new Sealing(id, id, stored, customer.fields());
  }

  private static void insertContacts(Handle sql, Collection<CustomerView> customers) {
    Insert insert =
        new Insert(
            "customer_identifier",
            "customer_id",
            "kind",
            "position",
            "written",
            "normal",
            "label",
            "is_primary");
    for (CustomerView customer : customers) {
      addContacts(insert, customer.id().value(), "email", customer.emails());
      addContacts(insert, customer.id().value(), "phone", customer.phones());
    }
    insert.run(sql);
  }

  private static void addContacts(Insert insert, UUID id, String kind, List<Contact> contacts) {
    for (int i = 0; i < contacts.size(); i++) {
      Contact contact = contacts.get(i);
      insert.add(
          id, kind, i, contact.value(), contact.normal(), contact.label(), contact.primary());
    }
  }

  private static void insertAddresses(Handle sql, Collection<CustomerView> customers) {
    Insert insert =
        new Insert(
            "customer_address",
            "customer_id",
            "position",
            "line",
            "ward",
            "district",
            "province",
            "country",
            "postal_code",
            "label",
            "is_primary",
            "province_code",
            "ward_code",
            "former_province",
            "former_district",
            "former_ward");
    for (CustomerView customer : customers) {
      for (int i = 0; i < customer.addresses().size(); i++) {
        Address address = customer.addresses().get(i);
        AddressUnits units = address.units();
        insert.add(
            customer.id().value(),
            i,
            address.line(),
            address.ward(),
            address.district(),
            address.province(),
            address.country(),
            address.postalCode(),
            address.label(),
            address.primary(),
            units == null ? null : units.province(),
            units == null ? null : units.ward(),
            units == null ? null : units.formerProvince(),
            units == null ? null : units.formerDistrict(),
            units == null ? null : units.formerWard());
      }
    }
    insert.run(sql);
  }

  private static void insertTags(Handle sql, Collection<CustomerView> customers) {
    Insert insert = new Insert("customer_tag", "customer_id", "tag_key", "tag");
    for (CustomerView customer : customers) {
      for (String tag : customer.tags()) {
        insert.add(customer.id().value(), Keys.ofTag(tag), tag);
      }
    }
    insert.run(sql);
  }

  /** Deletes the rows of those that changed, and gives them as they are to be written. */
  private static List<CustomerView> cleared(
      Handle sql, Collection<Change> changes, Predicate<Change> changed, String table) {
    List<CustomerView> customers = changes.stream().filter(changed).map(Change::after).toList();
    if (!customers.isEmpty()) {
      sql.createUpdate("DELETE FROM " + table + " WHERE customer_id IN (<ids>)")
          .bindList("ids", customers.stream().map(c -> c.id().value()).toList())
          .execute();
    }
    return customers;
  }
}
