package app.quen.web;

import app.quen.exporting.CustomerFile;
import app.quen.exporting.ExportFile;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a list is given out as a file. */
public final class FileAnswer {

  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private FileAnswer() {}

  /** The {@code format} of a request. */
  public static ExportFile.Format format(String written) {
    return switch (written) {
      case "csv" -> ExportFile.Format.CSV;
      case "xlsx" -> ExportFile.Format.XLSX;
      default ->
          throw Page.badParameter(
              "format", "format phải là csv hoặc xlsx.", "format is csv or xlsx.");
    };
  }

  /** The {@code columns} of a request; empty: all. */
  public static List<String> columns(@Nullable String written) {
    return written == null || written.isBlank() ? List.of() : List.of(written.split(","));
  }

  /** The file as it is made, to be saved under its name and kept nowhere else. */
  public static Response of(CustomerFile file) {
    StreamingOutput content = file.content()::writeTo;
    return Response.ok(content, file.mediaType())
        .header("Content-Disposition", Attachment.of(file.name()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
