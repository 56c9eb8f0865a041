package app.quen.link;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.link.internal.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes since when and until when two customers belong together, and what is noted of it. */
@ApplicationScoped
public class ReviseLink {

  @Inject Links links;

  /**
   * @param version that the caller has read
   * @return as the customer sees it from whom the link reads
   * @throws NoSuchLink if there is none
   * @throws app.quen.field.Outdated if it is not at that version
   * @throws Invalid with all that does not fit
   */
  @Permitted("customer:update")
  @InTransaction
  public LinkView revise(UUID id, Change change, int version, Source source) {
    return links.revise(id, change, version, source);
  }

  /** The new values; what is not to change is given as it is. */
  public record Change(
      @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String note) {}
}
