package app.quen.record.internal;

import app.quen.access.Policy;
import app.quen.customer.CustomerId;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.record.RecordSummaries;
import app.quen.record.RecordType;
import app.quen.record.Records;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@link RecordSummaries} from the records' tables. */
@ApplicationScoped
class StoredSummaries implements RecordSummaries {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Records records;
  @Inject Policy policy;

  @Override
  public SummaryPart of(RecordType type, String name, String where, String order, int most) {
    return new Part(type, name, where, order, most);
  }

  private final class Part implements SummaryPart {

    private final RecordType type;
    private final String name;
    private final String where;
    private final String order;
    private final int most;

    Part(RecordType type, String name, String where, String order, int most) {
      this.type = type;
      this.name = name;
      this.where = where;
      this.order = order;
      this.most = most;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String permission() {
      return type.name() + ":read";
    }

    @Override
    public JsonValue of(CustomerId customer) {
      String sql =
          "SELECT id FROM %s r WHERE customer_id = ? AND deleted_at IS NULL AND %s AND %s ORDER BY %s LIMIT %d"
              .formatted(type.table(), where, policy.of(type.name()).rowsOfSeen("r"), order, most);
      List<UUID> ids = new ArrayList<>();
      PlainSql.select(
          work.sql(), sql, List.of(customer.value()), row -> ids.add(row.getObject(1, UUID.class)));
      var found = records.show(type, customer, ids);
      if (most == 1) {
        return found.isEmpty() ? JsonValue.NULL : found.get(0).json();
      }
      var list = JSON.createArrayBuilder();
      found.forEach(record -> list.add(record.json()));
      return list.build();
    }
  }
}
