package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.customer.MadeRecords;
import app.quen.customer.Source;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Interactions, feedback and tasks that an import made. */
@ApplicationScoped
class ImportedRecords implements MadeRecords {

  @Inject Access access;
  @Inject Records records;
  @Inject @Any Instance<RecordDeclaration> declared;

  @Override
  public boolean keeps(String recordType) {
    return find(recordType).isPresent();
  }

  @Override
  public Map<UUID, State> states(String recordType, Collection<UUID> ids) {
    access.require(recordType + ":delete");
    RecordType type = find(recordType).orElseThrow();
    Map<UUID, State> states = new HashMap<>();
    for (RecordView record : records.show(type, ids)) {
      String title = record.json().getString(type.title(), "");
      boolean trashed = record.json().containsKey("deletedAt");
      states.put(record.id(), new State(title, record.version(), trashed));
    }
    return states;
  }

  @Override
  public void trash(String recordType, UUID id, Source source) {
    records.trash(find(recordType).orElseThrow(), id, source);
  }

  private Optional<RecordType> find(String recordType) {
    return declared.stream()
        .map(RecordDeclaration::type)
        .filter(type -> type.name().equals(recordType))
        .findFirst();
  }
}
