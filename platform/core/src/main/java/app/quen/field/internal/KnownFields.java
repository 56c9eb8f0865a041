package app.quen.field.internal;

import app.quen.field.internal.FieldTable.Row;
import app.quen.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of fields that were read, of the tenants that asked last. Kept under the mark that the
 * fields had in the transaction that read them: what a transaction has changed and not committed
 * stands under a mark that only itself sees.
 */
final class KnownFields {

  private static final int TENANTS = 256;

  private record Known(String mark, Map<String, List<Row>> byRecordType) {}

  private final Map<TenantId, Known> tenants =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TenantId, Known> eldest) {
          return size() > TENANTS;
        }
      };

  List<Row> of(
      TenantId tenant, String mark, String recordType, Function<String, List<Row>> reading) {
    Map<String, List<Row>> known = known(tenant, mark).byRecordType;
    @Nullable List<Row> rows = known.get(recordType);
    if (rows == null) {
      rows = List.copyOf(reading.apply(recordType));
      known.put(recordType, rows);
    }
    return rows;
  }

  private synchronized Known known(TenantId tenant, String mark) {
    @Nullable Known known = tenants.get(tenant);
    if (known == null || !known.mark.equals(mark)) {
      known = new Known(mark, new ConcurrentHashMap<>());
      tenants.put(tenant, known);
    }
    return known;
  }
}
