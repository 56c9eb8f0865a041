package app.quen.attachment.internal;

import app.quen.access.Access;
import app.quen.access.ActorText;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.attachment.AddAttachment.Arrival;
import app.quen.attachment.AttachmentFile;
import app.quen.attachment.AttachmentView;
import app.quen.attachment.NoSuchAttachment;
import app.quen.attachment.internal.StoredContent.Received;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.HeldFiles;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code attachment}. Who may see or change a record may do so with its files. */
@ApplicationScoped
public class Attachments {

  private static final int MOST = 100;
  private static final int LONGEST_NAME = 200;

  /** By kind of record: where it is. */
  private static final Map<String, String> RECORDS =
      Map.of(
          "customer", "customer",
          "order", "sales_order",
          "interaction", "interaction",
          "feedback", "feedback",
          "task", "task");

  @Inject Work work;
  @Inject Access access;
  @Inject Policy policy;
  @Inject StoredContent contents;
  @Inject ContentSweep sweep;
  @Inject Room room;
  @Inject HeldFiles heldFiles;
  @Inject Clock clock;

  /** A row of the table. */
  private record Row(AttachmentView view, String digest) {}

  public <T> T add(
      String record, UUID recordId, String name, InputStream content, Arrival<T> arrival) {
    access.require(record + ":update");
    work.transact(() -> requireRecord(record, recordId, true, ""));
    String part = contents.newPart();
    // a node that dies before it is taken leaves it behind
    sweep.watchPart(part);
    Received received = contents.receive(part, content);
    try {
      String shown = shownName(name);
      String mediaType = mediaType(received, shown);
      return arrival.decide(
          received.digest(),
          () -> work.transact(() -> stored(record, recordId, shown, mediaType, received)));
    } finally {
      contents.delete(received.file());
    }
  }

