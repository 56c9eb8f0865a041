package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Contact;
import app.quen.customer.model.EmailAddress;
import app.quen.customer.model.Keys;
import app.quen.customer.model.PhoneNumber;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.PersonName;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer must be like, and the normal form of what people wrote. The plugins' checks and
 * what only the database knows (a taken external id) come after.
 */
final class Rules {

  static final int MAX_NAME = 200;
  static final int MAX_OF_A_KIND = 20;
  static final int MAX_TAGS = 50;
  static final int MAX_TAG = 60;

  private static final Set<String> LABELS = Set.of("mobile", "home", "work", "other");

  /** The day that it is for most who write birth dates here. */
  private static final ZoneId HOME = ZoneId.of("Asia/Ho_Chi_Minh");

  private Rules() {}

  /** What the system knows of a customer that is being written. */
  record Frame(
      CustomerId id,
      int version,
      Instant createdAt,
      Actor createdBy,
      Instant updatedAt,
      Actor updatedBy,
      @Nullable Instant archivedAt) {

    static Frame ofNew(CustomerId id, Actor actor, Instant now) {
      return new Frame(id, 1, now, actor, now, actor, null);
    }
  }

  /** The customer in its normal form; only to be used if there are no problems. */
  record Checked(CustomerView customer, List<Problem> problems) {}

  /**
   * @param before as it was; a plugin's required field may stay empty where it was, since the
   *     plugin may have come later than the customer
   */
  static Checked check(
      CustomerDraft draft, Frame frame, Catalogue fields, @Nullable CustomerView before) {
    return new Check(fields, before).run(draft, frame);
  }

  private static final class Check {

    private final List<Problem> problems = new ArrayList<>();
    private final Catalogue fields;
    private final @Nullable CustomerView before;

    Check(Catalogue fields, @Nullable CustomerView before) {
      this.fields = fields;
      this.before = before;
    }

    Checked run(CustomerDraft draft, Frame frame) {
      String kind = choice("kind", draft.kind() == null ? "person" : draft.kind());
      boolean person = !"organisation".equals(kind);
      PersonName parts =
          new PersonName(
              text("familyName", draft.familyName()),
              text("middleName", draft.middleName()),
              text("givenName", draft.givenName()));
      String name = text("name", draft.name());
      if (name == null && person) {
        name = parts.whole();
      }
      if (!person) {
        parts = new PersonName(null, null, null);
      } else if (name != null && parts.whole().isEmpty()) {
        parts = PersonName.split(name);
      }
      if (name != null && name.length() > MAX_NAME) {
        tooLong("name", MAX_NAME);
      }
      List<Contact> phones = phones(draft.phones());
      List<Contact> emails = emails(draft.emails());
      String externalId = text("externalId", draft.externalId());
      if ((name == null || name.isEmpty())
          && phones.isEmpty()
          && emails.isEmpty()
          && externalId == null
          && problems.isEmpty()) {
        problems.add(
            new Problem(
                "name",
                "required",
                new Text(
                    "Cần có tên, số điện thoại, e-mail hoặc mã khách hàng để nhận ra khách hàng.",
                    "A name, phone number, e-mail address or external id is needed to tell who"
                        + " this is.")));
      }
      JsonObject values = fieldValues(draft.fields(), person ? "person" : "organisation");
      CustomerView customer =
          new CustomerView(
              frame.id(),
              frame.version(),
              kind == null ? "person" : kind,
              name == null ? "" : name,
              parts.family(),
              parts.middle(),
              parts.given(),
              choice("gender", draft.gender()),
              birthDate(draft.birthDate()),
              text("birthPlace", draft.birthPlace()),
              distinct("interests", draft.interests(), false),
              choice("education", draft.education()),
              text("occupation", draft.occupation()),
              choice("incomeBand", draft.incomeBand()),
              text("taxCode", draft.taxCode()),
              phones,
              emails,
              addresses(draft.addresses()),
              externalId,
              choice("preferredChannel", draft.preferredChannel()),
              distinct("tags", draft.tags(), true),
              draft.ownerId(),
              choice("stage", draft.stage() == null ? "lead" : draft.stage()),
              values,
              frame.createdAt(),
              frame.createdBy(),
              frame.updatedAt(),
              frame.updatedBy(),
              frame.archivedAt());
      return new Checked(customer, List.copyOf(problems));
    }

