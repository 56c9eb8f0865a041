package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.MadeRecords;
import app.quen.customer.MadeRecords.State;
import app.quen.customer.MadeRecords.Taken;
import app.quen.customer.RunMemory;
import app.quen.customer.Source;
import app.quen.customer.UndoChanges.Kept;
import app.quen.customer.internal.RunChanges.Done;
import app.quen.database.Work;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records of other kinds that runs made. Where of a customer the digest stands with which it was
 * made, of these stands {@code <kind> <version>}.
 */
@WithoutSight(
    because =
        "it keeps what runs did for their undoing; the states come through the components "
            + "of the records")
@ApplicationScoped
public class RunRecords implements RunMemory {

  @Inject Work work;
  @Inject RunForgetting forgetting;
  @Inject @Any Instance<MadeRecords> keepers;

  /** A record that is no customer, as the run left it. */
  record Mark(String recordType, int version) {

    static Mark of(String made) {
      int space = made.indexOf(' ');
      return new Mark(made.substring(0, space), Integer.parseInt(made.substring(space + 1)));
    }

    static boolean is(Done done) {
      return done.made() != null && done.made().indexOf(' ') > 0;
    }

    String text() {
      return recordType + " " + version;
    }
  }

  @Override
  public void made(Source source, String recordType, Map<UUID, Integer> versions) {
    UUID run = source.undoableRun();
    if (run == null || versions.isEmpty()) {
      return;
    }
    forgetting.watch(run);
    Insert insert =
        Insert.orUpdate("made = made", "change_before", "run_id", "customer_id", "made");
    versions.forEach((id, version) -> insert.add(run, id, new Mark(recordType, version).text()));
    insert.run(work.sql());
  }

  @Override
  public void forgetLater(Source source) {
    UUID run = source.undoableRun();
    if (run != null) {
      forgetting.watch(run);
    }
  }

  @Override
  public void goesOn(Source source, String recordType, UUID record, int from, int to) {
    UUID run = source.undoableRun();
    if (run != null) {
      work.sql()
          .createUpdate(
              "UPDATE change_before SET made = :to WHERE run_id = :run AND customer_id = :id"
                  + " AND made = :from")
          .bind("run", run)
          .bind("id", record)
          .bind("from", new Mark(recordType, from).text())
          .bind("to", new Mark(recordType, to).text())
          .execute();
    }
  }

  /** Takes those back that are as the run left them. */
  Taken takeBack(List<Done> part, Source source) {
    int trashed = 0;
    Set<UUID> away = new HashSet<>();
    List<Kept> kept = new ArrayList<>();
    Map<String, List<Done>> byType =
        part.stream().collect(Collectors.groupingBy(done -> mark(done).recordType()));
    for (var entry : byType.entrySet()) {
      String type = entry.getKey();
      MadeRecords keeper =
          keepers.stream().filter(one -> one.keeps(type)).findFirst().orElseThrow();
      Map<UUID, State> now =
          keeper.states(type, entry.getValue().stream().map(Done::customer).toList());
      for (Done done : entry.getValue()) {
        UUID id = done.customer();
        State state = now.get(id);
        if (state == null || state.trashed()) {
          away.add(id);
        } else if (mark(done).version() == FOUND) {
          kept.add(new Kept(type, id, state.name(), "*", wasThere()));
        } else if (mark(done).version() != state.version()) {
          kept.add(new Kept(type, id, state.name(), "*", Bulk.changedSince()));
        } else {
          keeper.trash(type, id, source);
          away.add(id);
          trashed++;
        }
      }
    }
    return new Taken(trashed, away, kept);
  }

  private static Mark mark(Done done) {
    return Mark.of(java.util.Objects.requireNonNull(done.made()));
  }

  private static Problem wasThere() {
    return new Problem(
        "*",
        "was-there",
        new Text(
            "Đã có từ trước lần nhập, nên giữ như hiện nay.",
            "It was there before the import, so it stays as it is now."));
  }
}
