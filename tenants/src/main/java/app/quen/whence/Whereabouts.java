package app.quen.whence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** From where each thread works for somebody, for the length of a block. */
@ApplicationScoped
public class Whereabouts {

  private final ThreadLocal<Whence> known = new ThreadLocal<>();

  /** Runs the work as asked for from there; what was so before is so again afterwards. */
  public <T> T callFrom(Whence whence, Callable<T> work) throws Exception {
    @Nullable Whence before = known.get();
    known.set(whence);
    try {
      return work.call();
    } finally {
      if (before == null) {
        known.remove();
      } else {
        known.set(before);
      }
    }
  }

  public Whence now() {
    @Nullable Whence whence = known.get();
    return whence == null ? Whence.INSIDE : whence;
  }
}
