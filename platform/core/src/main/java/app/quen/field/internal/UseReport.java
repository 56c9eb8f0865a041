package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.FieldReport;
import app.quen.field.FieldReport.Item;
import app.quen.field.FieldUse.Way;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code field_use}. */
@ApplicationScoped
public class UseReport {

  /** In place of a field's key: what concerns all of them. */
  static final String ALL = "*";

  static final String COUNTED = "COUNTED";
  static final String COUNTING = "COUNTING";
  static final String FILLED = "FILLED";

  /** A count that was begun longer ago has been given up. */
  private static final int HOURS = 6;

  @Inject Work work;
  @Inject FieldTable table;
  @Inject FieldJobs jobs;

  private record Noted(LocalDate lastOn, @Nullable Long amount) {}

  public FieldReport show(String recordType, LocalDate since) {
    RecordTable.of(recordType);
    Map<String, Map<String, Noted>> noted = new HashMap<>();
    work.sql()
        .createQuery(
            "SELECT field_key, way, last_on, amount FROM field_use WHERE record_type = :type")
        .bind("type", recordType)
        .map(
            (row, context) ->
                noted
                    .computeIfAbsent(row.getString(1), k -> new HashMap<>())
                    .put(
                        row.getString(2),
                        new Noted(
                            row.getObject(3, LocalDate.class),
                            (Long) row.getObject(4, Long.class))))
        .forEach(previous -> {});
    Map<String, Noted> whole = noted.getOrDefault(ALL, Map.of());
    Noted counted = whole.get(COUNTED);
    List<Item> items =
        table.all(recordType).stream()
            .filter(FieldTable.Row::active)
            .map(row -> item(row, noted.getOrDefault(row.field().key(), Map.of()), since))
            .toList();
    return new FieldReport(
        since,
        counted == null ? null : counted.lastOn(),
        isCounting(whole.get(COUNTING)),
        counted == null || counted.amount() == null ? 0 : counted.amount(),
        items);
  }

  private static boolean isCounting(@Nullable Noted counting) {
    return counting != null
        && counting.amount() != null
        && Instant.ofEpochSecond(counting.amount())
            .plusSeconds(HOURS * 3_600L)
            .isAfter(Instant.now());
  }

  private static Item item(FieldTable.Row row, Map<String, Noted> noted, LocalDate since) {
    boolean used =
        Stream.of(Way.values())
            .map(way -> noted.get(way.name()))
            .anyMatch(use -> use != null && !use.lastOn().isBefore(since));
    boolean there = row.addedAt().isBefore(since.atStartOfDay().toInstant(ZoneOffset.UTC));
    Noted filled = noted.get(FILLED);
    return new Item(
        row.state(),
        filled == null ? null : filled.amount(),
        day(noted, Way.WRITTEN),
        day(noted, Way.READ),
        day(noted, Way.FILTERED),
        day(noted, Way.SORTED),
        day(noted, Way.EXPORTED),
        there && !used);
  }

  private static @Nullable LocalDate day(Map<String, Noted> noted, Way way) {
    Noted use = noted.get(way.name());
    return use == null ? null : use.lastOn();
  }

  public void orderCount(String recordType) {
    RecordTable.of(recordType);
    Instant now = Instant.now();
    int begun =
        work.sql()
            .createUpdate(
                "INSERT INTO field_use (record_type, field_key, way, last_on, amount)"
                    + " VALUES (:type, '*', 'COUNTING', :day, :now) ON DUPLICATE KEY UPDATE"
                    + " amount = IF(amount < :old, :now, amount)")
            .bind("type", recordType)
            .bind("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
            .bind("now", now.getEpochSecond())
            .bind("old", now.minusSeconds(HOURS * 3_600L).getEpochSecond())
            .execute();
    if (begun > 0) {
      jobs.orderCount(recordType);
    }
  }
}
