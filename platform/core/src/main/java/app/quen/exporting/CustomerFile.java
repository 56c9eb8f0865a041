package app.quen.exporting;

import java.io.OutputStream;

/**
 * A spreadsheet that is about to be written.
 *
 * @param name to propose to who stores it
 */
public record CustomerFile(String name, String mediaType, Content content) {

  /** Writes the file, in the tenant and as the actor that asked for it. */
  @FunctionalInterface
  public interface Content {
    /** Leaves the stream open. */
    void writeTo(OutputStream out);
  }
}
