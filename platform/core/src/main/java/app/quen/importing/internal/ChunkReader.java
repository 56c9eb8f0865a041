package app.quen.importing.internal;

import app.quen.importing.internal.RowTranslator.Translated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and translates rows on a thread of its own, a little ahead of who writes them. What goes
 * wrong there is thrown where the chunk is asked for.
 */
final class ChunkReader<D> implements AutoCloseable {

  /** As many as customers can be registered at once. */
  static final int ROWS = 2_000;

  private static final int AHEAD = 2;

  /**
   * @param from how many rows of the file come before, and {@code to}: with these
   */
  record Chunk<D>(long from, long to, List<Translated<D>> rows) {}

  private record Item<D>(@Nullable Chunk<D> chunk, @Nullable RuntimeException failure) {}

  /** Opens what is read; called on the thread that reads, which it must leave as it was. */
  interface Opening {
    void read(Consumer<Row> rows);
  }

  private final BlockingQueue<Item<D>> items = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private volatile boolean closed;

  /** Unwinds the reading thread when nobody wants more. */
  private static final class Closed extends RuntimeException {
    Closed() {
      super("nobody reads on", null, false, false);
    }
  }

  ChunkReader(long skip, RowTranslator<D> translator, Opening opening) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("import-reader")
            .unstarted(() -> run(skip, translator, opening));
    this.thread.setContextClassLoader(loader);
    this.thread.start();
  }

  private void run(long skip, RowTranslator<D> translator, Opening opening) {
    try {
      var collected = new Collector(skip, translator);
      opening.read(collected);
      collected.flush();
      put(new Item<>(null, null));
    } catch (Closed done) {
      // asked for by close()
    } catch (RuntimeException e) {
      try {
        put(new Item<>(null, e));
      } catch (Closed done) {
        // nobody wants to know any more
      }
    }
  }

  private final class Collector implements Consumer<Row> {

    private final long skip;
    private final RowTranslator<D> translator;
    private List<Translated<D>> rows = new ArrayList<>(ROWS);
    private long seen;

    Collector(long skip, RowTranslator<D> translator) {
      this.skip = skip;
      this.translator = translator;
    }

    @Override
    public void accept(Row row) {
      seen++;
      if (seen > skip) {
        rows.add(translator.translate(row));
        if (rows.size() == ROWS) {
          flush();
        }
      }
    }

    void flush() {
      if (!rows.isEmpty()) {
        put(new Item<>(new Chunk<>(seen - rows.size(), seen, rows), null));
        rows = new ArrayList<>(ROWS);
      }
    }
  }

  private void put(Item<D> item) {
    try {
      if (closed) {
        throw new Closed();
      }
      items.put(item);
    } catch (InterruptedException e) {
      throw new Closed();
    }
  }

  /** The next chunk, or null after the last. */
  @Nullable Chunk<D> next() {
    try {
      Item<D> item = items.take();
      if (item.failure() != null) {
        throw item.failure();
      }
      return item.chunk();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
