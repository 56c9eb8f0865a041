package app.quen.customer.internal;

import app.quen.customer.CustomerDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about what somebody wrote. */
final class Drafts {

  private Drafts() {}

  /** The core's fields that a draft says something about. */
  static List<String> said(CustomerDraft d) {
    List<String> keys = new ArrayList<>();
    add(keys, "kind", d.kind());
    add(keys, "name", d.name());
    add(keys, "familyName", d.familyName());
    add(keys, "middleName", d.middleName());
    add(keys, "givenName", d.givenName());
    add(keys, "gender", d.gender());
    add(keys, "birthDate", d.birthDate());
    add(keys, "birthPlace", d.birthPlace());
    add(keys, "interests", d.interests());
    add(keys, "education", d.education());
    add(keys, "occupation", d.occupation());
    add(keys, "incomeBand", d.incomeBand());
    add(keys, "taxCode", d.taxCode());
    add(keys, "phones", d.phones());
    add(keys, "emails", d.emails());
    add(keys, "addresses", d.addresses());
    add(keys, "externalId", d.externalId());
    add(keys, "preferredChannel", d.preferredChannel());
    add(keys, "tags", d.tags());
    add(keys, "ownerId", d.ownerId());
    add(keys, "stage", d.stage());
    return keys;
  }

  private static void add(List<String> keys, String key, @Nullable Object said) {
    if (said != null && !(said instanceof Collection<?> many && many.isEmpty())) {
      keys.add(key);
    }
  }

  static CustomerDraft ownedBy(CustomerDraft d, UUID owner) {
    return new CustomerDraft(
        d.kind(),
        d.name(),
        d.familyName(),
        d.middleName(),
        d.givenName(),
        d.gender(),
        d.birthDate(),
        d.birthPlace(),
        d.interests(),
        d.education(),
        d.occupation(),
        d.incomeBand(),
        d.taxCode(),
        d.phones(),
        d.emails(),
        d.addresses(),
        d.externalId(),
        d.preferredChannel(),
        d.tags(),
        owner,
        d.stage(),
        d.fields());
  }
}
