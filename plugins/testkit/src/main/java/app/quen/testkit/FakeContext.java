package app.quen.testkit;

import app.quen.manifest.Manifest;
import app.quen.plugin.Actor;
import app.quen.plugin.CheckContext;
import app.quen.plugin.ListenerContext;
import app.quen.plugin.Tenant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The context of any call: a workspace called Cửa hàng Thử, a member who speaks Vietnamese, 1 June
 * 2026, an empty store, and the manifest's settings as they are by default.
 */
public record FakeContext(
    Tenant tenant,
    Actor actor,
    String language,
    Map<String, String> settings,
    RecordingLogger logger,
    LocalDate today,
    InMemoryStore store)
    implements CheckContext, ListenerContext {

  /** A context for this plugin. */
  public static FakeContext of(Manifest manifest) {
    Map<String, String> settings = new HashMap<>();
    manifest.settings().forEach(setting -> settings.put(setting.key(), setting.byDefault()));
    return new FakeContext(
        new Tenant(
            UUID.fromString("019a0000-0000-7000-8000-000000000001"),
            "thu",
            "Cửa hàng Thử",
            "other"),
        new Actor("member", UUID.fromString("019a0000-0000-7000-8000-000000000002")),
        "vi",
        Map.copyOf(settings),
        new RecordingLogger(),
        LocalDate.of(2026, 6, 1),
        new InMemoryStore());
  }

  /** The same on another day. */
  public FakeContext on(LocalDate day) {
    return new FakeContext(tenant, actor, language, settings, logger, day, store);
  }

  /** The same in another workspace, with an empty store. */
  public FakeContext in(Tenant other) {
    return new FakeContext(
        other, actor, language, settings, new RecordingLogger(), today, new InMemoryStore());
  }

  /** The same with a setting changed. */
  public FakeContext set(String key, String value) {
    if (!settings.containsKey(key)) {
      throw new IllegalArgumentException("the manifest declares no setting '" + key + "'");
    }
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(key, value);
    return new FakeContext(tenant, actor, language, Map.copyOf(changed), logger, today, store);
  }
}
