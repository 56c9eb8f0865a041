package app.quen.installation.internal;

import app.quen.manifest.Manifest.Setting;
import app.quen.pluginhost.Release;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A release with what calling it needs: what it may see, its settings, its threads, and what became
 * of the calls. Listeners have threads apart from checks, because somebody waits for a check.
 */
final class RunningRelease implements AutoCloseable {

  final Release release;
  final VisibleFields visible;
  final Map<String, String> settings;
  final TimeLimited checkThreads;
  final TimeLimited listenerThreads;
  final LongAdder checked = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder late = new LongAdder();

  /**
   * @param setting the value that the installation gives to a setting, by plugin and setting; null:
   *     the default holds
   */
  RunningRelease(Release release, BiFunction<String, Setting, String> setting, Duration pause) {
    this.release = release;
    this.visible = new VisibleFields(release.manifest());
    this.settings =
        release.manifest().settings().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Setting::key, declared -> setting.apply(release.id(), declared)));
    ClassLoader classes =
        release.checks().isEmpty()
            ? release.listeners().isEmpty()
                ? ClassLoader.getPlatformClassLoader()
                : release.listeners().getFirst().getClass().getClassLoader()
            : release.checks().getFirst().getClass().getClassLoader();
    String name = release.manifest().release();
    this.checkThreads = new TimeLimited(name + "-check", classes, pause);
    this.listenerThreads = new TimeLimited(name + "-listener", classes, pause);
  }

  @Override
  public void close() {
    checkThreads.close();
    listenerThreads.close();
  }
}
