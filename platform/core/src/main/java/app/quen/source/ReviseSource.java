package app.quen.source;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.source.internal.StoredSources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Changes, retires or takes back a source. */
@ApplicationScoped
public class ReviseSource {

  @Inject StoredSources sources;

  /**
   * @param freeKey whether the source is to have no API key any more
   * @param version that the caller has read
   * @throws NoSuchSource if there is none
   * @throws app.quen.field.Outdated if it is not at that version
   * @throws Invalid with all that does not fit
   */
  @Permitted("source:manage")
  @InTransaction
  public SourceView revise(UUID id, SourceDraft change, boolean freeKey, int version) {
    return sources.revise(id, change, freeKey, version);
  }
}
