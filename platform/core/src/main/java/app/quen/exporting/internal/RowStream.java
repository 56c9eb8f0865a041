package app.quen.exporting.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** A file on its way, for a job that says how far it is and can be stopped. */
final class RowStream extends FilterOutputStream {

  private final LongConsumer told;
  private long rows;

  /**
   * @param told is given the number of rows after each; what it throws ends the writing
   */
  RowStream(OutputStream out, LongConsumer told) {
    super(out);
    this.told = told;
  }

  void row() {
    told.accept(++rows);
  }

  long rows() {
    return rows;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }
}
