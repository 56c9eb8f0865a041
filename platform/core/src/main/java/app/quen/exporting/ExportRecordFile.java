package app.quen.exporting;

import app.quen.access.Access;
import app.quen.access.Permitted;
import app.quen.database.Work;
import app.quen.exporting.internal.RecordColumns;
import app.quen.exporting.internal.RecordColumns.Column;
import app.quen.exporting.internal.Table;
import app.quen.exporting.internal.Tables;
import app.quen.field.FieldUse;
import app.quen.field.SensitiveReads;
import app.quen.record.ExportRecords;
import app.quen.record.RecordQuery;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Gives the interactions, feedback or tasks that a query means out as a file. */
@ApplicationScoped
public class ExportRecordFile {

  private static final Map<String, String> VIETNAMESE_NAMES =
      Map.of("interaction", "tuong-tac", "feedback", "phan-hoi", "task", "viec-can-lam");

  @Inject SensitiveReads sensitive;
  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject Settings settings;
  @Inject ExportRecords records;
  @Inject RecordColumns columns;
  @Inject FieldUse use;

  /**
   * @param recordType {@code interaction}, {@code feedback} or {@code task}
   * @param keys of the fields to give out, in this order; empty for all that the workspace sees
   * @param language of headings, choices and times: vi or en
   * @throws app.quen.field.Invalid if a field does not exist here
   */
  @Permitted("customer:export")
  public CustomerFile export(
      String recordType,
      RecordQuery query,
      ExportFile.Format format,
      List<String> keys,
      String language) {
    access.require(recordType + ":read");
    List<Column> chosen = work.transact(() -> columns.choose(recordType, keys));
    sensitive.noteExport(recordType, chosen.stream().map(Column::field).toList());
    use.note(recordType, keys, FieldUse.Way.EXPORTED);
    WorkspaceSettings here = settings.current();
    String name =
        "%s-%s-%s.%s"
            .formatted(
                language.startsWith("vi")
                    ? VIETNAMESE_NAMES.getOrDefault(recordType, recordType)
                    : recordType,
                tenants.current().slug(),
                here.today(),
                format.ending());
    return new CustomerFile(
        name,
        format.mediaType(),
        out -> write(recordType, query, format, chosen, language, here.timeZone(), out));
  }

  private void write(
      String recordType,
      RecordQuery query,
      ExportFile.Format format,
      List<Column> chosen,
      String language,
      ZoneId zone,
      OutputStream out) {
    try (Table table = Tables.open(format, out, language, zone)) {
      table.headings(chosen.stream().map(column -> column.field().label().in(language)).toList());
      records.export(
          recordType,
          query,
          record -> {
            for (Column column : chosen) {
              table.cell(column.field(), column.value(record));
            }
            table.endRow();
          });
    }
  }
}