  private static String mediaType(Received received, String name) {
    Optional<ContentKind> kind;
    try {
      kind = ContentKind.of(received.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (kind.isEmpty()) {
      throw refused(
          "unknown-kind",
          "Loại tệp này không được nhận. Hãy dùng PDF, ảnh, âm thanh, video, Word, Excel,"
              + " PowerPoint (không có macro) hoặc văn bản.",
          "This kind of file is not taken. Use PDF, pictures, audio, video, Word, Excel, PowerPoint"
              + " (without macros) or plain text.");
    }
    if (!kind.get().fits(name)) {
      throw refused(
          "not-what-it-says",
          "Nội dung tệp là " + kind.get().mediaType() + ", không khớp với tên “" + name + "”.",
          "The content is "
              + kind.get().mediaType()
              + ", which the name “"
              + name
              + "” does not say.");
    }
    return kind.get().mediaType();
  }

  private AttachmentView stored(
      String record, UUID recordId, String name, String mediaType, Received received) {
    requireRecord(record, recordId, true, " FOR UPDATE");
    List<Row> there = rows(record, recordId);
    for (Row row : there) {
      if (row.digest.equals(received.digest()) && row.view.fileName().equals(name)) {
        return row.view;
      }
    }
    if (there.size() >= MOST) {
      throw refused(
          "too-many",
          "Mỗi bản ghi có nhiều nhất " + MOST + " tệp. Hãy xóa bớt.",
          "A record has at most " + MOST + " files. Delete some first.");
    }
    if (!contents.known(received.digest())) {
      room.require(received.size());
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    work.sql()
        .createUpdate(
            "INSERT INTO attachment (id, record_type, record_id, file_name, media_type, size,"
                + " content, created_at, created_by) VALUES (:id, :record, :recordId, :name, :type,"
                + " :size, :content, :now, :by)")
        .bind("id", id)
        .bind("record", record)
        .bind("recordId", recordId)
        .bind("name", name)
        .bind("type", mediaType)
        .bind("size", received.size())
        .bind("content", received.digest())
        .bind("now", Utc.of(clock.instant()))
        .bind("by", ActorText.of(access.actor()))
        .execute();
    // looked for again later, so that what does not get committed leaves no file behind
    sweep.watch(received.digest());
    contents.keep(received);
    return find(id).view;
  }

  public List<AttachmentView> list(String record, UUID recordId) {
    access.require(record + ":read");
    requireRecord(record, recordId, false, "");
    return rows(record, recordId).stream().map(Row::view).toList();
  }

  public AttachmentFile open(UUID id) {
    Row row = find(id);
    access.require(row.view.record() + ":read");
    requireRecord(row.view.record(), row.view.recordId(), false, "");
    Path file = contents.path(row.digest);
    return new AttachmentFile(
        row.view.fileName(),
        row.view.mediaType(),
        row.view.size(),
        out -> {
          try {
            Files.copy(file, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  public void delete(UUID id) {
    // who is about to put it into a field holds it until then
    Row row = find(id, " FOR UPDATE");
    access.require(row.view.record() + ":update");
    requireRecord(row.view.record(), row.view.recordId(), true, "");
    requireUnheld(row.view);
    sweep.watch(row.digest);
    work.sql().createUpdate("DELETE FROM attachment WHERE id = :id").bind("id", id).execute();
  }

  private void requireUnheld(AttachmentView file) {
    Sight sight = policy.of(file.record());
    List<Field> holding = heldFiles.holding(file.record(), file.recordId(), file.id());
    if (!holding.isEmpty()) {
      Text field =
          holding.stream()
              .filter(one -> sight.reads(one.key()))
              .findFirst()
              .map(one -> new Text("“" + one.label().vi() + "”", "“" + one.label().en() + "”"))
              .orElse(new Text("mà bạn không xem được", "that you do not see"));
      throw refused(
          "in-use",
          "Tệp này đang ở trường "
              + field.vi()
              + " của hồ sơ. Hãy bỏ tệp khỏi trường đó trước, rồi xóa.",
          "The record's field "
              + field.en()
              + " holds this file. Empty the field or choose another file there, then delete this"
              + " one.");
    }
  }

  /** That it is there and not in the trash; whoever adds a file holds its row. */
  private void requireRecord(String record, UUID recordId, boolean changes, String lock) {
    String table = RECORDS.get(record);
    if (table == null
        || work.sql()
            .createQuery(
                "SELECT r.id FROM "
                    + table
                    + " r WHERE r.id = :id AND r.deleted_at IS NULL AND "
                    + (changes ? policy.of(record).rowsToChange("r") : policy.of(record).rows("r"))
                    + lock)
            .bind("id", recordId)
            .mapTo(UUID.class)
            .findOne()
            .isEmpty()) {
      throw new NoSuchAttachment(recordId);
    }
  }

  private Row find(UUID id) {
    return find(id, "");
  }

  private Row find(UUID id, String lock) {
    return work.sql()
        .createQuery("SELECT * FROM attachment WHERE id = :id" + lock)
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne()
        .orElseThrow(() -> new NoSuchAttachment(id));
  }

  private List<Row> rows(String record, UUID recordId) {
    return work.sql()
        .createQuery(
            "SELECT * FROM attachment WHERE record_type = :record AND record_id = :id ORDER BY id"
                + " LIMIT "
                + MOST)
        .bind("record", record)
        .bind("id", recordId)
        .map((row, context) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new AttachmentView(
            row.getObject("id", UUID.class),
            row.getString("record_type"),
            row.getObject("record_id", UUID.class),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getLong("size"),
            Utc.at(row, "created_at"),
            ActorText.read(row.getString("created_by"))),
        row.getString("content"));
  }

  /** The last part of a path, without what could deceive who reads it. */
  private static String shownName(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "").strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw refused(
          "malformed-name",
          "Tên tệp phải có từ 1 đến " + LONGEST_NAME + " ký tự.",
          "The file's name must have 1 to " + LONGEST_NAME + " characters.");
    }
    return plain;
  }

  private static Invalid refused(String code, String vi, String en) {
    return new Invalid(List.of(new Problem("file", code, new Text(vi, en))));
  }
}
