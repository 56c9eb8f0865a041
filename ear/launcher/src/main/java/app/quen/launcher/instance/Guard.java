package app.quen.launcher.instance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small shell process that ends our children when we die without a word (kill -9): it reads a
 * pipe that only we hold, and the pipe's end is the sign. It and the children live in sessions of
 * their own, so that Ctrl-C in a terminal reaches us alone and we stop things in order, and so that
 * a child's own children end with it.
 */
final class Guard implements AutoCloseable {
  /** The newest first: the server goes before the database it works on. */
  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      pids=''
      while read -r word pid; do
        case $word in
          watch) pids="$pid $pids" ;;
          forget) kept=''; for p in $pids; do [ "$p" = "$pid" ] || kept="$kept $p"; done; pids=$kept ;;
        esac
      done
      for p in $pids; do
        kill -s TERM -- "-$p" 2>/dev/null || kill -s TERM "$p" 2>/dev/null || continue
        n=0
        while [ $n -lt 150 ] && kill -0 "$p" 2>/dev/null; do sleep 0.1; n=$((n + 1)); done
        kill -s KILL -- "-$p" 2>/dev/null || kill -s KILL "$p" 2>/dev/null
      done
      """;

  private final BufferedWriter pipe;

  Guard() throws IOException {
    Process process =
        new ProcessBuilder(apart(List.of("sh", "-c", SCRIPT, "quen-guard")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    pipe =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
  }

  /** The command in a session of its own, where the machine can do that. */
  static List<String> apart(List<String> command) {
    List<String> words = new ArrayList<>();
    if (java.nio.file.Files.isExecutable(java.nio.file.Path.of("/usr/bin/setsid"))) {
      words.add("/usr/bin/setsid");
    }
    words.addAll(command);
    return words;
  }

  synchronized void watch(Process process) throws IOException {
    write("watch", process);
  }

  synchronized void forget(Process process) {
    try {
      write("forget", process);
    } catch (IOException guardGone) {
      // then there is nobody who could confuse the process with another
    }
  }

  private void write(String word, Process process) throws IOException {
    pipe.write(word + " " + process.pid() + "\n");
    pipe.flush();
  }

  @Override
  public synchronized void close() {
    try {
      pipe.close();
    } catch (IOException guardGone) {
      // nothing left to end
    }
  }
}
