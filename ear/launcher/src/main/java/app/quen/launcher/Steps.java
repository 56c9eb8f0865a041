package app.quen.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** Tells what is being done and when it was done, one line a step. */
public final class Steps {
  private final PrintStream out;
  private final long began = System.nanoTime();

  public Steps(PrintStream out) {
    this.out = out;
  }

  public void say(String what) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), what);
    out.flush();
  }

  public double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }
}