    private JsonObject fieldValues(JsonObject written, String kind) {
      Fields.Checked checked = fields.check(written);
      problems.addAll(checked.problems());
      for (Field field : fields.all()) {
        boolean had = before == null || before.fields().containsKey(field.key());
        if (field.required()
            && !field.isCore()
            && had
            && !checked.values().containsKey(field.key())
            && (field.appliesTo().isEmpty() || field.appliesTo().contains(kind))
            && checked.problems().stream().noneMatch(p -> p.field().equals(field.key()))) {
          problems.add(
              new Problem(
                  field.key(),
                  "required",
                  new Text(
                      "Cần có «" + field.label().vi() + "».",
                      "“" + field.label().en() + "” is needed.")));
        }
      }
      return checked.values();
    }

    private @Nullable String text(String key, @Nullable String written) {
      Field field = fields.find(key).orElse(null);
      int max = field == null || field.maxLength() == null ? MAX_NAME : field.maxLength();
      return text(key, written, max);
    }

    private @Nullable String text(String key, @Nullable String written, int max) {
      if (written == null) {
        return null;
      }
      String tidy = Folding.tidy(written);
      if (tidy.length() > max) {
        tooLong(key, max);
      }
      return tidy.isEmpty() ? null : tidy;
    }

    private void tooLong(String key, int max) {
      problems.add(
          new Problem(
              key,
              "too-long",
              new Text("Tối đa " + max + " ký tự.", "At most " + max + " characters.")));
    }

    private @Nullable String choice(String key, @Nullable String written) {
      if (written == null || written.isBlank()) {
        return null;
      }
      List<Field.Choice> choices = fields.find(key).map(Field::choices).orElse(List.of());
      for (Field.Choice choice : choices) {
        if (choice.value().equals(written)) {
          return written;
        }
      }
      List<String> values = choices.stream().map(Field.Choice::value).toList();
      problems.add(
          new Problem(
              key,
              "not-a-choice",
              new Text(
                  "«%s» không có trong danh sách: %s."
                      .formatted(written, String.join(", ", values)),
                  "“%s” is none of: %s.".formatted(written, String.join(", ", values)))));
      return null;
    }

    private @Nullable LocalDate birthDate(@Nullable LocalDate date) {
      if (date != null && date.isAfter(LocalDate.now(HOME))) {
        problems.add(
            new Problem(
                "birthDate",
                "in-future",
                new Text("Ngày sinh phải ở quá khứ.", "The birth date must be in the past.")));
      } else if (date != null && date.getYear() < 1850) {
        problems.add(
            new Problem(
                "birthDate",
                "too-early",
                new Text("Ngày sinh phải từ năm 1850.", "The birth date must be after 1850.")));
      }
      return date;
    }

    private List<Contact> phones(List<CustomerDraft.Contact> written) {
      Map<String, Contact> phones = new LinkedHashMap<>();
      boolean anyPrimary = anyPrimary("phones", written);
      for (int i = 0; i < written.size(); i++) {
        CustomerDraft.Contact contact = written.get(i);
        String at = "phones[" + i + "].";
        if (contact.value().isBlank()) {
          continue;
        }
        PhoneNumber number = PhoneNumber.read(contact.value()).orElse(null);
        if (number == null) {
          problems.add(
              new Problem(
                  at + "value",
                  "not-a-phone",
                  new Text(
                      "«%s» không phải là số điện thoại hợp lệ.".formatted(shortened(contact)),
                      "“%s” is not a phone number.".formatted(shortened(contact)))));
          continue;
        }
        String label = label(at, contact.label(), "mobile");
        boolean primary = anyPrimary ? contact.primary() : phones.isEmpty();
        phones.putIfAbsent(
            number.normal(), new Contact(number.written(), number.normal(), label, primary));
      }
      return onePrimary(phones);
    }

    private List<Contact> emails(List<CustomerDraft.Contact> written) {
      Map<String, Contact> emails = new LinkedHashMap<>();
      boolean anyPrimary = anyPrimary("emails", written);
      for (int i = 0; i < written.size(); i++) {
        CustomerDraft.Contact contact = written.get(i);
        String at = "emails[" + i + "].";
        if (contact.value().isBlank()) {
          continue;
        }
        EmailAddress address = EmailAddress.read(contact.value()).orElse(null);
        if (address == null) {
          problems.add(
              new Problem(
                  at + "value",
                  "not-an-email",
                  new Text(
                      "«%s» không phải là địa chỉ e-mail hợp lệ.".formatted(shortened(contact)),
                      "“%s” is not an e-mail address.".formatted(shortened(contact)))));
          continue;
        }
        String label = label(at, contact.label(), "other");
        boolean primary = anyPrimary ? contact.primary() : emails.isEmpty();
        emails.putIfAbsent(
            address.normal(), new Contact(address.written(), address.normal(), label, primary));
      }
      return onePrimary(emails);
    }

