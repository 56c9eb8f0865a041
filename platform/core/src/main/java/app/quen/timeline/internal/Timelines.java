package app.quen.timeline.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerId;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelinePage;
import app.quen.timeline.TimelineSource;
import app.quen.timeline.Window;
import app.quen.timeline.Window.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Merges the sources: each gives at most as many as the page takes, so the work does not grow with
 * the timeline.
 */
@ApplicationScoped
public class Timelines {

  private static final Comparator<TimelineEntry> NEWEST_FIRST =
      Comparator.comparing(TimelineEntry::at)
          .thenComparing(entry -> entry.id().toString())
          .reversed();

  private static final int ROUNDS = 5;
  private static final int PER_ROUND = 100;

  @Inject @Any Instance<TimelineSource> sources;
  @Inject Access access;
  @Inject Work work;

  public TimelinePage page(
      CustomerId customer,
      Set<String> kinds,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String cursor,
      int limit) {
    requireKnown(kinds);
    Existing.require(work, customer);
    return merged(
        customer, kinds, new Window(from, to, cursor == null ? null : position(cursor)), limit);
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
    Existing.require(work, customer);
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
            return new TimelinePage(found, cursor(entry));
          }
        }
      }
      next = read.nextCursor();
      if (next == null) {
        break;
      }
    }
    return new TimelinePage(found, next);
  }

  private TimelinePage merged(CustomerId customer, Set<String> kinds, Window window, int limit) {
    List<TimelineEntry> merged = new ArrayList<>();
    for (TimelineSource source : sources) {
      if ((kinds.isEmpty() || kinds.contains(source.kind()))
          && access.permits(source.permission())) {
        merged.addAll(source.newest(customer, window, limit + 1));
      }
    }
    merged.sort(NEWEST_FIRST);
    boolean more = merged.size() > limit;
    List<TimelineEntry> page = List.copyOf(more ? merged.subList(0, limit) : merged);
    return new TimelinePage(page, more ? cursor(page.getLast()) : null);
  }

  private void requireKnown(Set<String> kinds) {
    Set<String> known = new TreeSet<>();
    sources.forEach(source -> known.add(source.kind()));
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw invalid(
            "kinds",
            "Không có loại «%s»; hãy chọn trong: %s.".formatted(kind, String.join(", ", known)),
            "There is no kind “%s”; it is one of: %s.".formatted(kind, String.join(", ", known)));
      }
    }
  }

  private static String cursor(TimelineEntry last) {
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
