package app.quen.job.internal;

import app.quen.tenant.TenantId;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is stored of a job: for whom, and what it was told. Text, so that it outlives classes. */
record Order(TenantId tenant, String id, String data) {

  static final Serializer SERIALIZER =
      new Serializer() {
        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
          return data instanceof Order(var tenant, var id, var text)
              ? (tenant + "\n" + id + "\n" + text).getBytes(StandardCharsets.UTF_8)
              : null;
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
          return type.cast(parse(stored));
        }
      };

  /** The order, or null if it names no tenant. */
  private static @Nullable Order parse(byte @Nullable [] stored) {
    if (stored == null) {
      return null;
    }
    var parts = new String(stored, StandardCharsets.UTF_8).split("\n", 3);
    try {
      return parts.length == 3 ? new Order(TenantId.of(parts[0]), parts[1], parts[2]) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
