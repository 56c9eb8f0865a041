package app.quen.source;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.source.internal.StoredSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One source. */
@ApplicationScoped
public class ShowSource {

  @Inject StoredSources sources;

  /**
   * @throws NoSuchSource if there is none
   */
  @Permitted("source:read")
  @InTransaction
  public SourceView show(UUID id) {
    return sources.show(id);
  }
}
