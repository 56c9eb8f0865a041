package app.quen.launcher.bench;

import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Response times, every one of them kept. */
record Times(long[] sortedNanos) {

  /**
   * Has clients do the same kind of work side by side.
   *
   * @param client makes the work of a client from its number; called once each
   */
  static Times measure(int clients, int requests, IntFunction<Callable<?>> client)
      throws InterruptedException, ExecutionException {
    long[] nanos = new long[requests / clients * clients];
    int each = requests / clients;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      Future<?>[] all =
          IntStream.range(0, clients)
              .mapToObj(
                  number -> {
                    Callable<?> work = client.apply(number);
                    return threads.submit(
                        () -> {
                          for (int i = 0; i < each; i++) {
                            long began = System.nanoTime();
                            work.call();
                            nanos[number * each + i] = System.nanoTime() - began;
                          }
                          return null;
                        });
                  })
              .toArray(Future<?>[]::new);
      for (Future<?> one : all) {
        one.get();
      }
    }
    Arrays.sort(nanos);
    return new Times(nanos);
  }

  double ms(double share) {
    int at = (int) Math.ceil(share * sortedNanos.length) - 1;
    return sortedNanos[Math.max(0, at)] / 1e6;
  }

  void addTo(JsonObjectBuilder result, String name) {
    Stage.add(result, name + "_p50_ms", ms(0.50));
    Stage.add(result, name + "_p95_ms", ms(0.95));
    Stage.add(result, name + "_p99_ms", ms(0.99));
  }
}
