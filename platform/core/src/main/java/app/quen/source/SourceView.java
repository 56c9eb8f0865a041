package app.quen.source;

import app.quen.access.Actor;
import app.quen.text.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source of data.
 *
 * @param purpose what the data is collected for, as customers may be told
 * @param active a retired one keeps its records and takes no new ones
 * @param apiKeyId the API key whose writes come from this source
 */
public record SourceView(
    UUID id,
    int version,
    SourceKind kind,
    String name,
    Text purpose,
    Confidence confidence,
    boolean active,
    @Nullable UUID apiKeyId,
    Instant createdAt,
    Actor createdBy,
    Instant updatedAt,
    Actor updatedBy) {

  /** Whether it is the one that takes what names no source. */
  public boolean standard() {
    return id.equals(kind.standard());
  }
}
