package app.quen.idempotency.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.account.KeyMismatch;
import app.quen.account.RequestKey;
import app.quen.database.Work;
import app.quen.digest.Sha256;
import app.quen.idempotency.Answer;
import app.quen.idempotency.Idempotency;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Idempotency} in the rows of {@code idempotency_key}. The row is inserted first: a second
 * request with the key waits at it until the first has committed or rolled back.
 */
@ApplicationScoped
class StoredAnswers implements Idempotency {

  private static final Logger LOG = LoggerFactory.getLogger(StoredAnswers.class);
  private static final Duration KEPT_FOR = Duration.ofHours(24);
  private static final int ONE_IN = 50;

  private static final List<String> TYPES =
      List.of("customer", "order", "interaction", "feedback", "task");

  @Inject Work work;
  @Inject Access access;
  @Inject Vault vault;
  @Inject Policy policy;

  @Override
  public Answer once(String key, byte[] request, Supplier<Answer> doing) {
    String caller = new RequestKey(caller(), key).caller();
    byte[] hash = Sha256.of(request);
    return work.transact(() -> once(caller, key, hash, doing));
  }

  private Answer once(String caller, String key, byte[] hash, Supplier<Answer> doing) {
    if (!begin(caller, key, hash)) {
      Optional<Stored> stored =
          find(caller, key).filter(known -> known.at().isAfter(now().minus(KEPT_FOR)));
      if (stored.isPresent()) {
        if (!MessageDigest.isEqual(stored.get().hash(), hash)) {
          throw new KeyMismatch(key);
        }
        return seen(stored.get());
      }
      forget(caller, key);
      begin(caller, key, hash);
    }
    Answer answer = doing.get();
    keep(caller, key, answer);
    if (ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
      work.afterCommit(this::forgetOld);
    }
    return answer;
  }

  /** What the answer said of a record may be more than who repeats the request sees by now. */
  private Answer seen(Stored stored) {
    Answer answer = stored.answer();
    return sight().equals(stored.sight())
        ? answer
        : new Answer(answer.status(), answer.location(), answer.etag(), null, true);
  }

  private String sight() {
    StringBuilder marks = new StringBuilder();
    for (String type : TYPES) {
      marks.append(policy.of(type).mark()).append('\n');
    }
    return HexFormat.of().formatHex(Sha256.of(marks.toString()));
  }

  private boolean begin(String caller, String key, byte[] hash) {
    return work.sql()
            .execute(
                "INSERT IGNORE INTO idempotency_key (caller, idempotency_key, request_hash,"
                    + " created_at) VALUES (?, ?, ?, ?)",
                caller,
                key,
                hash,
                now())
        > 0;
  }

  private Optional<Stored> find(String caller, String key) {
    return work.sql()
        .createQuery(
            "SELECT request_hash, status, location, etag, body, created_at, sight FROM"
                + " idempotency_key WHERE caller = ? AND idempotency_key = ? FOR UPDATE")
        .bind(0, caller)
        .bind(1, key)
        .map(
            (row, context) ->
                new Stored(
                    row.getBytes("request_hash"),
                    row.getObject("created_at", LocalDateTime.class),
                    new Answer(
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("etag"),
                        opened(caller, key, row.getString("body")),
                        true),
                    row.getString("sight")))
        .findOne();
  }

  private void keep(String caller, String key, Answer answer) {
    work.sql()
        .execute(
            "UPDATE idempotency_key SET status = ?, location = ?, etag = ?, body = ?, sight = ?"
                + " WHERE caller = ? AND idempotency_key = ?",
            answer.status(),
            answer.location(),
            answer.etag(),
            answer.body() == null ? null : vault.sealText(place(caller, key), answer.body()),
            sight(),
            caller,
            key);
  }

  private @Nullable String opened(String caller, String key, @Nullable String body) {
    return body == null ? null : vault.openText(place(caller, key), body);
  }

  private static String place(String caller, String key) {
    return "answer " + caller + " " + key;
  }

  private void forget(String caller, String key) {
    work.sql()
        .execute(
            "DELETE FROM idempotency_key WHERE caller = ? AND idempotency_key = ?", caller, key);
  }

  /** Now and then somebody's request tidies up for all. */
  private void forgetOld() {
    try {
      work.transact(
          () -> {
            work.sql()
                .execute(
                    "DELETE FROM idempotency_key WHERE created_at < ? ORDER BY created_at LIMIT"
                        + " 1000",
                    now().minus(KEPT_FOR));
          });
    } catch (RuntimeException e) {
      LOG.warn("Could not forget old idempotency keys; a later request tries again", e);
    }
  }

  private String caller() {
    Actor actor = access.actor();
    return actor.kind() + ":" + (actor.id() == null ? "" : actor.id());
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  private record Stored(byte[] hash, LocalDateTime at, Answer answer, @Nullable String sight) {}
}
