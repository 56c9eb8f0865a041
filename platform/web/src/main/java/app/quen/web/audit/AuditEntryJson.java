package app.quen.web.audit;

import app.quen.access.Actor;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditPage;
import app.quen.web.ActorJson;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the trail. */
@Schema(name = "AuditEntry")
public record AuditEntryJson(
    @Schema(description = "1, 2, 3 …, without gaps.") long seq,
    Instant at,
    ActorJson actor,
    @Schema(description = "For whom, where that is not the actor.") @Nullable ActorJson onBehalfOf,
    @Schema(examples = "CustomerRevised") String act,
    @Schema(examples = "customer") @Nullable String recordType,
    @Nullable UUID recordId,
    @Nullable UUID customerId,
    @Schema(
            description =
                "Of a change what its fact says (changes with field, before and after; source; …),"
                    + " of anything else what it was about.")
        @Nullable JsonObject detail,
    @Schema(description = "The reason, where one was given.") @Nullable String why,
    @Schema(description = "The IP address; null where nobody asked from outside.")
        @Nullable String address,
    @Schema(description = "The program that asked, as it calls itself, or a job.")
        @Nullable String client,
    @Schema(description = "SHA-256 of the entry and the hash before it, in hexadecimal.")
        String hash) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** A page of the trail. */
  @Schema(name = "AuditEntries")
  public record PageJson(
      List<AuditEntryJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

    static PageJson of(AuditPage page) {
      Long next = page.next();
      return new PageJson(
          page.items().stream().map(AuditEntryJson::of).toList(),
          next == null ? null : Long.toString(next, Character.MAX_RADIX));
    }
  }

  private static AuditEntryJson of(AuditEntry entry) {
    return new AuditEntryJson(
        entry.sequence(),
        entry.at(),
        ActorJson.of(entry.actor()),
        actor(entry.onBehalfOf()),
        entry.act(),
        entry.recordType(),
        entry.recordId(),
        entry.customerId(),
        detail(entry.changes()),
        entry.why(),
        entry.address(),
        entry.client(),
        HexFormat.of().formatHex(entry.hash()));
  }

  private static @Nullable ActorJson actor(@Nullable Actor actor) {
    return actor == null ? null : ActorJson.of(actor);
  }

  /** Who bends a row may leave something else there than JSON: the rest is shown all the same. */
  private static @Nullable JsonObject detail(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      return JSON.createObjectBuilder().add("unreadable", text).build();
    }
  }
}
