package app.quen.web;

import app.quen.access.Actor;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did something. */
@Schema(name = "Actor", description = "Who did something.")
public record ActorJson(
    @Schema(enumeration = {"member", "api_key", "plugin", "operator", "system"}) String kind,
    @Schema(description = "The account or API key; null where the kind says it all.")
        @Nullable UUID id,
    @Schema(description = "The name at the time of the act.", examples = "Nguyễn Thị Lan")
        String name) {

  public static ActorJson of(Actor actor) {
    return new ActorJson(actor.kind().name().toLowerCase(Locale.ROOT), actor.id(), actor.name());
  }
}
