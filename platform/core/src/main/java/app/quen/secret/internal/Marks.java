package app.quen.secret.internal;

import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.key.IndexKey;
import app.quen.key.NoKey;
import app.quen.key.WorkspaceKeys;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The blind index: the rows of {@code secret_index}. */
@ApplicationScoped
class Marks {

  private static final int AT_ONCE = 500;

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject WorkspaceKeys keys;
  @Inject Newest newest;

  /** A value's mark at a record; its name in hexadecimal, so that equal ones are equal. */
  record Mark(String hex, UUID record, int generation) {}

  /** By the key that marks now: one of each element where the value is a list. */
  Stream<Mark> of(String recordType, UUID record, String key, @Nullable JsonValue value) {
    return elements(value).map(one -> at(record, marks(recordType, key, one).getFirst()));
  }

  /** The same with those that were made before. */
  Stream<Mark> all(String recordType, UUID record, String key, @Nullable JsonValue value) {
    return elements(value)
        .flatMap(one -> marks(recordType, key, one).stream())
        .map(mark -> at(record, mark));
  }

  private static Mark at(UUID record, Vault.Mark mark) {
    return new Mark(HexFormat.of().formatHex(mark.value()), record, mark.generation());
  }

  private static Stream<JsonValue> elements(@Nullable JsonValue value) {
    return switch (value) {
      case null -> Stream.empty();
      case JsonObject object when Unreadable.is(object) -> Stream.empty();
      case JsonArray list -> list.stream();
      default -> Stream.of(value);
    };
  }

  /** The newest first. */
  List<Vault.Mark> marks(String recordType, String key, JsonValue value) {
    String text =
        switch (value) {
          case JsonString string -> string.getString().toLowerCase(Locale.ROOT);
          case JsonNumber number -> number.bigDecimalValue().stripTrailingZeros().toPlainString();
          default -> value.toString();
        };
    byte[] marked = (recordType + "\n" + key + "\n" + text).getBytes(StandardCharsets.UTF_8);
    Newest.State state = newest.state();
    TenantId tenant = tenants.current().id();
    List<Vault.Mark> marks = new ArrayList<>(2);
    marks.add(new Vault.Mark(state.marking(), key(tenant, state.marking()).mark(marked)));
    if (state.marked() != null) {
      try {
        IndexKey before = keys.index(tenant, state.marked(), () -> false);
        marks.add(new Vault.Mark(state.marked(), before.mark(marked)));
      } catch (NoKey e) {
        // the renewal has ended since this unit of work began
      }
    }
    return marks;
  }

  /** Makes the first key that marks, if there is none yet. */
  void ensureKey() {
    key(tenants.current().id(), newest.state().marking());
  }

  private IndexKey key(TenantId tenant, int generation) {
    return keys.index(tenant, generation, () -> generation == 1 && !used());
  }

  private boolean used() {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM secret_index)")
        .mapTo(Boolean.class)
        .one();
  }

  /** In one order for all, so that two writers do not wait for each other. */
  private static List<Mark> sorted(Collection<Mark> marks) {
    return marks.stream()
        .distinct()
        .sorted(
            (one, other) -> {
              int byMark = one.hex.compareTo(other.hex);
              return byMark != 0 ? byMark : one.record.compareTo(other.record);
            })
        .toList();
  }

  void add(Collection<Mark> marks) {
    List<Mark> all = sorted(marks);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Mark> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<@Nullable Object> values = new ArrayList<>();
      some.forEach(
          mark -> {
            values.add(HexFormat.of().parseHex(mark.hex));
            values.add(mark.record);
            values.add(mark.generation);
          });
      PlainSql.execute(
          work.sql(),
          "INSERT IGNORE INTO secret_index (mark, record_id, generation) VALUES "
              + "(?,?,?),".repeat(some.size() - 1)
              + "(?,?,?)",
          values);
    }
  }

  void remove(Collection<Mark> marks) {
    List<Mark> all = sorted(marks);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Mark> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<@Nullable Object> values = new ArrayList<>();
      some.forEach(
          mark -> {
            values.add(HexFormat.of().parseHex(mark.hex));
            values.add(mark.record);
          });
      PlainSql.execute(
          work.sql(),
          "DELETE FROM secret_index WHERE (mark = ? AND record_id = ?)"
              + " OR (mark = ? AND record_id = ?)".repeat(some.size() - 1),
          values);
    }
  }

  /** Those of the records that an older key has made. */
  void forgetOld(Collection<UUID> records) {
    work.sql()
        .createUpdate(
            "DELETE FROM secret_index WHERE record_id IN (<ids>) AND generation < :generation")
        .bindList("ids", List.copyOf(records))
        .bind("generation", newest.state().marking())
        .execute();
  }

  /**
   * Some of those that an older key has made, of whatever record.
   *
   * @return whether there may be more
   */
  boolean sweepOld() {
    // found without locks: most of the table is of the newest key, and people are writing to it
    List<Mark> old =
        work.sql()
            .createQuery(
                "SELECT mark, record_id, generation FROM secret_index WHERE generation <"
                    + " :generation LIMIT :most")
            .bind("generation", newest.state().marking())
            .bind("most", AT_ONCE)
            .map(
                (row, context) ->
                    new Mark(
                        HexFormat.of().formatHex(row.getBytes(1)),
                        row.getObject(2, UUID.class),
                        row.getInt(3)))
            .list();
    remove(old);
    return old.size() == AT_ONCE;
  }

  void forget(Collection<UUID> records) {
    work.sql()
        .createUpdate("DELETE FROM secret_index WHERE record_id IN (<ids>)")
        .bindList("ids", List.copyOf(records))
        .execute();
  }
}
