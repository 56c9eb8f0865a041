package app.quen.source.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.account.ApiKey;
import app.quen.account.ListApiKeys;
import app.quen.cell.Conflicts;
import app.quen.database.Overtaken;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.source.Confidence;
import app.quen.source.NoSuchSource;
import app.quen.source.SourceDraft;
import app.quen.source.SourceKind;
import app.quen.source.SourceView;
import app.quen.source.Sources;
import app.quen.tenant.Tenants;
import app.quen.text.Folding;
import app.quen.text.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code source}. */
@ApplicationScoped
public class StoredSources implements Sources {

  public static final int MOST = 200;
  private static final int MAX_NAME = 120;
  private static final int MAX_PURPOSE = 1000;

  private static final String COLUMNS =
      "SELECT id, version, kind, name, purpose, confidence, active, api_key_id, created_at,"
          + " created_by_kind, created_by_id, created_by_name, updated_at, updated_by_kind,"
          + " updated_by_id, updated_by_name FROM source";

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject ListApiKeys apiKeys;

  public List<SourceView> all() {
    return work.sql()
        .createQuery(COLUMNS + " ORDER BY kind, name_key LIMIT " + MOST)
        .map((row, context) -> Rows.source(row))
        .list();
  }

  public SourceView show(UUID id) {
    return found(id).orElseThrow(() -> new NoSuchSource(id));
  }

  private Optional<SourceView> found(UUID id) {
    return Optional.ofNullable(find(Set.of(id)).get(id));
  }

  @Override
  public Map<UUID, SourceView> find(Collection<UUID> ids) {
    Map<UUID, SourceView> found = new HashMap<>();
    if (!ids.isEmpty()) {
      work.sql()
          .createQuery(COLUMNS + " WHERE id IN (<ids>)")
          .bindList("ids", List.copyOf(ids))
          .map((row, context) -> Rows.source(row))
          .forEach(source -> found.put(source.id(), source));
    }
    return found;
  }

  @Override
  public UUID resolve(SourceKind kind, @Nullable UUID named) {
    if (named == null) {
      return ofKey(access.actor()).orElse(kind.standard());
    }
    if (named.equals(kind.standard())) {
      return named;
    }
    SourceView source = found(named).orElse(null);
    if (source == null) {
      throw new Invalid(
          List.of(
              new Problem(
                  "sourceId",
                  "unknown",
                  new Text(
                      "Không có nguồn này. Hãy chọn một nguồn trong danh sách nguồn dữ liệu.",
                      "There is no such source. Choose one from the list of sources."))));
    }
    if (!source.active()) {
      throw new Invalid(
          List.of(
              new Problem(
                  "sourceId",
                  "retired",
                  new Text(
                      "Nguồn “" + source.name() + "” đã ngừng dùng. Hãy chọn nguồn khác.",
                      "The source “" + source.name() + "” is retired. Choose another one."))));
    }
    return named;
  }

  private Optional<UUID> ofKey(Actor actor) {
    if (actor.kind() != Actor.Kind.API_KEY || actor.id() == null) {
      return Optional.empty();
    }
    return work.sql()
        .createQuery("SELECT id FROM source WHERE api_key_id = ? AND active = TRUE")
        .bind(0, actor.id())
        .mapTo(UUID.class)
        .findOne();
  }

