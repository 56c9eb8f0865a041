package app.quen.timeline.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerId;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.timeline.TimelineSource;
import app.quen.timeline.TimelineSource.Place;
import app.quen.timeline.TimelineSource.Track;
import app.quen.timeline.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Looks for the newest places of all sources at once. */
@WithoutSight(
    because =
        "each source puts the condition of its sight into its track, and Timelines asks for the"
            + " customer")
final class Places {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("''uuuu-MM-dd HH:mm:ss.SSSSSS''");

  private static final Comparator<Found> NEWEST_FIRST =
      Comparator.comparing((Found found) -> found.place().at())
          .thenComparing(found -> found.place().id().toString())
          .reversed();

  private Places() {}

  record Found(TimelineSource source, Place place) {}

  /** The newest in the window, newest first by (at, id), ids in the order of their text. */
  static List<Found> newest(
      Handle sql, List<TimelineSource> sources, CustomerId customer, Window window, int limit) {
    List<Found> found = new ArrayList<>();
    if (!sources.isEmpty()) {
      String query =
          IntStream.range(0, sources.size())
              .mapToObj(i -> select(i, sources.get(i).track(), window, limit))
              .collect(Collectors.joining(" UNION ALL "));
      PlainSql.read(
          sql,
          query,
          List.of(customer.value()),
          row ->
              found.add(
                  new Found(
                      sources.get(row.getInt(1)),
                      new Place(
                          row.getObject(2, UUID.class),
                          row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))));
    }
    found.sort(NEWEST_FIRST);
    return found.size() > limit ? found.subList(0, limit) : found;
  }

  /** Each reads no more than the page takes, so the work does not grow with the timeline. */
  private static String select(int number, Track track, Window window, int limit) {
    StringBuilder sql =
        new StringBuilder("(SELECT ")
            .append(number)
            .append(" AS source, %s AS id, %s AS at".formatted(track.id(), track.at()))
            .append(" FROM ")
            .append(track.table())
            .append(" WHERE customer_id = %1$s AND ")
            .append(track.condition());
    if (window.from() != null) {
      sql.append(" AND %s >= %s".formatted(track.at(), text(window.from())));
    }
    if (window.to() != null) {
      sql.append(" AND %s < %s".formatted(track.at(), text(window.to())));
    }
    if (window.before() != null) {
      String at = text(window.before().at());
      sql.append(" AND %s <= %s".formatted(track.at(), at))
          .append(
              " AND (%s < %s OR %s < '%s')"
                  .formatted(track.at(), at, track.id(), window.before().id()));
    }
    return sql.append(" ORDER BY %s DESC, %s DESC LIMIT ".formatted(track.at(), track.id()))
        .append(limit)
        .append(')')
        .toString();
  }

  private static String text(Instant instant) {
    return MICROSECONDS.format(Utc.of(instant));
  }
}
