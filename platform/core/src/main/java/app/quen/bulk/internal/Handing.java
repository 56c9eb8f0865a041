package app.quen.bulk.internal;

import app.quen.bulk.BulkView.Note;
import app.quen.bulk.BulkView.Result;
import app.quen.bulk.internal.HandedRows.Kind;
import app.quen.bulk.internal.HandedRows.Row;
import app.quen.customer.ChangeManyCustomers;
import app.quen.customer.ChangeManyCustomers.Wish;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerOutcome;
import app.quen.customer.Source;
import app.quen.customer.UndoChanges;
import app.quen.customer.UndoChanges.Undone;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does a hand-over chunk by chunk, each record as if somebody changed it alone; and the way back.
 */
@ApplicationScoped
class Handing {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject HandedRows rows;
  @Inject ChangeManyCustomers changing;
  @Inject UndoChanges undoing;
  @Inject RecordEdits edits;

  /** Customers last: who hands over may not see them any more then, nor what belongs to them. */
  private static final List<Kind> FORTH = HandedRows.KINDS.reversed();

  /**
   * How far it is.
   *
   * @param after of its kind
   */
  private record Place(int phase, @Nullable UUID after) {

    static Place of(Run run) {
      String written = run.position();
      if (written == null) {
        return new Place(0, null);
      }
      int phase = written.charAt(0) - '0';
      return new Place(phase, written.length() > 1 ? UUID.fromString(written.substring(2)) : null);
    }

    /**
     * As the run keeps it; null at the end.
     *
     * @param last null if there is no more of the kind
     */
    @Nullable String next(@Nullable UUID last) {
      if (last != null) {
        return phase + " " + last;
      }
      return phase + 1 < FORTH.size() ? String.valueOf(phase + 1) : null;
    }
  }

  /**
   * What a chunk did.
   *
   * @param next where to go on, as the run keeps it; null at the end
   */
  record Chunk(int seen, Result result, List<Note> notes, @Nullable String next) {}

  Chunk next(Run run) {
    Place place = Place.of(run);
    Kind kind = FORTH.get(place.phase());
    List<Row> part = rows.page(run.id(), kind, null, place.after(), RecordEdits.AT_ONCE);
    List<Note> notes = new ArrayList<>();
    long changed = part.isEmpty() ? 0 : hand(run, kind, part, notes);
    long left = part.size() - changed - notes.size();
    return new Chunk(
        part.size(),
        new Result(changed, 0, left, notes.size()),
        notes,
        place.next(part.isEmpty() ? null : part.getLast().id()));
  }

  private long hand(Run run, Kind kind, List<Row> part, List<Note> notes) {
    Set<UUID> still =
        rows.stillOf(kind, HandOvers.from(run.plan()), part.stream().map(Row::id).toList());
    Map<UUID, String> names = rows.names(kind, part.stream().map(Row::id).toList());
    List<Row> ready = new ArrayList<>();
    for (Row row : part) {
      if (still.contains(row.id())) {
        ready.add(row);
      } else {
        notes.add(
            new Note(
                kind.type(), row.id(), names.getOrDefault(row.id(), ""), List.of(notTheirs())));
      }
    }
    return kind.isCustomer()
        ? customers(run, ready, names, notes)
        : records(run, kind, ready, notes);
  }

  private long customers(Run run, List<Row> ready, Map<UUID, String> names, List<Note> notes) {
    List<CustomerOutcome> outcomes =
        changing.change(
            ready.stream()
                .map(
                    row ->
                        new Wish(
                            new CustomerId(row.id()),
                            patch(row.kind(), row.to()),
                            List.of(),
                            List.of()))
                .toList(),
            Source.bulk(run.id(), null));
    long changed = 0;
    for (int i = 0; i < ready.size(); i++) {
      CustomerOutcome outcome = outcomes.get(i);
      UUID id = ready.get(i).id();
      if (outcome.refused()) {
        notes.add(new Note("customer", id, names.getOrDefault(id, ""), outcome.problems()));
      } else if (outcome.changed()) {
        changed++;
      }
    }
    return changed;
  }

  private long records(Run run, Kind kind, List<Row> ready, List<Note> notes) {
    long changed = 0;
    Map<UUID, JsonObject> patches = new LinkedHashMap<>();
    ready.forEach(row -> patches.put(row.id(), patch(kind, row.to())));
    for (RecordEdits.Tried one : edits.change(run.id(), kind.type(), patches)) {
      if (!one.problems().isEmpty()) {
        notes.add(new Note(kind.type(), one.id(), one.name(), one.problems()));
      } else if (!one.changes().isEmpty()) {
        changed++;
      }
    }
    return changed;
  }

  private static JsonObject patch(Kind kind, UUID to) {
    return JSON.createObjectBuilder().add(kind.field(), to.toString()).build();
  }

  /**
   * A step back, one kind after the other.
   *
   * @param next where to go on, as the run keeps it; null at the end
   */
  record Back(Undone undone, @Nullable String next) {}

  Back back(Run undoing, UUID of, Source source) {
    Place place = Place.of(undoing);
    UUID after = place.after();
    Kind kind = HandedRows.KINDS.get(place.phase());
    Undone undone =
        // nobody need be allowed to change what was not handed over
        rows.page(of, kind, null, null, 1).isEmpty()
            ? new Undone(0, 0, 0, List.of(), null)
            : kind.isCustomer()
                ? this.undoing.undo(of, after, RecordEdits.AT_ONCE, source)
                : edits.undo(kind.type(), true, of, after, source);
    return new Back(undone, place.next(undone.last()));
  }

  private static Problem notTheirs() {
    return new Problem(
        "*",
        "changed-since",
        new Text(
            "Không còn là của người bàn giao, hoặc bạn không sửa được, nên giữ nguyên.",
            "It is no more of who hands over, or you may not change it, so it stays."));
  }
}
