package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.bulk.ListReceivers.Handed;
import app.quen.bulk.ListReceivers.Page;
import app.quen.bulk.ListReceivers.Received;
import app.quen.bulk.ListReceivers.Receiver;
import app.quen.bulk.NoSuchRun;
import app.quen.bulk.internal.HandedRows.Kind;
import app.quen.bulk.internal.HandedRows.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each receiver of a hand-over gets. */
@ApplicationScoped
public class Receivers {

  private static final int LISTED = 50;

  @Inject Access access;
  @Inject Runs runs;
  @Inject RunRows runRows;
  @Inject HandedRows rows;

  public List<Receiver> all(UUID run) {
    runs.show(run);
    requireHandOver(run);
    return rows.counts(run).entrySet().stream()
        .map(entry -> new Receiver(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(receiver -> receiver.member().toString()))
        .toList();
  }

  public Page list(UUID run, UUID member, @Nullable UUID after, int limit) {
    requireHandOver(run);
    Actor actor = access.actor();
    if (actor.kind() != Actor.Kind.MEMBER || !member.equals(actor.id())) {
      runs.show(run);
    }
    List<Row> found = rows.page(run, null, member, after, limit + 1);
    List<Row> shown = found.size() > limit ? found.subList(0, limit) : found;
    Map<UUID, String> names = new HashMap<>();
    for (Kind kind : HandedRows.KINDS) {
      if (access.permits(kind.type() + ":read")) {
        names.putAll(
            rows.names(
                kind, shown.stream().filter(row -> row.kind() == kind).map(Row::id).toList()));
      }
    }
    return new Page(
        shown.stream()
            .map(row -> new Handed(row.kind().type(), row.id(), names.get(row.id()), row.moved()))
            .toList(),
        found.size() > limit ? shown.getLast().id() : null);
  }

  /** By which who is acting got something, or is getting it. */
  public List<Received> own() {
    UUID self = access.actor().kind() == Actor.Kind.MEMBER ? access.actor().id() : null;
    List<Received> own = new ArrayList<>();
    if (self != null) {
      rows.received(self, LISTED)
          .forEach(
              (id, counts) -> {
                Run run = runRows.find(id).orElseThrow();
                own.add(
                    new Received(
                        id,
                        HandOvers.from(run.plan()),
                        run.starter().name(),
                        run.view().state(),
                        run.startedAt(),
                        counts));
              });
    }
    return own;
  }

  private void requireHandOver(UUID run) {
    runRows
        .find(run)
        .filter(found -> found.kind().equals(Run.HAND_OVER))
        // to who gets something a draft is nothing yet
        .filter(found -> !found.is(Run.DRAFT) || isOf(found))
        .orElseThrow(() -> new NoSuchRun(run));
  }

  private boolean isOf(Run run) {
    Actor actor = access.actor();
    return run.createdBy().kind() == actor.kind()
        && java.util.Objects.equals(run.createdBy().id(), actor.id());
  }
}
