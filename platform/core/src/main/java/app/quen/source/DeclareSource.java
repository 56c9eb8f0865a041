package app.quen.source;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.source.internal.StoredSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes a new source. */
@ApplicationScoped
public class DeclareSource {

  @Inject StoredSources sources;

  /**
   * @throws Invalid with all that does not fit
   */
  @Permitted("source:manage")
  @InTransaction
  public SourceView declare(SourceDraft draft) {
    return sources.add(draft);
  }
}
