package app.quen.installation.internal;

import app.quen.field.Problem;
import app.quen.installation.Checks;
import app.quen.plugin.CheckContext;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.CustomerRecord;
import app.quen.plugin.Refusal;
import app.quen.setting.Settings;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Checks} by the plugins that are switched on. A batch goes to each plugin in one piece, to
 * all of them at the same time, so that the hop to another thread costs once and not for each row.
 */
@ApplicationScoped
class PluginChecks implements Checks {

  private static final Logger LOG = LoggerFactory.getLogger(PluginChecks.class);
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration LIMIT_PER_MORE = Duration.ofMillis(1);

  @Inject RunningReleases releases;
  @Inject ToldRefusals told;
  @Inject Settings settings;

  @Override
  public List<Problem> checkCustomer(JsonObject customer) {
    return checkCustomers(List.of(customer)).getFirst();
  }

  @Override
  public List<List<Problem>> checkCustomers(List<JsonObject> customers) {
    List<List<Problem>> problems = new ArrayList<>(customers.size());
    for (int i = 0; i < customers.size(); i++) {
      problems.add(new ArrayList<>(0));
    }
    if (customers.isEmpty()) {
      return problems;
    }
    Instant deadline =
        Instant.now().plus(LIMIT).plus(LIMIT_PER_MORE.multipliedBy(customers.size()));
    Map<Batch, Future<Void>> running = new LinkedHashMap<>();
    for (RunningRelease release : releases.here()) {
      if (!release.release.checks().isEmpty()) {
        begin(release, customers, deadline, problems, running);
      }
    }
    running.forEach((batch, future) -> finish(batch, future, problems));
    return told.of(customers, problems);
  }

  private void begin(
      RunningRelease release,
      List<JsonObject> customers,
      Instant deadline,
      List<List<Problem>> problems,
      Map<Batch, Future<Void>> running) {
    var context =
        new HostContext.OfCheck(
            releases.tenant(),
            releases.actor(),
            releases.language(),
            release.settings,
            releases.logger(release.release),
            settings.current().today());
    var batch = new Batch(release, customers, deadline, context);
    try {
      running.put(batch, release.checkThreads.begin(batch::run));
    } catch (TimeLimited.Paused e) {
      problems.forEach(of -> of.add(paused(release)));
    } catch (TimeLimited.TooSlow e) {
      release.late.increment();
      problems.forEach(of -> of.add(tooSlow(release)));
    }
  }

  private static void finish(Batch batch, Future<Void> future, List<List<Problem>> problems) {
    RunningRelease release = batch.release;
    Problem unanswered = tooSlow(release);
    try {
      release.checkThreads.await(future, batch.deadline);
    } catch (TimeLimited.TooSlow e) {
      release.late.increment();
      LOG.warn(
          "The check of {} took too long: {} of {} customers in time",
          release.release.manifest().release(),
          batch.done,
          batch.customers.size());
    } catch (ExecutionException e) {
      LOG.error("The check of {} failed", release.release.manifest().release(), e.getCause());
      unanswered = failed(release);
    }
    int done = batch.done;
    release.checked.add(done);
    for (int i = 0; i < problems.size(); i++) {
      if (i < done) {
        problems.get(i).addAll(batch.answers.get(i));
      } else {
        problems.get(i).add(unanswered);
      }
    }
  }

  /** One plugin's answers to one batch; written by its thread, read up to {@link #done}. */
  private static final class Batch {

    private final RunningRelease release;
    private final List<JsonObject> customers;
    private final Instant deadline;
    private final CheckContext context;
    private final AtomicReferenceArray<List<Problem>> answers;

    /** How many answers are there. */
    private volatile int done;

    Batch(
        RunningRelease release,
        List<JsonObject> customers,
        Instant deadline,
        CheckContext context) {
      this.release = release;
      this.customers = customers;
      this.deadline = deadline;
      this.context = context;
      this.answers = new AtomicReferenceArray<>(customers.size());
    }

    /** An answer that comes after the deadline is none, also if it comes before the interrupt. */
    @Nullable Void run() {
      for (int i = 0; i < customers.size(); i++) {
        answers.setPlain(i, ask(customers.get(i)));
        if (Thread.currentThread().isInterrupted() || Instant.now().isAfter(deadline)) {
          break;
        }
        done = i + 1;
      }
      return null;
    }

    private List<Problem> ask(JsonObject customer) {
      List<Problem> problems = List.of();
      try {
        CustomerRecord record = release.visible.of(customer);
        for (CustomerCheck check : release.release.checks()) {
          List<Refusal> refusals = check.check(record, context);
          if (!refusals.isEmpty()) {
            release.refused.increment();
            problems = new ArrayList<>(problems);
            for (Refusal refusal : refusals) {
              problems.add(problem(refusal));
            }
          }
        }
        return problems;
      } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
        release.failed.increment();
        if (release.failed.sum() % 1_000 == 1) {
          LOG.warn("The check of {} failed", release.release.manifest().release(), e);
        }
        return List.of(failed(release));
      }
    }

    private Problem problem(Refusal refusal) {
      String id = release.release.id();
      return new Problem(
          refusal.field() == null ? id : refusal.field(),
          id + "." + refusal.code(),
          PluginFields.text(refusal.message()));
    }
  }

  private static Problem failed(RunningRelease release) {
    return refusal(
        release,
        "check-failed",
        "gặp lỗi khi kiểm tra khách hàng này. Thử giá trị khác, hoặc tắt tiện ích và báo nhà cung"
            + " cấp.",
        "failed on this customer. Try other values, or switch the plugin off and tell its vendor.");
  }

  private static Problem tooSlow(RunningRelease release) {
    return refusal(
        release,
        "check-too-slow",
        "kiểm tra quá lâu. Thử lại, hoặc tắt tiện ích nếu còn xảy ra.",
        "took too long to check. Try again, or switch the plugin off if it goes on.");
  }

  private static Problem paused(RunningRelease release) {
    return refusal(
        release,
        "check-paused",
        "tạm nghỉ vì nhiều lần kiểm tra quá lâu. Thử lại sau nửa phút, hoặc tắt tiện ích.",
        "rests after it took too long several times. Try again in half a minute, or switch the"
            + " plugin off.");
  }

  private static Problem refusal(RunningRelease release, String code, String vi, String en) {
    Text name = PluginFields.text(release.release.manifest().name());
    return new Problem(
        release.release.id(),
        code,
        new Text("Tiện ích “" + name.vi() + "” " + vi, "The plugin “" + name.en() + "” " + en));
  }
}
