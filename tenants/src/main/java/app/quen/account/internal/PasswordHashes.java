package app.quen.account.internal;

import app.quen.control.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.shiro.crypto.hash.AbstractCryptHash;
import org.apache.shiro.crypto.hash.HashSpi;
import org.apache.shiro.crypto.hash.SimpleHashRequest;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider.Parameters;
import org.apache.shiro.lang.util.ByteSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Argon2id with the parameters that OWASP names (19 MiB, 2 passes). Only a few are computed at the
 * same time, so that a flood of sign-ins cannot take the server's memory.
 */
@ApplicationScoped
public class PasswordHashes {

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore atOnce =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final HashSpi argon2 = new Argon2HashProvider();
  private @Nullable String nobodys;

  @Inject
  @ConfigProperty(name = "quen.password.memory", defaultValue = "" + MEMORY_KIB)
  int memoryKib;

  public String hash(String password) {
    return limited(() -> compute(password));
  }

  /** Takes equally long whether there is an account or not. */
  public boolean matches(String password, @Nullable String hash) {
    if (hash == null) {
      var nobody = nobodys();
      limited(() -> argon2.fromString(nobody).matchesPassword(bytes(password)));
      return false;
    }
    return limited(() -> argon2.fromString(hash).matchesPassword(bytes(password)));
  }

  private synchronized String nobodys() {
    if (nobodys == null) {
      nobodys = compute(Secrets.token());
    }
    return nobodys;
  }

  private String compute(String password) {
    var request =
        new SimpleHashRequest(
            Parameters.DEFAULT_ALGORITHM_NAME,
            bytes(password),
            null,
            Map.of(
                Parameters.PARAMETER_MEMORY_KIB, String.valueOf(memoryKib),
                Parameters.PARAMETER_ITERATIONS, String.valueOf(PASSES),
                Parameters.PARAMETER_PARALLELISM, "1"));
    return ((AbstractCryptHash) argon2.newHashFactory(random).generate(request))
        .formatToCryptString();
  }

  /** The same password typed on another keyboard must give the same bytes. */
  private static ByteSource bytes(String password) {
    return ByteSource.Util.bytes(Normalizer.normalize(password, Normalizer.Form.NFKC));
  }

  private <T> T limited(Supplier<T> work) {
    atOnce.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }
}
