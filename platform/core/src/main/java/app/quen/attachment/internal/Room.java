package app.quen.attachment.internal;

import app.quen.access.WithoutSight;
import app.quen.attachment.AttachmentRoom;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the files of a workspace may take together. */
@WithoutSight(because = "it adds up sizes, and shows no file")
@ApplicationScoped
public class Room {

  private static final long DEFAULT_MOST = 20L << 30;
  private static final int MEGABYTE = 1 << 20;

  @Inject Work work;

  public AttachmentRoom now() {
    long used =
        work.sql()
            .createQuery(
                "SELECT COALESCE(SUM(size), 0) FROM (SELECT MAX(size) size FROM attachment GROUP BY"
                    + " content) one")
            .mapTo(Long.class)
            .one();
    return new AttachmentRoom(used, most());
  }

  /** Two who come at the same moment may both fit in. */
  void require(long more) {
    AttachmentRoom room = now();
    if (room.used() + more > room.most()) {
      long used = (room.used() + MEGABYTE - 1) / MEGABYTE;
      long most = room.most() / MEGABYTE;
      throw new Invalid(
          List.of(
              new Problem(
                  "file",
                  "no-room",
                  new Text(
                      "Không còn chỗ cho tệp này: các tệp của không gian làm việc đã chiếm "
                          + used
                          + " MB trong "
                          + most
                          + " MB. Hãy xóa bớt tệp, hoặc nhờ người vận hành Quen cấp thêm chỗ.",
                      "There is no room for this file: the workspace's files take "
                          + used
                          + " MB of "
                          + most
                          + " MB. Delete some, or ask who runs Quen for more room."))));
    }
  }

  private static long most() {
    return ConfigProvider.getConfig()
        .getOptionalValue("quen.attachments.workspace-bytes", Long.class)
        .orElse(DEFAULT_MOST);
  }
}
