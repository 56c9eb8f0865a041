package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Contact;
import app.quen.customer.model.Keys;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.rollup.Rollup;
import app.quen.setting.WorkspaceSettings;
import app.quen.text.PersonName;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer must be like, and the normal form of what people wrote. The plugins' checks and
 * what only the database knows (a taken external id) come after.
 */
final class Rules {

  static final int MAX_NAME = 200;
  static final int MAX_TAGS = 50;
  static final int MAX_TAG = 60;

  /** The day that it is for most who write birth dates here. */
  private static final JsonObject NO_ROLLUPS = Rollup.NONE.json(WorkspaceSettings.USUAL);

  private Rules() {}

  /** What the system knows of a customer that is being written. */
  record Frame(
      CustomerId id,
      int version,
      UUID sourceId,
      Instant createdAt,
      Actor createdBy,
      Instant updatedAt,
      Actor updatedBy,
      @Nullable Instant archivedAt) {

    static Frame ofNew(CustomerId id, UUID sourceId, Actor actor, Instant now) {
      return new Frame(id, 1, sourceId, now, actor, now, actor, null);
    }
  }

  /** The customer in its normal form; only to be used if there are no problems. */
  record Checked(CustomerView customer, List<Problem> problems) {}

  /**
   * @param before as it was; a required field may stay empty where it was, since it may have come
   *     later than the customer
   */
  static Checked check(
      CustomerDraft draft, Frame frame, Catalogue fields, @Nullable CustomerView before) {
    return new Check(fields, before).run(draft, frame);
  }

  private static final class Check {

    private final Problems problems = new Problems();
    private final ContactRules contacts = new ContactRules(problems);
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
        problems.tooLong("name", MAX_NAME);
      }
      List<Contact> phones = contacts.phones(draft.phones());
      List<Contact> emails = contacts.emails(draft.emails());
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
      JsonObject valuesBefore = before == null ? JsonValue.EMPTY_JSON_OBJECT : before.fields();
      Fields.Checked checked = fields.check(draft.fields(), valuesBefore);
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
              contacts.addresses(draft.addresses()),
              externalId,
              choice("preferredChannel", draft.preferredChannel()),
              distinct("tags", draft.tags(), true),
              draft.ownerId(),
              choice("stage", draft.stage() == null ? "lead" : draft.stage()),
              checked.values(),
              frame.sourceId(),
              frame.createdAt(),
              frame.createdBy(),
              frame.updatedAt(),
              frame.updatedBy(),
              frame.archivedAt(),
              null,
              before == null ? NO_ROLLUPS : before.rollups());
      Fields.Checked settled =
          fields.settle(
              draft.fields(),
              checked,
              new Catalogue.Context(
                  customer::json, before == null ? null : before::json, valuesBefore, kind));
      settled.problems().forEach(problems::add);
      return new Checked(customer.withFields(settled.values()), problems.all());
    }

    private @Nullable String text(String key, @Nullable String written) {
      Field field = fields.find(key).orElse(null);
      int max = field == null || field.maxLength() == null ? MAX_NAME : field.maxLength();
      return problems.text(key, written, max);
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
                  "“%s” không có trong danh sách: %s."
                      .formatted(written, String.join(", ", values)),
                  "“%s” is none of: %s.".formatted(written, String.join(", ", values)))));
      return null;
    }

    private @Nullable LocalDate birthDate(@Nullable LocalDate date) {
      if (date != null && date.isAfter(LocalDate.now(fields.zone()))) {
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

    private List<String> distinct(String key, List<String> written, boolean tags) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (String one : written) {
        String text = problems.text(key, one, MAX_TAG);
        if (text != null) {
          texts.putIfAbsent(Keys.ofTag(text), text);
        }
      }
      problems.tooMany(key, texts.size(), MAX_TAGS);
      // tags are kept in the order of their keys, as they are stored
      return tags
          ? texts.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(Map.Entry::getValue)
              .toList()
          : List.copyOf(texts.values());
    }
  }
}
