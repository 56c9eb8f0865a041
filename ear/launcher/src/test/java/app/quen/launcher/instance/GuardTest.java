package app.quen.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {
  @Test
  void whatIsWatchedEndsWithItsOwnChildrenWhenThePipeIsClosed() throws Exception {
    Process script = sleeper();
    ProcessHandle child = childOf(script);
    Guard guard = new Guard();
    guard.watch(script);

    guard.close();

    await().until(() -> !script.isAlive() && !child.isAlive());
  }

  @Test
  void whatIsForgottenIsLeftAlone() throws Exception {
    Process watched = sleeper();
    Process forgotten = sleeper();
    Guard guard = new Guard();
    guard.watch(forgotten);
    guard.watch(watched);
    guard.forget(forgotten);

    guard.close();

    await().until(() -> !watched.isAlive());
    assertThat(forgotten.isAlive()).isTrue();
    forgotten.descendants().forEach(ProcessHandle::destroyForcibly);
    forgotten.destroyForcibly();
  }

  private static Process sleeper() throws Exception {
    return new ProcessBuilder(Guard.apart(List.of("sh", "-c", "sleep 600; true"))).start();
  }

  private static ProcessHandle childOf(Process script) {
    await().until(() -> script.descendants().findAny().isPresent());
    return script.descendants().findAny().orElseThrow();
  }
}
