package app.quen.importing.internal;

import app.quen.field.Field;
import app.quen.importing.model.Encoding;
import app.quen.importing.model.ImportColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, found by reading it once from beginning to end, so that a file that breaks off
 * is refused before anything is imported.
 *
 * @param rows the number of rows with values, without the header
 */
record FileAnalysis(
    FileShape shape,
    boolean header,
    @Nullable String sheet,
    List<ImportColumn> columns,
    List<List<String>> preview,
    long rows) {

  static final int MAX_COLUMNS = 500;

  private static final int SAMPLE_ROWS = 500;
  private static final int PREVIEW_ROWS = 10;
  private static final int SAMPLES = 5;
  private static final int SHOWN = 200;

  /**
   * @param header whether the first row names the columns; null to guess
   */
  static FileAnalysis of(Path file, FileShape shape, @Nullable Boolean header) {
    try (RowSource source = shape.open(file)) {
      List<Row> sample = new ArrayList<>();
      long rows = 0;
      for (Row row = source.next(); row != null; row = source.next()) {
        rows++;
        if (row.cells().length > MAX_COLUMNS) {
          throw tooManyColumns(row);
        }
        if (sample.size() <= SAMPLE_ROWS) {
          sample.add(row);
        }
      }
      if (sample.isEmpty()) {
        throw Unreadable.file(
            "no-rows",
            "Tệp không có dòng nào.",
            "The file has no rows. Check that it is the right file.");
      }
      boolean named = header == null ? CsvShape.hasHeader(sample) : header;
      String sheet = source instanceof XlsxRows xlsx ? xlsx.sheet() : null;
      List<Row> data = named ? sample.subList(1, sample.size()) : sample;
      return new FileAnalysis(
          shape,
          named,
          sheet,
          columns(named ? sample.getFirst() : null, data),
          data.stream().limit(PREVIEW_ROWS).map(FileAnalysis::shown).toList(),
          named ? rows - 1 : rows);
    }
  }

  private static RuntimeException tooManyColumns(Row row) {
    return Unreadable.file(
        "too-many-columns",
        "Dòng " + row.number() + " có hơn " + MAX_COLUMNS + " cột. Hãy bớt cột rồi tải lên lại.",
        "Row "
            + row.number()
            + " has more than "
            + MAX_COLUMNS
            + " columns. Remove some and upload the file again.");
  }

  private static List<ImportColumn> columns(@Nullable Row names, List<Row> data) {
    int width = names == null ? 0 : names.cells().length;
    for (Row row : data) {
      width = Math.max(width, row.cells().length);
    }
    List<ImportColumn> columns = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      int index = i;
      List<String> cells = data.stream().map(row -> row.cell(index)).toList();
      var samples = new LinkedHashSet<String>();
      for (String cell : cells) {
        if (!cell.isEmpty() && samples.size() < SAMPLES) {
          samples.add(cut(cell));
        }
      }
      columns.add(
          new ImportColumn(
              i,
              names == null ? "" : cut(names.cell(i)),
              ColumnTypes.guess(cells),
              List.copyOf(samples),
              null,
              null));
    }
    return columns;
  }

  private static List<String> shown(Row row) {
    List<String> cells = new ArrayList<>(row.cells().length);
    for (int i = 0; i < row.cells().length; i++) {
      cells.add(cut(row.cell(i)));
    }
    return cells;
  }

  private static String cut(String cell) {
    return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN - 1) + "…";
  }

  /**
   * The columns with a field suggested for each, and chosen for a start.
   *
   * @param remembered the field of each folded heading, from the last import with these headings
   */
  List<ImportColumn> suggested(List<Field> fields, @Nullable Map<String, String> remembered) {
    List<FieldSuggestions.Column> asked =
        columns.stream()
            .map(c -> new FieldSuggestions.Column(c.index(), c.heading(), typeOf(c)))
            .toList();
    Map<Integer, String> suggestions = FieldSuggestions.suggest(asked, fields);
    return columns.stream()
        .map(
            column -> {
              String field = suggestions.get(column.index());
              if (remembered != null && !column.heading().isEmpty()) {
                String before = remembered.get(Headings.fold(column.heading()));
                field = before == null ? field : before.isEmpty() ? null : before;
              }
              return new ImportColumn(
                  column.index(), column.heading(), column.type(), column.samples(), field, field);
            })
        .toList();
  }

  /** Without headings, words that look like names of people are taken for them. */
  private String typeOf(ImportColumn column) {
    boolean names =
        !header
            && column.type().equals("text")
            && !column.samples().isEmpty()
            && column.samples().stream().allMatch(s -> s.matches("\\p{Lu}\\S+(\\s+\\p{Lu}\\S*)+"));
    return names ? "name" : column.type();
  }

  List<String> headings() {
    return columns.stream()
        .map(ImportColumn::heading)
        .filter(heading -> !heading.isEmpty() && !RejectedFile.isReason(heading))
        .toList();
  }

  @Nullable Encoding encoding() {
    return shape.encoding();
  }
}
