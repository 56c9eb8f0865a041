package app.quen.idempotency;

import app.quen.account.KeyMismatch;
import java.util.function.Supplier;

/** Does a request once for a key. */
public interface Idempotency {

  /**
   * Does the work and keeps its answer for a day, both in one transaction; or, where the acting
   * subject used the key for the same request before, gives that answer again and does nothing. Two
   * at once: the second waits for the first. Work that fails keeps nothing, so the key is free
   * again.
   *
   * <p>The answer is stored as it is: not for answers with a secret in them.
   *
   * @param key 1 to 200 visible ASCII characters
   * @param request all that makes the request what it is: method, path and body
   * @param work the use case; joins the transaction
   * @throws KeyMismatch if the subject used the key for a different request
   * @throws app.quen.account.Rejected if the key cannot be one
   */
  Answer once(String key, byte[] request, Supplier<Answer> work);
}