  public SourceView add(SourceDraft draft) {
    List<Problem> problems = new ArrayList<>();
    SourceKind kind = draft.kind() == null ? null : SourceKind.of(draft.kind()).orElse(null);
    if (kind == null) {
      problems.add(
          new Problem(
              "kind",
              "not-a-choice",
              new Text(
                  "Loại nguồn là form, import, api, plugin hoặc manual.",
                  "The kind is form, import, api, plugin or manual.")));
      kind = SourceKind.MANUAL;
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    LocalDateTime now = now();
    SourceView like = show(kind.standard());
    SourceView source =
        taken(
            new SourceView(
                id,
                1,
                kind,
                "",
                new Text("", ""),
                like.confidence(),
                true,
                null,
                now.toInstant(ZoneOffset.UTC),
                access.actor(),
                now.toInstant(ZoneOffset.UTC),
                access.actor()),
            draft,
            false,
            problems);
    if (all().size() >= MOST) {
      problems.add(
          new Problem(
              "name",
              "too-many",
              new Text(
                  "Tối đa " + MOST + " nguồn. Hãy dùng lại một nguồn đã có.",
                  "At most " + MOST + " sources. Use one that is there.")));
    }
    refuse(problems);
    write(
        "INSERT INTO source (name, name_key, purpose, confidence, active, api_key_id, version,"
            + " updated_at, updated_by_kind, updated_by_id, updated_by_name, id, kind, created_at,"
            + " created_by_kind, created_by_id, created_by_name) VALUES (:name, :key, :purpose,"
            + " :confidence, :active, :apiKey, :version, :now, :actorKind, :actorId, :actorName,"
            + " :id, :kind, :now, :actorKind, :actorId, :actorName)",
        source,
        now);
    return source;
  }

  public SourceView revise(UUID id, SourceDraft change, boolean freeKey, int version) {
    work.sql()
        .createQuery("SELECT id FROM source WHERE id = ? FOR UPDATE")
        .bind(0, id)
        .mapTo(UUID.class)
        .findOne()
        .orElseThrow(() -> new NoSuchSource(id));
    SourceView before = show(id);
    if (before.version() != version) {
      throw new Outdated("source " + id, version, before.version());
    }
    List<Problem> problems = new ArrayList<>();
    SourceView after = taken(before, change, freeKey, problems);
    refuse(problems);
    if (after.equals(before)) {
      return before;
    }
    LocalDateTime now = now();
    SourceView stored =
        new SourceView(
            id,
            before.version() + 1,
            after.kind(),
            after.name(),
            after.purpose(),
            after.confidence(),
            after.active(),
            after.apiKeyId(),
            before.createdAt(),
            before.createdBy(),
            now.toInstant(ZoneOffset.UTC),
            access.actor());
    write(
        "UPDATE source SET name = :name, name_key = :key, purpose = :purpose, confidence ="
            + " :confidence, active = :active, api_key_id = :apiKey, version = :version, updated_at"
            + " = :now, updated_by_kind = :actorKind, updated_by_id = :actorId, updated_by_name ="
            + " :actorName WHERE id = :id AND kind = :kind",
        stored,
        now);
    return stored;
  }

  private void write(String statement, SourceView source, LocalDateTime now) {
    Actor actor = access.actor();
    try {
      work.sql()
          .createUpdate(statement)
          .bind("name", source.name())
          .bind("key", key(source.name()))
          .bind("purpose", Rows.json(source.purpose()))
          .bind("confidence", source.confidence().word())
          .bind("active", source.active())
          .bind("apiKey", source.apiKeyId())
          .bind("version", source.version())
          .bind("now", now)
          .bind("actorKind", actor.kind().name())
          .bind("actorId", actor.id())
          .bind("actorName", actor.name())
          .bind("id", source.id())
          .bind("kind", source.kind().word())
          .execute();
    } catch (RuntimeException e) {
      // run again, it sees the other one and says which value is taken
      throw Conflicts.duplicate(e, "source_name") || Conflicts.duplicate(e, "source_api_key")
          ? new Overtaken(e)
          : e;
    }
  }

  /** The source with what the draft says, in its normal form. */
  private SourceView taken(
      SourceView before, SourceDraft draft, boolean freeKey, List<Problem> problems) {
    String name = draft.name() == null ? before.name() : Folding.tidy(draft.name());
    if (name.isEmpty() || name.length() > MAX_NAME) {
      problems.add(name.isEmpty() ? required("name") : tooLong("name", MAX_NAME));
    } else if (others("name_key = ?", key(name), before.id())) {
      problems.add(
          new Problem(
              "name",
              "taken",
              new Text(
                  "Đã có nguồn tên “" + name + "”.",
                  "There is a source called “" + name + "” already.")));
    }
    Text purpose = draft.purpose() == null ? before.purpose() : tidy(draft.purpose());
    purpose(purpose, problems);
    Confidence confidence = before.confidence();
    if (draft.confidence() != null) {
      confidence = Confidence.of(draft.confidence()).orElse(null);
      if (confidence == null) {
        problems.add(
            new Problem(
                "confidence",
                "not-a-choice",
                new Text(
                    "Độ tin cậy là high, medium hoặc low.",
                    "The confidence is high, medium or low.")));
        confidence = before.confidence();
      }
    }
    boolean active = draft.active() == null ? before.active() : draft.active();
    if (!active && before.standard()) {
      problems.add(
          new Problem(
              "active",
              "needed",
              new Text(
                  "Nguồn có sẵn nhận những gì không nêu nguồn, nên không thể ngừng dùng.",
                  "A source that was there from the start takes what names none, so it cannot be"
                      + " retired.")));
    }
    UUID apiKey = freeKey ? null : draft.apiKeyId() == null ? before.apiKeyId() : draft.apiKeyId();
    if (apiKey != null && !Objects.equals(apiKey, before.apiKeyId())) {
      apiKey(apiKey, before, problems);
    }
    return new SourceView(
        before.id(),
        before.version(),
        before.kind(),
        name,
        purpose,
        confidence,
        active,
        apiKey,
        before.createdAt(),
        before.createdBy(),
        before.updatedAt(),
        before.updatedBy());
  }

  private static void purpose(Text purpose, List<Problem> problems) {
    if (purpose.vi().isEmpty() || purpose.en().isEmpty()) {
      problems.add(
          new Problem(
              "purpose",
              "required",
              new Text(
                  "Hãy nói dữ liệu từ nguồn này được thu thập để làm gì, bằng cả hai ngôn ngữ.",
                  "Say what the data from this source is collected for, in both languages.")));
    } else if (purpose.vi().length() > MAX_PURPOSE || purpose.en().length() > MAX_PURPOSE) {
      problems.add(tooLong("purpose", MAX_PURPOSE));
    }
  }

  private void apiKey(UUID key, SourceView source, List<Problem> problems) {
    boolean exists =
        apiKeys.list(tenants.current().id()).stream().map(ApiKey::id).anyMatch(key::equals);
    if (!exists || source.kind() != SourceKind.API) {
      problems.add(
          new Problem(
              "apiKeyId",
              "unknown",
              new Text(
                  "Chỉ nguồn loại api gắn được với một khóa API của doanh nghiệp.",
                  "Only a source of the kind api can belong to an API key of the workspace.")));
    } else if (others("api_key_id = ?", key, source.id())) {
      problems.add(
          new Problem(
              "apiKeyId",
              "taken",
              new Text(
                  "Khóa API này đã thuộc về một nguồn khác.",
                  "This API key belongs to another source.")));
    }
  }

  private boolean others(String condition, Object value, UUID but) {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM source WHERE " + condition + " AND id <> ?)")
        .bind(0, value)
        .bind(1, but)
        .mapTo(Boolean.class)
        .one();
  }

  private static Text tidy(Text text) {
    return new Text(text.vi().strip(), text.en().strip());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Problem required(String field) {
    return new Problem(field, "required", new Text("Hãy nhập mục này.", "Fill this in."));
  }

  private static Problem tooLong(String field, int max) {
    return new Problem(
        field,
        "too-long",
        new Text("Tối đa " + max + " ký tự.", "At most " + max + " characters."));
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
