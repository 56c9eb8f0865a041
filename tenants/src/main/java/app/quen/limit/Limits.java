package app.quen.limit;

import static java.util.Map.entry;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * How often something may be tried, on this server. A limit is set as {@code
 * quen.limit.<name>=<times>/<duration>}, e.g. {@code 10/PT1H}.
 */
@ApplicationScoped
public class Limits {

  private static final int MOST_BUCKETS = 100_000;
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          entry("sign-up.address", "20/PT1H"),
          entry("sign-in.address", "100/PT15M"),
          entry("sign-in.account", "10/PT15M"),
          entry("step-up.account", "10/PT15M"),
          entry("second-factor.account", "5/PT15M"),
          entry("passkey.address", "300/PT15M"),
          entry("provider.address", "100/PT15M"),
          entry("provider.account", "20/PT15M"),
          entry("email-code.sent", "5/PT1H"),
          entry("email-code.account", "10/PT15M"),
          entry("invitation.address", "60/PT15M"),
          entry("invitation.workspace", "60/PT1H"),
          entry("invitation.email", "5/PT1H"),
          entry("form.view", "300/PT10M"),
          entry("form.answer", "60/PT10M"),
          entry("form.link", "2000/PT1H"));

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  @Inject Config config;

  /**
   * Counts one attempt.
   *
   * @throws TooManyAttempts if it is one too many
   */
  public void count(String limit, String who) {
    var attempt = bucket(limit, who).tryConsumeAndReturnRemaining(1);
    if (!attempt.isConsumed()) {
      throw new TooManyAttempts(
          limit, Duration.ofNanos(attempt.getNanosToWaitForRefill()).plusSeconds(1));
    }
  }

  /** What succeeded does not count. */
  public void forget(String limit, String who) {
    bucket(limit, who).addTokens(1);
  }

  private Bucket bucket(String limit, String who) {
    if (buckets.size() > MOST_BUCKETS) {
      removeFull();
    }
    return buckets.computeIfAbsent(limit + " " + who, key -> open(limit));
  }

  private Bucket open(String limit) {
    var key = "quen.limit." + limit;
    var setting = config.getOptionalValue(key, String.class).orElse(DEFAULTS.get(limit));
    var parts = setting.split("/");
    try {
      var times = Long.parseLong(parts[0]);
      var period = Duration.parse(parts[1]);
      return Bucket.builder()
          .addLimit(Bandwidth.builder().capacity(times).refillGreedy(times, period).build())
          .build();
    } catch (RuntimeException e) {
      throw new IllegalStateException(key + " must be like 10/PT1H and is " + setting, e);
    }
  }

  private synchronized void removeFull() {
    buckets.entrySet().removeIf(e -> isFull(e.getKey(), e.getValue()));
    if (buckets.size() > MOST_BUCKETS) {
      buckets.clear();
    }
  }

  private boolean isFull(String key, Bucket bucket) {
    return bucket.getAvailableTokens()
        == open(key.substring(0, key.indexOf(' '))).getAvailableTokens();
  }
}
