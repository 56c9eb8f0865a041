package app.quen.secret.internal;

import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.key.IndexKey;
import app.quen.key.WorkspaceKeys;
import app.quen.secret.Unreadable;
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

  /** A value's mark at a record; its name in hexadecimal, so that equal ones are equal. */
  record Mark(String hex, UUID record) {}

  /** One of each element where the value is a list. */
  Stream<Mark> of(String recordType, UUID record, String key, @Nullable JsonValue value) {
    return switch (value) {
      case null -> Stream.empty();
      case JsonObject object when Unreadable.is(object) -> Stream.empty();
      case JsonArray list ->
          list.stream().map(one -> new Mark(hex(mark(recordType, key, one)), record));
      default -> Stream.of(new Mark(hex(mark(recordType, key, value)), record));
    };
  }

  private static String hex(byte[] mark) {
    return HexFormat.of().formatHex(mark);
  }

  byte[] mark(String recordType, String key, JsonValue value) {
    String text =
        switch (value) {
          case JsonString string -> string.getString().toLowerCase(Locale.ROOT);
          case JsonNumber number -> number.bigDecimalValue().stripTrailingZeros().toPlainString();
          default -> value.toString();
        };
    return index().mark((recordType + "\n" + key + "\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  private IndexKey index() {
    return keys.index(
        tenants.current().id(),
        () ->
            !work.sql()
                .createQuery("SELECT EXISTS (SELECT 1 FROM secret_index)")
                .mapTo(Boolean.class)
                .one());
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
          });
      PlainSql.execute(
          work.sql(),
          "INSERT IGNORE INTO secret_index (mark, record_id) VALUES "
              + "(?,?),".repeat(some.size() - 1)
              + "(?,?)",
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

  void forget(Collection<UUID> records) {
    work.sql()
        .createUpdate("DELETE FROM secret_index WHERE record_id IN (<ids>)")
        .bindList("ids", List.copyOf(records))
        .execute();
  }
}
