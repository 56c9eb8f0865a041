package app.quen.attachment.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.timeline.TimelineFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The files beside what happened. Who sees a record sees its files. */
@WithoutSight(because = "the timeline asks only for records that it shows to the reader already")
@ApplicationScoped
class AttachedFiles implements TimelineFiles {

  @Inject Work work;

  @Override
  public Map<UUID, List<Attached>> at(Map<String, ? extends Collection<UUID>> ids) {
    Map<UUID, List<Attached>> found = new HashMap<>();
    PlainSql.read(
        work.sql(),
        "SELECT record_id, id, file_name FROM attachment WHERE record_type IN ('"
            + String.join("','", ids.keySet())
            + "') AND record_id IN (%s) ORDER BY record_type, record_id, id",
        ids.values().stream().flatMap(Collection::stream).toList(),
        row ->
            found
                .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                .add(new Attached(row.getObject(2, UUID.class), row.getString(3))));
    return found;
  }
}
