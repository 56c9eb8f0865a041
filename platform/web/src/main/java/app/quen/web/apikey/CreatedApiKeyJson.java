package app.quen.web.apikey;

import app.quen.account.CreateApiKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key that was just made, with its secret. */
@Schema(name = "CreatedApiKey")
public record CreatedApiKeyJson(
    UUID id,
    String name,
    String prefix,
    List<String> permissions,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Schema(
            description = "The key itself, shown this once: Authorization: Bearer quen_live_…",
            examples = "quen_live_dhg9bkp4_x3YsPEle0wPCO9zbfqD97vkJ2XCjfFbi7wNkEErQ1Oz7vK")
        String key) {

  static CreatedApiKeyJson of(CreateApiKey.Created created) {
    var key = ApiKeyJson.of(created.apiKey());
    return new CreatedApiKeyJson(
        key.id(),
        key.name(),
        key.prefix(),
        key.permissions(),
        key.createdAt(),
        key.expiresAt(),
        created.key());
  }
}
