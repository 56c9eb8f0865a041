package app.quen.source;

import app.quen.field.Invalid;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What components that keep records ask, in their own transaction. */
public interface Sources {

  /**
   * The source of a record that is being written now: the one that is named, else the one of the
   * API key that is acting, else the standard one of the kind.
   *
   * @throws Invalid if there is no such source here, or it is retired
   */
  UUID resolve(SourceKind kind, @Nullable UUID named);

  /** Those of the ids that exist here. */
  Map<UUID, SourceView> find(Collection<UUID> ids);
}
