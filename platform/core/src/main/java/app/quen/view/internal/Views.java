package app.quen.view.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.ActorText;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerQuery;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.secret.Vault;
import app.quen.text.Text;
import app.quen.view.NoSuchView;
import app.quen.view.SavedView;
import app.quen.view.ViewDraft;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code saved_view}. Nobody sees the private views of others, not even an owner. */
@ApplicationScoped
public class Views {

  private static final Set<String> RECORDS =
      Set.of("customer", "order", "interaction", "feedback", "task");
  private static final Set<String> DENSITIES = Set.of("comfortable", "compact");
  private static final String SHARE = "view:share";
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST = 20_000;

  /** What is searched of customers beside their names. */
  private static final List<String> SEARCHED = List.of("phones", "emails", "externalId", "taxCode");

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Vault vault;
  @Inject Access access;
  @Inject Policy policy;
  @Inject Clock clock;

  public SavedView save(ViewDraft draft) {
    String record = record(draft.record() == null ? "customer" : draft.record());
    String name = name(draft.name());
    boolean shared = shared(draft.scope() == null ? "private" : draft.scope());
    if (shared) {
      access.require(SHARE);
    }
    access.require(record + ":read");
    requireRoom(record, shared);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String definition =
        definition(
            draft.query() == null ? JsonValue.EMPTY_JSON_OBJECT : draft.query(),
            draft.columns() == null ? List.of() : draft.columns(),
            draft.density());
    work.sql()
        .createUpdate(
            "INSERT INTO saved_view (id, version, record_type, name, shared, owner, definition,"
                + " created_at, created_by, updated_at) VALUES (:id, 1, :record, :name, :shared,"
                + " :owner, :definition, :now, :by, :now)")
        .bind("id", id)
        .bind("record", record)
        .bind("name", name)
        .bind("shared", shared)
        .bind("owner", owner())
        .bind("definition", vault.sealText(place(id), definition))
        .bind("now", now())
        .bind("by", ActorText.of(access.actor()))
        .execute();
    return show(id);
  }

  public List<SavedView> list(String record) {
    access.require(record(record) + ":read");
    return work.sql()
        .createQuery(
            "(SELECT * FROM saved_view WHERE record_type = :record AND shared = TRUE LIMIT :most)"
                + " UNION ALL (SELECT * FROM saved_view WHERE record_type = :record"
                + " AND shared = FALSE AND owner = :owner LIMIT :most) ORDER BY name, id")
        .bind("record", record)
        .bind("owner", owner())
        .bind("most", MOST)
        .map((row, context) -> view(row))
        .filter(this::isSeen)
        .list();
  }

  /**
   * Filters and words that are searched for name values: of what somebody does not read, no view of
   * another is shown.
   */
  private boolean isSeen(SavedView view) {
    if (view.own()) {
      return true;
    }
    Sight sight = policy.of(view.record());
    if (!view.query().getString("q", "").isBlank()
        && view.record().equals("customer")
        && !SEARCHED.stream().allMatch(sight::reads)) {
      return false;
    }
    return !(view.query().get("filters") instanceof JsonArray filters)
        || filters.getValuesAs(JsonString.class).stream()
            .map(filter -> filter.getString().split(":", 2)[0])
            .allMatch(sight::reads);
  }

  public SavedView show(UUID id) {
    return find(id, "").orElseThrow(() -> new NoSuchView(id));
  }

  private Optional<SavedView> find(UUID id, String lock) {
    return work.sql()
        .createQuery(
            "SELECT * FROM saved_view WHERE id = :id AND (shared OR owner = :owner)" + lock)
        .bind("id", id)
        .bind("owner", owner())
        .map((row, context) -> view(row))
        .findOne()
        .filter(this::isSeen);
  }

  public SavedView revise(UUID id, ViewDraft draft, int version) {
    SavedView before = find(id, " FOR UPDATE").orElseThrow(() -> new NoSuchView(id));
    if (before.version() != version) {
      throw new Outdated("view " + id, version, before.version());
    }
    boolean wasShared = before.scope().equals("workspace");
    boolean shared = draft.scope() == null ? wasShared : shared(draft.scope());
    if (wasShared || shared) {
      access.require(SHARE);
    }
    if (draft.record() != null && !draft.record().equals(before.record())) {
      throw refused(
          "record",
          "fixed",
          "Không đổi được loại bản ghi của chế độ xem.",
          "What a view lists cannot be changed.");
    }
    if (shared != wasShared) {
      requireRoom(before.record(), shared);
    }
    String definition =
        definition(
            draft.query() == null ? before.query() : draft.query(),
            draft.columns() == null ? before.columns() : draft.columns(),
            draft.density() == null ? before.density() : draft.density());
    work.sql()
        .createUpdate(
            "UPDATE saved_view SET version = version + 1, name = :name, shared = :shared,"
                // who takes a view out of the workspace keeps it
                + " owner = CASE WHEN shared AND NOT :shared THEN :owner ELSE owner END,"
                + " definition = :definition, updated_at = :now WHERE id = :id")
        .bind("id", id)
        .bind("name", draft.name() == null ? before.name() : name(draft.name()))
        .bind("owner", owner())
        .bind("shared", shared)
        .bind("definition", vault.sealText(place(id), definition))
        .bind("now", now())
        .execute();
    return show(id);
  }

