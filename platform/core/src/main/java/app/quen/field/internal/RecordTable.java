package app.quen.field.internal;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the values of a record type's fields are stored: a JSON column of a table that belongs to
 * no plugin, beside which searchable ones have a virtual column.
 */
public enum RecordTable {
  CUSTOMER("customer", "customer_ext", "customer_id"),
  ORDER("order", "sales_order", "id"),
  INTERACTION("interaction", "interaction", "id"),
  FEEDBACK("feedback", "feedback", "id"),
  TASK("task", "task", "id");

  static final String VALUES = "field_values";

  private final String recordType;
  private final String table;
  private final String id;

  RecordTable(String recordType, String table, String id) {
    this.recordType = recordType;
    this.table = table;
    this.id = id;
  }

  public String recordType() {
    return recordType;
  }

  /** The table with the values. */
  public String table() {
    return table;
  }

  /**
   * Whether searchable fields get a virtual column. Only where the values have a table of their
   * own, so that no plugin's column stands in a table that gets others by migrations.
   */
  boolean indexed() {
    return this == CUSTOMER;
  }

  /** The column of that table with the record's id. */
  public String id() {
    return id;
  }

  public static Optional<RecordTable> find(String recordType) {
    return Arrays.stream(values()).filter(table -> table.recordType.equals(recordType)).findFirst();
  }

  /**
   * @throws Invalid if there are no such records
   */
  public static RecordTable of(String recordType) {
    return find(recordType)
        .orElseThrow(
            () ->
                new Invalid(
                    List.of(
                        new Problem(
                            "record",
                            "unknown",
                            new Text(
                                "Không có loại hồ sơ “" + recordType + "”.",
                                "There is no record type “" + recordType + "”.")))));
  }
}
