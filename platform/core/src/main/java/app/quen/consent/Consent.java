package app.quen.consent;

import app.quen.access.Actor;
import app.quen.customer.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, and the proof of it. It is never changed: who says something else has a new
 * one.
 *
 * @param version of the purpose's text
 * @param at when the customer said so
 * @param sourceId and {@code source}, its name: where the customer said so
 * @param actor who recorded it
 * @param textShown what the customer had before the eyes, or was read out
 * @param address the IP, e-mail address or phone number that it came from
 */
public record Consent(
    UUID id,
    CustomerId customer,
    PurposeId purpose,
    ConsentChannel channel,
    ConsentState state,
    int version,
    Instant at,
    Instant recordedAt,
    UUID sourceId,
    String source,
    Actor actor,
    @Nullable String textShown,
    @Nullable String address,
    @Nullable String note) {

  /** The same for who may not know where it came from, nor what was written of it. */
  public Consent withoutAddress() {
    return new Consent(
        id,
        customer,
        purpose,
        channel,
        state,
        version,
        at,
        recordedAt,
        sourceId,
        source,
        actor,
        textShown,
        null,
        null);
  }
}
