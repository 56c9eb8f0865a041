package app.quen.customer.model;

import app.quen.access.Actor;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did something, and when: UTC, to the microsecond as the database keeps it. */
@Embeddable
public class Stamp {

  private LocalDateTime at;
  private String kind;

  @Convert(converter = NullableId.class)
  private @Nullable UUID id;

  private String name;

  protected Stamp() {}

  Stamp(Actor actor, Instant when) {
    at = LocalDateTime.ofInstant(when.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    kind = actor.kind().name();
    id = actor.id();
    name = actor.name();
  }

  LocalDateTime at() {
    return at;
  }
}
