package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.account.Rejected;
import app.quen.audit.internal.Download;
import app.quen.audit.internal.SeenEntries;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** The whole trail as a file that somebody else can check: see docs/audit.md. */
@ApplicationScoped
public class ExportTrail {

  @Inject Download download;
  @Inject Trail trail;
  @Inject SeenEntries seen;
  @Inject Work work;

  /**
   * The content is written inside the workspace, when it is asked for, a page at a time.
   *
   * @throws Rejected if who asks does not see all that it holds: left out, it would not verify
   */
  @Permitted("audit:read")
  public Content export() {
    if (!work.transact(seen::all)) {
      throw new Rejected(
          "trail",
          "not-visible",
          "Bản tải về giữ nguyên mọi giá trị để kiểm chứng được, mà vai trò của bạn không xem được"
              + " tất cả. Hãy nhờ chủ sở hữu tải.",
          "The file holds every value, so that it can be verified, and your role does not see all"
              + " of them. Ask an owner for it.");
    }
    trail.seen(Act.of("TrailExported"));
    return download::write;
  }

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
