package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.exporting.internal.Exports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The file of an export that is completed. */
@ApplicationScoped
public class OpenExport {

  @Inject Exports exports;

  /**
   * @throws app.quen.account.Rejected if who is acting sees something else by now than when it was
   *     written (code {@code no-longer-visible})
   * @throws NoSuchExport if who is acting has asked for none with this id, or the file is not there
   */
  @Permitted("customer:export")
  public CustomerFile open(UUID id) {
    return exports.open(id);
  }
}