    private boolean anyPrimary(String key, List<CustomerDraft.Contact> written) {
      tooMany(key, written.size(), MAX_OF_A_KIND);
      return written.stream().anyMatch(CustomerDraft.Contact::primary);
    }

    private List<Contact> onePrimary(Map<String, Contact> contacts) {
      List<Contact> result = new ArrayList<>(contacts.size());
      boolean had = contacts.values().stream().noneMatch(Contact::primary);
      for (Contact contact : contacts.values()) {
        boolean primary = had ? result.isEmpty() : contact.primary() && noPrimaryIn(result);
        result.add(new Contact(contact.value(), contact.normal(), contact.label(), primary));
      }
      return result;
    }

    private static boolean noPrimaryIn(List<Contact> contacts) {
      return contacts.stream().noneMatch(Contact::primary);
    }

    private static String shortened(CustomerDraft.Contact contact) {
      String value = contact.value().strip();
      return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private List<CustomerView.Address> addresses(List<CustomerDraft.Address> written) {
      tooMany("addresses", written.size(), MAX_OF_A_KIND);
      List<CustomerView.Address> addresses = new ArrayList<>();
      boolean anyPrimary = written.stream().anyMatch(CustomerDraft.Address::primary);
      boolean had = false;
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < written.size(); i++) {
        CustomerDraft.Address address = written.get(i);
        String at = "addresses[" + i + "].";
        String line = text(at + "line", address.line(), 300);
        String ward = text(at + "ward", address.ward(), 120);
        String district = text(at + "district", address.district(), 120);
        String province = text(at + "province", address.province(), 120);
        String postalCode = text(at + "postalCode", address.postalCode(), 20);
        if (line == null
            && ward == null
            && district == null
            && province == null
            && postalCode == null) {
          continue;
        }
        if (!seen.add(
            Stream.of(line, ward, district, province, postalCode)
                .map(part -> part == null ? "" : Folding.fold(part))
                .collect(Collectors.joining("\n")))) {
          continue;
        }
        boolean primary = !had && (anyPrimary ? address.primary() : addresses.isEmpty());
        had |= primary;
        addresses.add(
            new CustomerView.Address(
                line,
                ward,
                district,
                province,
                country(at, address.country()),
                postalCode,
                label(at, address.label(), "home"),
                primary));
      }
      return addresses;
    }

    private String country(String at, @Nullable String written) {
      if (written == null || written.isBlank()) {
        return "VN";
      }
      String country = written.strip();
      if (!country.matches("[A-Z]{2}")) {
        problems.add(
            new Problem(
                at + "country",
                "not-a-country",
                new Text(
                    "Mã quốc gia gồm hai chữ in hoa, ví dụ VN.",
                    "A country is two capital letters such as VN.")));
        return "VN";
      }
      return country;
    }

    private String label(String at, @Nullable String written, String usual) {
      if (written == null || written.isBlank()) {
        return usual;
      }
      if (!LABELS.contains(written)) {
        problems.add(
            new Problem(
                at + "label",
                "not-a-choice",
                new Text(
                    "Nhãn phải là mobile, home, work hoặc other.",
                    "The label must be mobile, home, work or other.")));
        return usual;
      }
      return written;
    }

    private List<String> distinct(String key, List<String> written, boolean tags) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (String one : written) {
        String text = text(key, one, MAX_TAG);
        if (text != null) {
          texts.putIfAbsent(Keys.ofTag(text), text);
        }
      }
      tooMany(key, texts.size(), MAX_TAGS);
      // tags are kept in the order of their keys, as they are stored
      return tags
          ? texts.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(Map.Entry::getValue)
              .toList()
          : List.copyOf(texts.values());
    }

    private void tooMany(String key, int count, int max) {
      if (count > max) {
        problems.add(
            new Problem(
                key, "too-many", new Text("Tối đa " + max + " mục.", "At most " + max + ".")));
      }
    }
  }
}
