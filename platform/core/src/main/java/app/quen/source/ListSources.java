package app.quen.source;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.source.internal.StoredSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The sources of the workspace, retired ones too. */
@ApplicationScoped
public class ListSources {

  @Inject StoredSources sources;

  /** By kind, then by name; a workspace has at most {@value StoredSources#MOST}. */
  @Permitted("source:read")
  @InTransaction
  public List<SourceView> list() {
    return sources.all();
  }
}
