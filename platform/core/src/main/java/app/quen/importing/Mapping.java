package app.quen.importing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a file. Absent (null) means: as it was.
 *
 * @param columns where each column goes; one that is not named is left out. Empty: as suggested
 * @param match the identifiers that recognise a customer: phone, email, externalId
 * @param onMatch {@code update} or {@code skip}
 * @param onNew {@code create} or {@code skip}
 * @param sourceId where the data in the file comes from
 */
public record Mapping(
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable Boolean header,
    List<Column> columns,
    @Nullable List<String> match,
    @Nullable String onMatch,
    @Nullable String onNew,
    @Nullable UUID sourceId) {

  /** One that leaves the source as it was. */
  public Mapping(
      @Nullable String encoding,
      @Nullable String delimiter,
      @Nullable Boolean header,
      List<Column> columns,
      @Nullable List<String> match,
      @Nullable String onMatch,
      @Nullable String onNew) {
    this(encoding, delimiter, header, columns, match, onMatch, onNew, null);
  }

  /**
   * @param index of the column, from 0
   * @param field the key of its field; null to leave it out
   */
  public record Column(int index, @Nullable String field) {}
}
