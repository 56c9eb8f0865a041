package app.quen.customer.internal;

import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds what a draft says to what is known: single values win over the known, lists are joined. */
final class Merging {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Merging() {}

  static CustomerDraft draft(CustomerView known, CustomerDraft said) {
    boolean named =
        said.name() != null
            || said.familyName() != null
            || said.middleName() != null
            || said.givenName() != null;
    return new CustomerDraft(
        or(said.kind(), known.kind()),
        named ? said.name() : known.name(),
        named ? said.familyName() : known.familyName(),
        named ? said.middleName() : known.middleName(),
        named ? said.givenName() : known.givenName(),
        or(said.gender(), known.gender()),
        or(said.birthDate(), known.birthDate()),
        or(said.birthPlace(), known.birthPlace()),
        joined(known.interests(), said.interests()),
        or(said.education(), known.education()),
        or(said.occupation(), known.occupation()),
        or(said.incomeBand(), known.incomeBand()),
        or(said.taxCode(), known.taxCode()),
        contacts(known.phones(), said.phones()),
        contacts(known.emails(), said.emails()),
        addresses(known.addresses(), said.addresses()),
        or(said.externalId(), known.externalId()),
        or(said.preferredChannel(), known.preferredChannel()),
        joined(known.tags(), said.tags()),
        or(said.ownerId(), known.ownerId()),
        or(said.stage(), known.stage()),
        values(known.fields(), said.fields()));
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
    return said == null || said instanceof String text && text.isBlank() ? known : said;
  }

  private static List<String> joined(List<String> known, List<String> said) {
    List<String> all = new ArrayList<>(known);
    all.addAll(said);
    return all;
  }

  /** Who was the primary one stays it. */
  private static List<CustomerDraft.Contact> contacts(
      List<CustomerView.Contact> known, List<CustomerDraft.Contact> said) {
    List<CustomerDraft.Contact> all = new ArrayList<>();
    for (CustomerView.Contact contact : known) {
      all.add(new CustomerDraft.Contact(contact.value(), contact.label(), contact.primary()));
    }
    for (CustomerDraft.Contact contact : said) {
      boolean primary = known.isEmpty() && contact.primary();
      all.add(new CustomerDraft.Contact(contact.value(), contact.label(), primary));
    }
    return all;
  }

  private static List<CustomerDraft.Address> addresses(
      List<CustomerView.Address> known, List<CustomerDraft.Address> said) {
    List<CustomerDraft.Address> all = new ArrayList<>();
    for (CustomerView.Address address : known) {
      all.add(
          new CustomerDraft.Address(
              address.line(),
              address.ward(),
              address.district(),
              address.province(),
              address.country(),
              address.postalCode(),
              address.label(),
              address.primary()));
    }
    for (CustomerDraft.Address address : said) {
      all.add(
          new CustomerDraft.Address(
              address.line(),
              address.ward(),
              address.district(),
              address.province(),
              address.country(),
              address.postalCode(),
              address.label(),
              known.isEmpty() && address.primary()));
    }
    return all;
  }

  private static JsonObject values(JsonObject known, JsonObject said) {
    if (said.isEmpty()) {
      return known;
    }
    JsonObjectBuilder json = JSON.createObjectBuilder(known);
    said.forEach(json::add);
    return json.build();
  }
}
