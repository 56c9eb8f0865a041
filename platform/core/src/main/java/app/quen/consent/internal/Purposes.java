package app.quen.consent.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.cell.Conflicts;
import app.quen.consent.ConsentChannel;
import app.quen.consent.NoSuchPurpose;
import app.quen.consent.Purpose;
import app.quen.consent.Purpose.Wording;
import app.quen.consent.PurposeDraft;
import app.quen.consent.PurposeId;
import app.quen.database.Kept;
import app.quen.database.Marks;
import app.quen.database.Overtaken;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code consent_purpose} and {@code consent_text}. */
@ApplicationScoped
public class Purposes {

  public static final int MOST = 100;
  static final int MOST_VERSIONS = 200;

  /** What {@link Marks} call purposes and their texts. */
  private static final String PURPOSES = "purposes";

  @Inject Work work;
  @Inject Access access;
  @Inject Marks marks;
  @Inject Tenants tenants;

  private final Kept<String, List<Purpose>> kept = new Kept<>();

  /** Kept until one of them changes: each profile shows what its customer said to all of them. */
  public List<Purpose> all() {
    return kept.of(
        tenants.current().id(), marks.of(PURPOSES), PURPOSES, name -> List.copyOf(read("", null)));
  }

  public Purpose show(PurposeId id) {
    return find(id).orElseThrow(() -> new NoSuchPurpose(id));
  }

  Optional<Purpose> find(PurposeId id) {
    return read(" WHERE p.id = ?", id.value()).stream().findFirst();
  }

  private List<Purpose> read(String where, @Nullable UUID id) {
    Map<UUID, List<Wording>> texts = new HashMap<>();
    var ofTexts =
        work.sql()
            .createQuery(
                "SELECT purpose_id, version, text, keeps_consents, created_at, created_by_kind,"
                    + " created_by_id, created_by_name FROM consent_text"
                    + (id == null ? "" : " WHERE purpose_id = ?")
                    + " ORDER BY purpose_id, version");
    if (id != null) {
      ofTexts.bind(0, id);
    }
    ofTexts
        .map(
            (row, context) ->
                texts
                    .computeIfAbsent(
                        row.getObject("purpose_id", UUID.class), k -> new ArrayList<>())
                    .add(
                        new Wording(
                            row.getInt("version"),
                            Columns.text(row.getString("text")),
                            row.getBoolean("keeps_consents"),
                            Columns.at(row, "created_at"),
                            Columns.actor(row, "created_by"))))
        .forEach(added -> {});
    var query =
        work.sql().createQuery("SELECT p.* FROM consent_purpose p" + where + " ORDER BY p.id");
    if (id != null) {
      query.bind(0, id);
    }
    return query
        .map(
            (row, context) ->
                new Purpose(
                    new PurposeId(row.getObject("id", UUID.class)),
                    row.getInt("version"),
                    row.getString("purpose_key"),
                    Columns.text(row.getString("name")),
                    channels(row.getString("channels")),
                    row.getBoolean("active"),
                    List.copyOf(texts.getOrDefault(row.getObject("id", UUID.class), List.of())),
                    Columns.at(row, "created_at"),
                    Columns.actor(row, "created_by"),
                    Columns.at(row, "updated_at"),
                    Columns.actor(row, "updated_by")))
        .list();
  }

  private static Set<ConsentChannel> channels(String words) {
    return PurposeRules.inOrder(
        Arrays.stream(words.split(","))
            .map(word -> ConsentChannel.of(word).orElseThrow())
            .toList());
  }

  public Purpose add(PurposeDraft draft) {
    List<Purpose> known = all();
    List<Problem> problems = new ArrayList<>();
    Text name = PurposeRules.name(draft.name(), problems);
    String key = PurposeRules.key(draft.key(), name, problems);
    Text text = PurposeRules.text(draft.text(), problems);
    Set<ConsentChannel> channels = PurposeRules.channels(draft.channels(), problems);
    if (known.stream().anyMatch(purpose -> purpose.key().equals(key))) {
      problems.add(PurposeRules.taken(key));
    }
    if (known.size() >= MOST) {
      problems.add(PurposeRules.tooMany(MOST));
    }
    PurposeRules.refuse(problems);
    PurposeId id = new PurposeId(UuidCreator.getTimeOrderedEpoch());
    Instant now = Columns.now();
    Actor actor = access.actor();
    Purpose purpose =
        new Purpose(
            id,
            1,
            key,
            name,
            channels,
            draft.active() == null || draft.active(),
            List.of(new Wording(1, text, false, now, actor)),
            now,
            actor,
            now,
            actor);
    try {
      write(
          "INSERT INTO consent_purpose (name, channels, active, version, updated_at,"
              + " updated_by_kind, updated_by_id, updated_by_name, id, purpose_key, created_at,"
              + " created_by_kind, created_by_id, created_by_name) VALUES (:name, :channels,"
              + " :active, :version, :now, :actorKind, :actorId, :actorName, :id, :key, :now,"
              + " :actorKind, :actorId, :actorName)",
          purpose);
    } catch (RuntimeException e) {
      throw Conflicts.duplicate(e, "consent_purpose_key") ? new Overtaken(e) : e;
    }
    write(id, purpose.current());
    return purpose;
  }

