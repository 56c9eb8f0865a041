package app.quen.link;

import app.quen.access.Actor;
import app.quen.customer.CustomerId;
import app.quen.text.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link as one of its customers sees it.
 *
 * @param outwards whether it reads from this customer to the other; always, for a type without a
 *     direction
 * @param other who is at the other end
 * @param until null where it lasts
 */
public record LinkView(
    UUID id,
    int version,
    LinkType type,
    boolean outwards,
    Other other,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    @Nullable String note,
    Instant createdAt,
    Actor createdBy) {

  /** A customer as others' links show it. */
  public record Other(CustomerId id, String kind, String name, boolean archived) {}

  public Text label() {
    return type.label(outwards);
  }
}
