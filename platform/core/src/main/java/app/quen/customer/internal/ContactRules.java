package app.quen.customer.internal;

import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Contact;
import app.quen.field.Problem;
import app.quen.place.Places;
import app.quen.text.EmailAddress;
import app.quen.text.Folding;
import app.quen.text.PhoneNumber;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phones, e-mails and addresses in their normal form; at most one of each is the primary one. */
final class ContactRules {

  private static final int MAX_OF_A_KIND = 20;
  private static final Set<String> LABELS = Set.of("mobile", "home", "work", "other");

  private final Problems problems;

  ContactRules(Problems problems) {
    this.problems = problems;
  }

  List<Contact> phones(List<CustomerDraft.Contact> written) {
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
                    "“%s” không phải là số điện thoại hợp lệ.".formatted(shortened(contact)),
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

  List<Contact> emails(List<CustomerDraft.Contact> written) {
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
                    "“%s” không phải là địa chỉ e-mail hợp lệ.".formatted(shortened(contact)),
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
    problems.tooMany(key, written.size(), MAX_OF_A_KIND);
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

  List<CustomerView.Address> addresses(List<CustomerDraft.Address> written) {
    problems.tooMany("addresses", written.size(), MAX_OF_A_KIND);
    List<CustomerView.Address> addresses = new ArrayList<>();
    boolean anyPrimary = written.stream().anyMatch(CustomerDraft.Address::primary);
    boolean had = false;
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      CustomerDraft.Address address = written.get(i);
      String at = "addresses[" + i + "].";
      String line = problems.text(at + "line", address.line(), 300);
      String ward = problems.text(at + "ward", address.ward(), 120);
      String district = problems.text(at + "district", address.district(), 120);
      String province = problems.text(at + "province", address.province(), 120);
      String postalCode = problems.text(at + "postalCode", address.postalCode(), 20);
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
      String country = country(at, address.country());
      boolean primary = !had && (anyPrimary ? address.primary() : addresses.isEmpty());
      had |= primary;
      addresses.add(
          new CustomerView.Address(
              line,
              ward,
              district,
              province,
              country,
              postalCode,
              label(at, address.label(), "home"),
              primary,
              country.equals("VN") ? Places.recognise(line, ward, district, province) : null));
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
}
