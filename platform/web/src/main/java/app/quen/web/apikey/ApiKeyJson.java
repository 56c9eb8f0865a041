package app.quen.web.apikey;

import app.quen.account.ApiKey;
import app.quen.web.ActorJson;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key as it is listed: without its secret. */
@Schema(name = "ApiKey")
public record ApiKeyJson(
    UUID id,
    @Schema(examples = "Website form") String name,
    @Schema(
            description = "The part of the key after quen_live_, to recognise it.",
            examples = "dhg9bkp4")
        String prefix,
    List<String> permissions,
    Instant createdAt,
    @Schema(description = "Null where the account is gone.") @Nullable ActorJson createdBy,
    @Schema(description = "To about a quarter of a minute.") @Nullable Instant lastUsedAt,
    @Schema(description = "The IP address.", examples = "203.0.113.7")
        @Nullable String lastUsedFrom,
    @Schema(description = "Null: until it is revoked.") @Nullable Instant expiresAt,
    @Schema(
            enumeration = {"active", "expired", "maker-left"},
            description = "Whether it is taken: not any more where its maker has left.")
        String state) {

  static ApiKeyJson of(ApiKey key) {
    var maker = key.createdBy();
    return new ApiKeyJson(
        key.id(),
        key.name(),
        key.prefix(),
        List.copyOf(new TreeSet<>(key.permissions())),
        key.createdAt(),
        maker == null ? null : new ActorJson("member", maker.id(), maker.name()),
        key.lastUsedAt(),
        key.lastUsedFrom(),
        key.expiresAt(),
        state(key));
  }

  private static String state(ApiKey key) {
    if (key.expiresAt() != null && !key.expiresAt().isAfter(Instant.now())) {
      return "expired";
    }
    return key.createdBy() == null || key.createdBy().role().isEmpty() ? "maker-left" : "active";
  }

  /** The API keys of a workspace. */
  @Schema(name = "ApiKeys")
  public record ListJson(List<ApiKeyJson> items) {}
}