  public Purpose revise(PurposeId id, PurposeDraft change, int version) {
    Purpose before = lock(id);
    if (before.version() != version) {
      throw new Outdated("purpose " + id, version, before.version());
    }
    List<Problem> problems = new ArrayList<>();
    Text name = change.name() == null ? before.name() : PurposeRules.name(change.name(), problems);
    Set<ConsentChannel> channels =
        change.channels() == null
            ? before.channels()
            : PurposeRules.channels(change.channels(), problems);
    PurposeRules.refuse(problems);
    boolean active = change.active() == null ? before.active() : change.active();
    if (name.equals(before.name())
        && channels.equals(before.channels())
        && active == before.active()) {
      return before;
    }
    Purpose after =
        new Purpose(
            id,
            before.version() + 1,
            before.key(),
            name,
            channels,
            active,
            before.texts(),
            before.createdAt(),
            before.createdBy(),
            Columns.now(),
            access.actor());
    write(
        "UPDATE consent_purpose SET name = :name, channels = :channels, active = :active, version ="
            + " :version, updated_at = :now, updated_by_kind = :actorKind, updated_by_id ="
            + " :actorId, updated_by_name = :actorName WHERE id = :id AND purpose_key = :key",
        after);
    return after;
  }

  public Purpose addVersion(PurposeId id, Text written, boolean keepsConsents) {
    Purpose before = lock(id);
    List<Problem> problems = new ArrayList<>();
    Text text = PurposeRules.text(written, problems);
    if (before.texts().size() >= MOST_VERSIONS) {
      problems.add(PurposeRules.tooMany(MOST_VERSIONS));
    }
    if (text.equals(before.current().text())) {
      problems.add(PurposeRules.sameText());
    }
    PurposeRules.refuse(problems);
    write(
        id,
        new Wording(
            before.current().version() + 1, text, keepsConsents, Columns.now(), access.actor()));
    return show(id);
  }

  /** Locks the purpose's row until the transaction ends, so that versions follow each other. */
  private Purpose lock(PurposeId id) {
    work.sql()
        .createQuery("SELECT id FROM consent_purpose WHERE id = ? FOR UPDATE")
        .bind(0, id.value())
        .mapTo(UUID.class)
        .findOne()
        .orElseThrow(() -> new NoSuchPurpose(id));
    return show(id);
  }

  private void write(String statement, Purpose purpose) {
    Actor actor = purpose.updatedBy();
    work.sql()
        .createUpdate(statement)
        .bind("name", Columns.json(purpose.name()))
        .bind(
            "channels",
            purpose.channels().stream().map(ConsentChannel::word).collect(Collectors.joining(",")))
        .bind("active", purpose.active())
        .bind("version", purpose.version())
        .bind("now", Utc.of(purpose.updatedAt()))
        .bind("actorKind", actor.kind().name())
        .bind("actorId", actor.id())
        .bind("actorName", actor.name())
        .bind("id", purpose.id().value())
        .bind("key", purpose.key())
        .execute();
    marks.changed(PURPOSES);
  }

  private void write(PurposeId id, Wording text) {
    try {
      work.sql()
          .createUpdate(
              "INSERT INTO consent_text (purpose_id, version, text, keeps_consents, created_at,"
                  + " created_by_kind, created_by_id, created_by_name) VALUES (:id, :version,"
                  + " :text, :keeps, :at, :kind, :by, :name)")
          .bind("id", id.value())
          .bind("version", text.version())
          .bind("text", Columns.json(text.text()))
          .bind("keeps", text.keepsConsents())
          .bind("at", Utc.of(text.at()))
          .bind("kind", text.by().kind().name())
          .bind("by", text.by().id())
          .bind("name", text.by().name())
          .execute();
      marks.changed(PURPOSES);
    } catch (RuntimeException e) {
      // the versions that this unit of work read were those before it waited for the lock
      throw Conflicts.duplicate(e, "PRIMARY") ? new Overtaken(e) : e;
    }
  }
}
