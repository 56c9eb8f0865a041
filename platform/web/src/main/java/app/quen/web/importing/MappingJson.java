package app.quen.web.importing;

import app.quen.importing.Mapping;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a file is to be read and where its columns go. */
@Schema(
    name = "ImportMapping",
    examples =
        """
        {"columns": [{"index": 0, "field": "externalId"}, {"index": 1, "field": "name"},
                     {"index": 2, "field": "phones"}, {"index": 3, "field": null}],
         "match": ["externalId", "phone"], "onMatch": "update", "onNew": "create"}\
        """)
public record MappingJson(
    @Schema(description = "Absent: as detected.", examples = "windows-1258")
        @Nullable String encoding,
    @Schema(description = "Absent: as detected.") @Nullable String delimiter,
    @Schema(description = "Absent: as detected.") @Nullable Boolean header,
    List<Column> columns,
    @Schema(
            ref = "MatchIdentifier",
            description = "The identifiers by which a row finds its customer, in this order.")
        @Nullable List<String> match,
    @Schema(ref = "OnMatch") @Nullable String onMatch,
    @Schema(ref = "OnNew") @Nullable String onNew,
    @Schema(description = "Where the data in the file comes from. Absent: as it was.")
        @Nullable UUID sourceId) {

  /** Where one column goes. */
  @Schema(name = "MappedColumn")
  public record Column(
      @Schema(description = "From 0.") int index,
      @Schema(description = "The field's key; null: leave the column out.")
          @Nullable String field) {}

  Mapping toMapping() {
    return new Mapping(
        encoding,
        delimiter,
        header,
        columns.stream().map(column -> new Mapping.Column(column.index(), column.field())).toList(),
        match,
        onMatch,
        onNew,
        sourceId);
  }
}
