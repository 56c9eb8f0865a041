package app.quen.timeline.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineFiles;
import app.quen.timeline.TimelinePage;
import app.quen.timeline.TimelineSource;
import app.quen.timeline.TimelineSource.Place;
import app.quen.timeline.Window;
import app.quen.timeline.Window.Position;
import app.quen.timeline.internal.Places.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges the sources, page by page. */
@ApplicationScoped
public class Timelines {

  private static final int ROUNDS = 5;
  private static final int PER_ROUND = 100;

  /** The kinds whose entries are records themselves, which can have files. */
  private static final Set<String> OF_RECORDS = Set.of("order", "interaction", "feedback", "task");

  @Inject @Any Instance<TimelineSource> sources;
  @Inject TimelineFiles files;
  @Inject Access access;
  @Inject Work work;
  @Inject CustomersInSight customers;

  public TimelinePage page(
      CustomerId customer,
      Set<String> kinds,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String cursor,
      int limit) {
    requireKnown(kinds);
    customers.require(customer);
    return withFiles(
        merged(
            customer,
            kinds,
            new Window(from, to, cursor == null ? null : position(cursor)),
            limit));
  }

  /** Reads so many entries at most, found or not: a page may be short, and is no end then. */
  public TimelinePage search(
      CustomerId customer,
      Set<String> kinds,
      @Nullable Instant from,
      @Nullable Instant to,
      String text,
      @Nullable String cursor,
      int limit) {
    requireKnown(kinds);
    customers.require(customer);
    var sought = new Sought(text);
    List<TimelineEntry> found = new ArrayList<>();
    String next = cursor;
    for (int round = 0; round < ROUNDS; round++) {
      var window = new Window(from, to, next == null ? null : position(next));
      TimelinePage read = merged(customer, kinds, window, PER_ROUND);
      for (TimelineEntry entry : read.items()) {
        if (sought.isIn(entry)) {
          found.add(entry);
          if (found.size() == limit) {
            return withFiles(page(found, cursor(new Place(entry.id(), entry.at()))));
          }
        }
      }
      next = read.nextCursor();
      if (next == null) {
        break;
      }
    }
    return withFiles(page(found, next));
  }

  private static TimelinePage page(List<TimelineEntry> entries, @Nullable String cursor) {
    return new TimelinePage(entries, cursor, Map.of());
  }

  private TimelinePage withFiles(TimelinePage page) {
    Map<String, List<UUID>> records =
        page.items().stream()
            .filter(entry -> OF_RECORDS.contains(entry.kind()))
            .collect(
                Collectors.groupingBy(
                    TimelineEntry::kind,
                    Collectors.mapping(TimelineEntry::id, Collectors.toList())));
    return records.isEmpty()
        ? page
        : new TimelinePage(page.items(), page.nextCursor(), files.at(records));
  }

  private TimelinePage merged(CustomerId customer, Set<String> kinds, Window window, int limit) {
    List<TimelineSource> asked =
        sources.stream()
            .filter(source -> kinds.isEmpty() || kinds.contains(source.kind()))
            .filter(source -> access.permits(source.permission()))
            .toList();
    List<Found> found = Places.newest(work.sql(), asked, customer, window, limit + 1);
    boolean more = found.size() > limit;
    List<Found> page = more ? found.subList(0, limit) : found;
    return page(entries(customer, page), more ? cursor(page.getLast().place()) : null);
  }

  /** In the order of the places; each source is asked once. */
  private static List<TimelineEntry> entries(CustomerId customer, List<Found> page) {
    Map<TimelineSource, List<Place>> bySource = new LinkedHashMap<>();
    for (Found found : page) {
      bySource.computeIfAbsent(found.source(), source -> new ArrayList<>()).add(found.place());
    }
    Map<TimelineSource, Map<UUID, TimelineEntry>> entries = new HashMap<>();
    bySource.forEach(
        (source, places) ->
            entries.put(
                source,
                source.entries(customer, places).stream()
                    .collect(Collectors.toMap(TimelineEntry::id, Function.identity()))));
    return page.stream()
        .map(found -> entries.get(found.source()).get(found.place().id()))
        .filter(Objects::nonNull)
        .toList();
  }

  private void requireKnown(Set<String> kinds) {
    Set<String> known = new TreeSet<>();
    sources.forEach(source -> known.add(source.kind()));
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw invalid(
            "kinds",
            "Không có loại “%s”; hãy chọn trong: %s.".formatted(kind, String.join(", ", known)),
            "There is no kind “%s”; it is one of: %s.".formatted(kind, String.join(", ", known)));
      }
    }
  }

  private static String cursor(Place last) {
    String text = last.at() + " " + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Position position(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      int space = text.indexOf(' ');
      return new Position(
          Instant.parse(text.substring(0, space)), UUID.fromString(text.substring(space + 1)));
    } catch (RuntimeException e) {
      throw invalid(
          "cursor",
          "Trang này không còn; hãy mở lại dòng thời gian từ đầu.",
          "There is no such page; read the timeline from its beginning.");
    }
  }

  private static Invalid invalid(String field, String vi, String en) {
    return new Invalid(List.of(new Problem(field, "unknown", new Text(vi, en))));
  }
}
