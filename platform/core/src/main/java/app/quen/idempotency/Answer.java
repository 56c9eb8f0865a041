package app.quen.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered.
 *
 * @param repeated whether this is the answer to an earlier request with the same key
 */
public record Answer(
    int status,
    @Nullable String location,
    @Nullable String etag,
    @Nullable String body,
    boolean repeated) {

  public Answer(
      int status, @Nullable String location, @Nullable String etag, @Nullable String body) {
    this(status, location, etag, body, false);
  }
}
