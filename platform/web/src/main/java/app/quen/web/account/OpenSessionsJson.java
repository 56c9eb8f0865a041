package app.quen.web.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an account is signed in. */
@Schema(name = "OpenSessions")
public record OpenSessionsJson(List<OpenSession> items) {

  /** One browser that is signed in. */
  @Schema(name = "OpenSession")
  public record OpenSession(
      UUID id,
      Instant createdAt,
      Instant lastSeenAt,
      @Nullable String userAgent,
      String address,
      @Schema(description = "The name of the workspace that it is in.") @Nullable String workspace,
      @Schema(description = "Whether it is the session that asks.") boolean current) {}

  static OpenSessionsJson of(List<app.quen.account.OpenSession> sessions) {
    return new OpenSessionsJson(
        sessions.stream()
            .map(
                session ->
                    new OpenSession(
                        session.id(),
                        session.createdAt(),
                        session.lastSeenAt(),
                        session.userAgent(),
                        session.address(),
                        session.workspace(),
                        session.current()))
            .toList());
  }
}
