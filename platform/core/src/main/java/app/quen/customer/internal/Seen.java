package app.quen.customer.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Sight;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Address;
import app.quen.customer.CustomerView.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer without what somebody does not see. What cannot be masked is hidden where it should
 * be.
 */
final class Seen {

  private Seen() {}

  static CustomerView of(CustomerView c, Sight sight) {
    if (sight.whole()) {
      return c;
    }
    return new CustomerView(
        c.id(),
        c.version(),
        c.kind(),
        c.name(),
        c.familyName(),
        c.middleName(),
        c.givenName(),
        only(sight, "gender", c.gender()),
        only(sight, "birthDate", c.birthDate()),
        sight.text("birthPlace", c.birthPlace()),
        sight.reads("interests") ? c.interests() : List.of(),
        only(sight, "education", c.education()),
        sight.text("occupation", c.occupation()),
        only(sight, "incomeBand", c.incomeBand()),
        sight.text("taxCode", c.taxCode()),
        contacts(sight, "phones", c.phones()),
        contacts(sight, "emails", c.emails()),
        addresses(sight, c.addresses()),
        sight.text("externalId", c.externalId()),
        only(sight, "preferredChannel", c.preferredChannel()),
        sight.reads("tags") ? c.tags() : List.of(),
        only(sight, "ownerId", c.ownerId()),
        c.stage(),
        sight.values(c.fields()),
        c.sourceId(),
        c.createdAt(),
        c.createdBy(),
        c.updatedAt(),
        c.updatedBy(),
        c.archivedAt(),
        c.deletedAt(),
        sight.rollups(c.rollups()));
  }

  /** What of a customer a search may look at: what is masked is as good as not there. */
  static CustomerView forSearch(CustomerView c, Sight sight) {
    return new CustomerView(
        c.id(),
        c.version(),
        c.kind(),
        c.name(),
        c.familyName(),
        c.middleName(),
        c.givenName(),
        c.gender(),
        c.birthDate(),
        c.birthPlace(),
        c.interests(),
        c.education(),
        c.occupation(),
        c.incomeBand(),
        only(sight, "taxCode", c.taxCode()),
        sight.reads("phones") ? c.phones() : List.of(),
        sight.reads("emails") ? c.emails() : List.of(),
        c.addresses(),
        only(sight, "externalId", c.externalId()),
        c.preferredChannel(),
        c.tags(),
        c.ownerId(),
        c.stage(),
        c.fields(),
        c.sourceId(),
        c.createdAt(),
        c.createdBy(),
        c.updatedAt(),
        c.updatedBy(),
        c.archivedAt(),
        c.deletedAt(),
        c.rollups());
  }

  private static <T> @Nullable T only(Sight sight, String key, @Nullable T value) {
    return sight.reads(key) ? value : null;
  }

  private static List<Contact> contacts(Sight sight, String key, List<Contact> contacts) {
    return switch (sight.field(key)) {
      case HIDDEN -> List.of();
      // as it was written, it would tell by its spaces what the normal form does not
      case MASKED ->
          contacts.stream()
              .map(
                  contact -> {
                    String masked = String.valueOf(sight.text(key, contact.normal()));
                    return new Contact(masked, masked, contact.label(), contact.primary());
                  })
              .toList();
      case READ, WRITE -> contacts;
    };
  }

  private static List<Address> addresses(Sight sight, List<Address> addresses) {
    FieldAccess access = sight.field("addresses");
    return switch (access) {
      case HIDDEN -> List.of();
      case MASKED ->
          addresses.stream()
              .map(
                  a ->
                      new Address(
                          a.line() == null ? null : "•••••",
                          null,
                          null,
                          a.province(),
                          a.country(),
                          null,
                          a.label(),
                          a.primary(),
                          null))
              .toList();
      case READ, WRITE -> addresses;
    };
  }
}