  public void delete(UUID id) {
    SavedView view = find(id, " FOR UPDATE").orElseThrow(() -> new NoSuchView(id));
    if (view.scope().equals("workspace")) {
      access.require(SHARE);
    }
    work.sql().createUpdate("DELETE FROM saved_view WHERE id = :id").bind("id", id).execute();
  }

  private void requireRoom(String record, boolean shared) {
    long there =
        work.sql()
            .createQuery(
                "SELECT COUNT(*) FROM saved_view WHERE record_type = :record AND shared = :shared"
                    + (shared ? "" : " AND owner = :owner"))
            .bind("record", record)
            .bind("shared", shared)
            .bindMap(shared ? java.util.Map.of() : java.util.Map.of("owner", owner()))
            .mapTo(Long.class)
            .one();
    if (there >= MOST) {
      throw refused(
          "name",
          "too-many",
          "Đã có " + MOST + " chế độ xem. Hãy xóa bớt.",
          "There are " + MOST + " views already. Delete some first.");
    }
  }

  private String definition(JsonObject query, List<String> columns, @Nullable String density) {
    if (density != null && !DENSITIES.contains(density)) {
      throw refused(
          "density",
          "not-a-choice",
          "Độ thoáng là comfortable hoặc compact.",
          "The density is comfortable or compact.");
    }
    // whether its fields exist shows when it is used: they may come back
    CustomerQuery.ofJson(query);
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("query", query)
            .add("columns", JSON.createArrayBuilder(columns));
    if (density != null) {
      json.add("density", density);
    }
    String text = json.build().toString();
    if (text.length() > LONGEST) {
      throw refused(
          "query", "too-long", "Chế độ xem quá dài.", "The view is too long; use fewer filters.");
    }
    return text;
  }

  private static String record(String record) {
    if (!RECORDS.contains(record)) {
      throw refused(
          "record",
          "not-a-choice",
          "Loại bản ghi là customer, order, interaction, feedback hoặc task.",
          "The record is customer, order, interaction, feedback or task.");
    }
    return record;
  }

  private static boolean shared(String scope) {
    return switch (scope) {
      case "private" -> false;
      case "workspace" -> true;
      default ->
          throw refused(
              "scope",
              "not-a-choice",
              "Phạm vi là private hoặc workspace.",
              "The scope is private or workspace.");
    };
  }

  private static String name(@Nullable String written) {
    String name = written == null ? "" : written.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw refused(
          "name",
          name.isEmpty() ? "required" : "too-long",
          "Hãy đặt tên, nhiều nhất " + LONGEST_NAME + " ký tự.",
          "Give it a name of at most " + LONGEST_NAME + " characters.");
    }
    return name;
  }

  private String owner() {
    return owner(access.actor());
  }

  private static String owner(Actor actor) {
    return actor.kind().name() + " " + (actor.id() == null ? "" : actor.id());
  }

  /** What is left of a view whose definition somebody has bent: it can be saved anew. */
  private static final String UNREADABLE = "{\"query\":{},\"columns\":[]}";

  /** A filter may name a sensitive value. */
  private static String place(UUID view) {
    return "saved_view " + view;
  }

  private SavedView view(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    JsonObject definition;
    try (var reader =
        JSON.createReader(
            new StringReader(vault.openText(place(id), row.getString("definition"), UNREADABLE)))) {
      definition = reader.readObject();
    }
    JsonArray columns = definition.getJsonArray("columns");
    return new SavedView(
        id,
        row.getInt("version"),
        row.getString("record_type"),
        row.getString("name"),
        row.getBoolean("shared") ? "workspace" : "private",
        definition.getJsonObject("query"),
        columns.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList(),
        definition.getString("density", null),
        Objects.equals(row.getString("owner"), owner()),
        Utc.at(row, "created_at"),
        ActorText.read(row.getString("created_by")),
        Utc.at(row, "updated_at"));
  }

  private LocalDateTime now() {
    return Utc.of(clock.instant());
  }

  private static Invalid refused(String field, String code, String vi, String en) {
    return new Invalid(List.of(new Problem(field, code, new Text(vi, en))));
  }
}
