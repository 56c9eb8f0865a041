package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.customer.CustomerQuery;
import app.quen.customer.ExportCustomers;
import app.quen.database.Work;
import app.quen.exporting.internal.CustomerColumns;
import app.quen.exporting.internal.Table;
import app.quen.exporting.internal.Tables;
import app.quen.field.FieldUse;
import app.quen.field.Invalid;
import app.quen.field.SensitiveReads;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;

/** Gives the customers that a query means out as a file. */
@ApplicationScoped
public class ExportFile {

  @Inject SensitiveReads sensitive;
  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Settings settings;
  @Inject ExportCustomers customers;
  @Inject CustomerColumns columns;
  @Inject FieldUse use;

  /** How a spreadsheet is stored. */
  public enum Format {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSON("json", "application/json");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
      this.ending = ending;
      this.mediaType = mediaType;
    }

    String ending() {
      return ending;
    }

    String mediaType() {
      return mediaType;
    }
  }

  /**
   * @param keys of the fields to give out, in this order; empty for all that the workspace sees
   * @param language of headings, choices and dates: vi or en
   * @throws Invalid if a field does not exist here
   */
  @Permitted("customer:export")
  public CustomerFile export(
      CustomerQuery query, Format format, List<String> keys, String language) {
    List<CustomerColumns.Column> chosen = work.transact(() -> columns.choose(keys));
    sensitive.noteExport("customer", chosen.stream().map(CustomerColumns.Column::field).toList());
    use.note("customer", keys, FieldUse.Way.EXPORTED);
    WorkspaceSettings here = settings.current();
    String name =
        "%s-%s-%s.%s"
            .formatted(
                language.startsWith("vi") ? "khach-hang" : "customers",
                tenants.current().slug(),
                here.today(),
                format.ending);
    return new CustomerFile(
        name,
        format.mediaType,
        out -> write(query, format, chosen, language, here.timeZone(), out));
  }

  private void write(
      CustomerQuery query,
      Format format,
      List<CustomerColumns.Column> chosen,
      String language,
      ZoneId zone,
      OutputStream out) {
    try (Table table = Tables.open(format, out, language, zone)) {
      table.headings(chosen.stream().map(column -> column.field().label().in(language)).toList());
      customers.export(
          query,
          customer -> {
            for (CustomerColumns.Column column : chosen) {
              table.cell(column.field(), column.value(customer));
            }
            table.endRow();
          });
    }
  }
}
