package app.quen.attachment.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.field.RecordLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** So that a field can hold one of the files at its own record. */
@WithoutSight(
    because =
        "it tells whether a file is there and whose it is, for a value that somebody "
            + "writes, and shows nothing of it")
@ApplicationScoped
class AttachmentLookup implements RecordLookup {

  @Inject Work work;

  @Override
  public String recordType() {
    return "file";
  }

  @Override
  public Set<UUID> existing(Collection<UUID> ids) {
    return holders(ids).keySet();
  }

  @Override
  public Map<UUID, UUID> holders(Collection<UUID> ids) {
    return work
        .sql()
        // held until it stands in the field, so that nobody deletes it before
        .createQuery("SELECT id, record_id FROM attachment WHERE id IN (<ids>) LOCK IN SHARE MODE")
        .bindList("ids", Set.copyOf(ids))
        .map(
            (row, context) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
