package app.quen.installation.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of {@code installation}. */
@ApplicationScoped
public class Installations {

  @Inject Work work;
  @Inject Access access;

  List<Installation> all() {
    return work.transact(
        () ->
            work.sql()
                .createQuery("SELECT plugin_id, plugin_release, enabled FROM installation")
                .map(
                    (row, context) ->
                        new Installation(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list());
  }

  public Optional<Installation> find(String plugin) {
    return all().stream().filter(installation -> installation.plugin().equals(plugin)).findFirst();
  }

  /** Reads it and keeps others from changing it until the end of the unit of work. */
  public Optional<Installation> lock(String plugin) {
    return work.sql()
        .createQuery(
            "SELECT plugin_id, plugin_release, enabled FROM installation WHERE plugin_id = ? FOR"
                + " UPDATE")
        .bind(0, plugin)
        .map(
            (row, context) ->
                new Installation(row.getString(1), row.getString(2), row.getBoolean(3)))
        .findOne();
  }

  public void save(Installation installation) {
    Actor actor = access.actor();
    work.sql()
        .createUpdate(
            "INSERT INTO installation (plugin_id, plugin_release, enabled, settings, changed_at,"
                + " changed_by_kind, changed_by_id, changed_by_name) VALUES (:plugin, :release,"
                + " :enabled, '{}', :at, :kind, :actor, :name) ON DUPLICATE KEY UPDATE"
                + " plugin_release = :release, enabled = :enabled, changed_at = :at,"
                + " changed_by_kind = :kind, changed_by_id = :actor, changed_by_name = :name")
        .bind("plugin", installation.plugin())
        .bind("release", installation.release())
        .bind("enabled", installation.enabled())
        .bind("at", LocalDateTime.now(ZoneOffset.UTC))
        .bind("kind", actor.kind().name())
        .bind("actor", actor.id())
        .bind("name", actor.name())
        .execute();
  }
}
