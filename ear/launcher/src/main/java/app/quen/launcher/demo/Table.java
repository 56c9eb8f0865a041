package app.quen.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A spreadsheet to be imported: headings, the field that a column goes to, and rows. */
public final class Table {
  private final Map<String, String> fieldOfHeading = new LinkedHashMap<>();
  private final StringBuilder csv = new StringBuilder();
  private int rows;

  /**
   * @param field the field's key, or empty where Quen's own suggestion is good enough
   */
  public Table column(String heading, String field) {
    fieldOfHeading.put(heading, field);
    return this;
  }

  public void row(List<String> values) {
    if (values.size() != fieldOfHeading.size()) {
      throw new IllegalArgumentException(values.size() + " values for " + fieldOfHeading.size());
    }
    if (csv.isEmpty()) {
      append(List.copyOf(fieldOfHeading.keySet()));
    }
    append(values);
    rows++;
  }

  private void append(List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (i > 0) {
        csv.append(',');
      }
      if (value.contains(",") || value.contains("\"")) {
        csv.append('"').append(value.replace("\"", "\"\"")).append('"');
      } else {
        csv.append(value);
      }
    }
    csv.append("\r\n");
  }

  /** A row's values by their headings. */
  Map<String, String> named(List<String> values) {
    Map<String, String> named = new LinkedHashMap<>();
    int i = 0;
    for (String heading : fieldOfHeading.keySet()) {
      named.put(heading, values.get(i++));
    }
    return named;
  }

  public int rows() {
    return rows;
  }

  public String field(String heading) {
    return fieldOfHeading.getOrDefault(heading, "");
  }

  public byte[] csv() {
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
