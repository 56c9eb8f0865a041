package app.quen.account.internal;

import app.quen.account.Done;
import app.quen.account.KeyMismatch;
import app.quen.account.Rejected;
import app.quen.account.RequestKey;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.digest.Sha256;
import app.quen.tenant.TenantState;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Requests that must not happen twice and whose work is in the control schema. Not the answer is
 * kept but what was made, in the transaction that made it: the answers hold sessions, which are
 * opened anew for who may have one.
 */
@ApplicationScoped
public class Repeats {

  private static final Duration KEPT_FOR = Duration.ofHours(24);

  @Inject ControlSchema control;
  @Inject Clock clock;
  @Inject Tenants tenants;

  /**
   * @param key null where the client sent none: then nothing is found and nothing noted
   * @param kind what is asked for
   * @param fields what is asked for in detail, without passwords
   */
  public Repeat of(@Nullable RequestKey key, String kind, @Nullable Object... fields) {
    return new Repeat(
        key, key == null ? null : hash(kind, key.caller(), key.value()), hash(fields));
  }

  /** Each with its length, so that no text can reach into the next one. */
  private static byte[] hash(@Nullable Object... parts) {
    var all = new StringBuilder();
    for (var part : parts) {
      var text = String.valueOf(part);
      all.append(text.length()).append(':').append(text);
    }
    return Sha256.of(all.toString());
  }

  /** A request that may have been done before. */
  public final class Repeat {

    private final @Nullable RequestKey key;
    private final byte @Nullable [] id;
    private final byte[] hash;

    private Repeat(@Nullable RequestKey key, byte @Nullable [] id, byte[] hash) {
      this.key = key;
      this.id = id;
      this.hash = hash;
    }

    /**
     * Gives the answer to what was made before, or makes it. Where the work is refused because
     * something is taken, a request with the same key may just have taken it: then that answers.
     *
     * @throws KeyMismatch if the key was used for something else
     */
    public <T> Done<T> once(Function<UUID, T> again, Supplier<T> work) {
      var before = made();
      if (before.isPresent()) {
        return new Done<>(again.apply(before.get()), true);
      }
      try {
        return new Done<>(work.get(), false);
      } catch (Rejected e) {
        if (e.problems().stream().allMatch(problem -> problem.code().equals("taken"))) {
          var meanwhile = made();
          if (meanwhile.isPresent()) {
            return new Done<>(again.apply(meanwhile.get()), true);
          }
        }
        throw e;
      }
    }

    /**
     * Why a slug is not free: it belongs to somebody, or, as far as can be seen, to the first
     * request with this key, which is still being done.
     */
    public RuntimeException taken(String slug) {
      var inTheMaking =
          tenants
              .findBySlug(slug)
              .filter(tenant -> tenant.state() == TenantState.PROVISIONING)
              .isPresent();
      return key != null && inTheMaking
          ? new TenantUnavailable(
              TenantUnavailable.Reason.PROVISIONING, slug + " is being made by another request")
          : new Rejected(List.of(Form.slugTaken("slug")));
    }

    private Optional<UUID> made() {
      if (key == null) {
        return Optional.empty();
      }
      record Stored(byte[] hash, UUID made) {}
      return control
          .call(
              sql ->
                  sql.createQuery(
                          "SELECT request_hash, made FROM idempotency_key WHERE id = :id"
                              + " AND created_at > :old")
                      .bind("id", id)
                      .bind("old", old())
                      .map(
                          (row, context) ->
                              new Stored(
                                  row.getBytes("request_hash"), row.getObject("made", UUID.class)))
                      .findOne())
          .map(
              stored -> {
                if (!MessageDigest.isEqual(stored.hash, hash)) {
                  throw new KeyMismatch(key.value());
                }
                return stored.made;
              });
    }

    /** In the transaction that makes it. */
    public void note(Handle sql, UUID made) {
      if (key == null) {
        return;
      }
      sql.createUpdate("DELETE FROM idempotency_key WHERE created_at <= :old LIMIT 100")
          .bind("old", old())
          .execute();
      sql.createUpdate("DELETE FROM idempotency_key WHERE id = :id AND created_at <= :old")
          .bind("id", id)
          .bind("old", old())
          .execute();
      try {
        sql.createUpdate(
                "INSERT INTO idempotency_key (id, request_hash, made, created_at)"
                    + " VALUES (:id, :hash, :made, :now)")
            .bind("id", id)
            .bind("hash", hash)
            .bind("made", made)
            .bind("now", clock.instant())
            .execute();
      } catch (RuntimeException e) {
        if (Conflicts.duplicate(e, "PRIMARY")) {
          throw new KeyMismatch(key.value());
        }
        throw e;
      }
    }

    private Instant old() {
      return clock.instant().minus(KEPT_FOR);
    }
  }
}
