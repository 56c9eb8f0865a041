package app.quen.attachment;

import java.io.OutputStream;

/** A file that is about to be given out. */
public record AttachmentFile(String name, String mediaType, long size, Content content) {

  /** Writes the bytes; leaves the stream open. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out);
  }
}
