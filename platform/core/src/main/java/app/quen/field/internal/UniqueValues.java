package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.LocalClock;
import app.quen.field.Problem;
import app.quen.field.StoredValues.Claim;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has which value of the fields that are unique: the table {@code field_unique}. */
@ApplicationScoped
class UniqueValues {

  private static final int LONGEST = 180;
  private static final int AT_ONCE = 500;

  /** Before what stands for the value of a secret field. */
  private static final String MARK = "mark:";

  @Inject Work work;
  @Inject Vault vault;
  @Inject LocalClock clock;

  /** A value as it is compared. */
  private record Key(int field, String value) {}

  /** Equal values have equal keys; case makes no difference. */
  static String key(JsonValue value) {
    String text =
        switch (value) {
          case JsonString string -> string.getString().toLowerCase(Locale.ROOT);
          case JsonNumber number -> number.bigDecimalValue().toPlainString();
          default -> value.toString();
        };
    if (text.length() <= LONGEST) {
      return text;
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether there is anything for {@link #claim} to do. */
  static List<Field> of(Catalogue catalogue) {
    return catalogue.all().stream().filter(field -> field.handling().unique()).toList();
  }

  /**
   * Takes the new values and gives the old ones back.
   *
   * @param keep false: only says what would be taken
   * @param against gets what is taken by others, one list for each claim; those that have something
   *     there already claim nothing
   */
  void claim(
      String recordType,
      List<Field> unique,
      List<Claim> claims,
      boolean keep,
      List<List<Problem>> against) {
    Map<String, Integer> ids = ids(recordType, unique);
    Map<Key, UUID> given = new HashMap<>();
    List<Claim> unknown = new ArrayList<>();
    Map<Key, UUID> wanted = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      if (against.get(i).isEmpty()) {
        Claim claim = claims.get(i);
        for (Field field : unique) {
          if (Unreadable.is(claim.before().get(field.key()))) {
            unknown.add(claim);
          }
          List<Key> before = keys(recordType, ids, field, claim.before().get(field.key()));
          List<Key> after = keys(recordType, ids, field, claim.after().get(field.key()));
          if (!before.equals(after)) {
            before.forEach(key -> given.put(key, claim.record()));
          }
          after.forEach(key -> wanted.putIfAbsent(key, claim.record()));
        }
      }
    }
    if (keep) {
      release(given);
      unknown.forEach(claim -> releaseUnreadable(claim, unique, ids));
      insert(wanted);
    }
    Map<Key, UUID> holders = holders(wanted.keySet());
    if (!keep) {
      given.forEach((key, record) -> holders.remove(key, record));
      wanted.forEach(holders::putIfAbsent);
    }
    Map<Key, UUID> inVain = new HashMap<>();
    for (int i = 0; i < claims.size(); i++) {
      if (against.get(i).isEmpty()) {
        refuse(recordType, claims.get(i), unique, ids, holders, inVain, against.get(i));
      }
    }
    if (keep) {
      release(inVain);
    }
  }

  /** Of a value that nobody can read any more it is not known what it claims. */
  private void releaseUnreadable(Claim claim, List<Field> unique, Map<String, Integer> ids) {
    for (Field field : unique) {
      JsonValue before = claim.before().get(field.key());
      if (Unreadable.is(before) && !before.equals(claim.after().get(field.key()))) {
        work.sql()
            .execute(
                "DELETE FROM field_unique WHERE record_id = ? AND field_id = ?",
                claim.record(),
                ids.get(field.key()));
      }
    }
  }

  private void refuse(
      String recordType,
      Claim claim,
      List<Field> unique,
      Map<String, Integer> ids,
      Map<Key, UUID> holders,
      Map<Key, UUID> inVain,
      List<Problem> against) {
    Map<Key, UUID> own = new HashMap<>();
    for (Field field : unique) {
      JsonValue value = claim.after().get(field.key());
      List<Key> keys = keys(recordType, ids, field, value);
      if (keys.isEmpty() || value.equals(claim.before().get(field.key()))) {
        // one that repeats since before the field became unique may stay
        continue;
      }
      boolean taken = false;
      for (Key key : keys) {
        if (claim.record().equals(holders.get(key))) {
          own.put(key, claim.record());
        } else {
          taken = true;
        }
      }
      if (taken) {
        // what is told here may be stored with a run, where values of secret fields must not be
        String shown = field.secret() ? "•••" : Shows.of(field, value, "vi", clock.zone());
        against.add(
            new Problem(
                field.key(),
                "taken",
                new Text(
                    "“"
                        + shown
                        + "” đã có ở hồ sơ khác; “"
                        + field.label().vi()
                        + "” không được"
                        + " trùng.",
                    "Another record has “"
                        + shown
                        + "” already; “"
                        + field.label().en()
                        + "” must not repeat.")));
      }
    }
    if (!against.isEmpty()) {
      inVain.putAll(own);
    }
  }

  /**
   * Claims values that are stored already, each for its record.
   *
   * @return whether the record holds its value now; else another one does
   */
  Map<UUID, Boolean> claimStored(FieldTable.Row row, Map<UUID, JsonValue> values) {
    Map<UUID, List<Key>> keys = new LinkedHashMap<>();
    values.forEach(
        (record, value) ->
            keys.put(
                record,
                keys(row.recordType(), row.field(), value).stream()
                    .map(key -> new Key(row.id(), key))
                    .toList()));
    Map<Key, UUID> wanted = new HashMap<>();
    keys.forEach((record, all) -> all.forEach(key -> wanted.putIfAbsent(key, record)));
    if (!wanted.isEmpty()) {
      insert(wanted);
    }
    Map<Key, UUID> holders = holders(wanted.keySet());
    Map<UUID, Boolean> claimed = new HashMap<>();
    Map<Key, UUID> inVain = new HashMap<>();
    keys.forEach(
        (record, all) -> {
          boolean holds = all.stream().allMatch(key -> record.equals(holders.get(key)));
          claimed.put(record, holds);
          if (!holds) {
            all.forEach(key -> inVain.put(key, record));
          }
        });
    release(inVain);
    return claimed;
  }

  /**
   * Claims again under the newest marks what records have claimed under older ones.
   *
   * @param fields the unique ones among the secret fields, by their ids
   * @param values of the records, opened
   */
  void renew(String recordType, Map<Integer, Field> fields, Map<UUID, JsonObject> values) {
    if (fields.isEmpty() || values.isEmpty()) {
      return;
    }
    Map<Key, UUID> old = new HashMap<>();
    Map<Key, UUID> renewed = new HashMap<>();
    for (Map.Entry<Key, UUID> claim : claims(fields.keySet(), values.keySet()).entrySet()) {
      Field field = fields.get(claim.getKey().field());
      JsonValue value = values.get(claim.getValue()).get(field.key());
      List<String> keys =
          value == null || Unreadable.is(value) ? List.of() : keys(recordType, field, value);
      if (keys.isEmpty() || !keys.getFirst().equals(claim.getKey().value())) {
        old.put(claim.getKey(), claim.getValue());
        if (keys.contains(claim.getKey().value())) {
          renewed.put(new Key(claim.getKey().field(), keys.getFirst()), claim.getValue());
        }
      }
    }
    // first what others may be about to claim, as they do
    if (!renewed.isEmpty()) {
      insert(renewed);
    }
    release(old);
  }

  /**
   * Gives back some claims of the fields that are of older marks.
   *
   * @return whether there may be more
   */
  boolean sweep(Collection<Integer> fields) {
    if (fields.isEmpty()) {
      return false;
    }
    // of whatever value: it is the generation that is asked for
    Vault.Mark newest = vault.marks("", "", JsonValue.NULL).getFirst();
    String prefix = newest.generation() == 1 ? "" : MARK + newest.generation() + ":";
    Map<Key, UUID> old = new HashMap<>();
    work.sql()
        .createQuery(
            "SELECT field_id, value_key, record_id FROM field_unique WHERE field_id IN (<fields>)"
                + " AND value_key LIKE :marks AND value_key NOT LIKE :newest LIMIT :most")
        .bindList("fields", List.copyOf(fields))
        .bind("marks", MARK + "%")
        .bind("newest", prefix + "%")
        .bind("most", AT_ONCE)
        .map(
            (row, context) ->
                old.put(new Key(row.getInt(1), row.getString(2)), row.getObject(3, UUID.class)))
        .forEach(previous -> {});
    release(old);
    return old.size() == AT_ONCE;
  }

  private Map<Key, UUID> claims(Collection<Integer> fields, Collection<UUID> records) {
    Map<Key, UUID> claims = new HashMap<>();
    work.sql()
        .createQuery(
            "SELECT field_id, value_key, record_id FROM field_unique WHERE record_id IN (<records>)"
                + " AND field_id IN (<fields>)")
        .bindList("records", List.copyOf(records))
        .bindList("fields", List.copyOf(fields))
        .map(
            (row, context) ->
                claims.put(new Key(row.getInt(1), row.getString(2)), row.getObject(3, UUID.class)))
        .forEach(previous -> {});
    return claims;
  }

  private List<Key> keys(
      String recordType, Map<String, Integer> ids, Field field, @Nullable JsonValue value) {
    Integer id = ids.get(field.key());
    return value == null || id == null || Unreadable.is(value)
        ? List.of()
        : keys(recordType, field, value).stream().map(key -> new Key(id, key)).toList();
  }

  /** Several while a secret field is marked by a newer key: then all of them are claimed. */
  private List<String> keys(String recordType, Field field, JsonValue value) {
    return field.secret()
        ? vault.marks(recordType, field.key(), value).stream().map(UniqueValues::key).toList()
        : List.of(key(value));
  }

  private static String key(Vault.Mark mark) {
    return (mark.generation() == 1 ? MARK : MARK + mark.generation() + ":")
        + HexFormat.of().formatHex(mark.value());
  }

  private Map<String, Integer> ids(String recordType, List<Field> unique) {
    Map<String, Integer> ids = new HashMap<>();
    work.sql()
        .createQuery(
            "SELECT field_key, id FROM field WHERE record_type = :type AND field_key IN (<keys>)")
        .bind("type", recordType)
        .bindList("keys", unique.stream().map(Field::key).toList())
        .map((row, context) -> ids.put(row.getString(1), row.getInt(2)))
        .forEach(previous -> {});
    return ids;
  }

  /** Waits for whoever is about to claim the same; who has it already keeps it. */
  private void insert(Map<Key, UUID> wanted) {
    List<Map.Entry<Key, UUID>> all = new ArrayList<>(wanted.entrySet());
    // in one order for all, so that two writers do not wait for each other
    all.sort(
        (one, other) -> {
          int byField = Integer.compare(one.getKey().field(), other.getKey().field());
          return byField != 0 ? byField : one.getKey().value().compareTo(other.getKey().value());
        });
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Map.Entry<Key, UUID>> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      try (var insert =
          work.sql()
              .createUpdate(
                  "INSERT IGNORE INTO field_unique (field_id, value_key, record_id) VALUES "
                      + "(?,?,?),".repeat(some.size() - 1)
                      + "(?,?,?)")) {
        int at = 0;
        for (Map.Entry<Key, UUID> one : some) {
          insert.bind(at++, one.getKey().field());
          insert.bind(at++, one.getKey().value());
          insert.bind(at++, one.getValue());
        }
        insert.execute();
      }
    }
  }

  private Map<Key, UUID> holders(Collection<Key> keys) {
    Map<Key, UUID> holders = new HashMap<>();
    List<Key> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Key> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      // a locking read: it sees who has committed since this transaction began
      try (var query =
          work.sql()
              .createQuery(
                  "SELECT field_id, value_key, record_id FROM field_unique WHERE "
                      + matching(some.size(), "")
                      + " LOCK IN SHARE MODE")) {
        bind(query, some);
        query
            .map(
                (row, context) ->
                    holders.put(
                        new Key(row.getInt(1), row.getString(2)), row.getObject(3, UUID.class)))
            .forEach(previous -> {});
      }
    }
    return holders;
  }

