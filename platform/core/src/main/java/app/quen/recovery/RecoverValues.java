package app.quen.recovery;

import app.quen.access.Permitted;
import app.quen.audit.Act;
import app.quen.audit.AuditEntry;
import app.quen.audit.NoSuchEntry;
import app.quen.audit.ShowEntry;
import app.quen.audit.Trail;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes back what a record said before an entry of the trail: as a change like any other, with the
 * rights, the checks and the rules that hold for who does it now.
 */
@ApplicationScoped
public class RecoverValues {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject ShowEntry showEntry;
  @Inject Trail trail;
  @Inject Revising revising;

  /**
   * @param keys of the fields; empty: all that the entry changed and that can be written
   * @param expectedVersion of the record, that the caller read
   * @param why goes into the trail
   * @throws NoSuchEntry if the trail has none of this number
   * @throws Invalid if the entry is no change of a record, or did not change such a field, or the
   *     old values do not fit any more
   */
  @Permitted("audit:read")
  @InTransaction
  public Recovered recover(
      long sequence, Set<String> keys, int expectedVersion, @Nullable String why, Source source) {
    AuditEntry entry = showEntry.show(sequence);
    String type = entry.recordType();
    UUID id = entry.recordId();
    Before before = Before.of(entry);
    if (type == null || id == null || !Revising.knows(type) || before.isEmpty()) {
      throw nothing();
    }
    Set<String> strange = before.without(keys);
    if (!strange.isEmpty()) {
      throw new Invalid(strange.stream().map(RecoverValues::strange).toList());
    }
    JsonObject patch = before.patch(keys);
    int version = revising.revise(type, id, patch, expectedVersion, source);
    Set<String> written = before.chosen(keys);
    trail.note(
        Act.of("ValuesRecovered")
            .on(type, id)
            .about(entry.customerId())
            .with(
                JSON.createObjectBuilder()
                    .add("entry", sequence)
                    .add("fields", JSON.createArrayBuilder(written))
                    .build()
                    .toString())
            .because(why));
    return new Recovered(type, id, version, written);
  }

  private static Invalid nothing() {
    return new Invalid(
        List.of(
            new Problem(
                "entry",
                "no-values",
                new Text(
                    "Dòng nhật ký này không sửa giá trị nào có thể ghi lại.",
                    "This entry changed no value that can be written back."))));
  }

  private static Problem strange(String key) {
    return new Problem(
        "fields",
        "not-changed",
        new Text(
            "Dòng nhật ký này không sửa " + key + ", hoặc không ai ghi được giá trị đó.",
            "This entry did not change " + key + ", or nobody can write it."));
  }
}
