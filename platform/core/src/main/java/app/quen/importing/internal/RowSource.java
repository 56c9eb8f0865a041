package app.quen.importing.internal;

import org.jspecify.annotations.Nullable;

/** Streams the rows of a file that are not blank, in order; the same rows each time. */
interface RowSource extends AutoCloseable {

  /** The next row, or null at the end. */
  @Nullable Row next();

  @Override
  void close();
}