  private void release(Map<Key, UUID> claims) {
    List<Map.Entry<Key, UUID>> all = List.copyOf(claims.entrySet());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Map.Entry<Key, UUID>> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      try (var delete =
          work.sql()
              .createUpdate(
                  "DELETE FROM field_unique WHERE "
                      + matching(some.size(), " AND record_id = ?"))) {
        int at = 0;
        for (Map.Entry<Key, UUID> one : some) {
          delete.bind(at++, one.getKey().field());
          delete.bind(at++, one.getKey().value());
          delete.bind(at++, one.getValue());
        }
        delete.execute();
      }
    }
  }

  private static String matching(int times, String more) {
    String one = "(field_id = ? AND value_key = ?" + more + ")";
    return one + (" OR " + one).repeat(times - 1);
  }

  private static void bind(org.jdbi.v3.core.statement.Query query, List<Key> keys) {
    int at = 0;
    for (Key key : keys) {
      query.bind(at++, key.field());
      query.bind(at++, key.value());
    }
  }

  void releaseAll(Collection<UUID> records) {
    work.sql()
        .createUpdate("DELETE FROM field_unique WHERE record_id IN (<ids>)")
        .bindList("ids", List.copyOf(records))
        .execute();
  }

  void forget(int field) {
    work.sql().execute("DELETE FROM field_unique WHERE field_id = ?", field);
  }
}
